/** Tests of the queue. */
@NullMarked
package kafedra.kiosk.queue;

import org.jspecify.annotations.NullMarked;
