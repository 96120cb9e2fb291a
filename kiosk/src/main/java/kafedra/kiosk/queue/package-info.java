/** People who wait for a seat, by number. */
@NullMarked
package kafedra.kiosk.queue;

import org.jspecify.annotations.NullMarked;
