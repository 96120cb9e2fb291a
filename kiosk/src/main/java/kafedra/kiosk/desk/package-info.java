/**
 * Where everything at the kiosk meets: a tap, a touch, an agent's report, the controller's word.
 *
 * <p>One discipline for threads: all state of the features is touched by the one thread {@code
 * kiosk-desk} alone ({@link kafedra.kiosk.desk.DeskThread}). Web requests hand it a piece of work
 * and wait; links, readers and timers hand it work and go on. A change is first committed to the
 * journal and only then made in memory, so what anybody is shown or told is on the disk already.
 */
@NullMarked
package kafedra.kiosk.desk;

import org.jspecify.annotations.NullMarked;
