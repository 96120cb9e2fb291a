/** Queues of the buildings as the district sees them: how long they took, and who waits less. */
@NullMarked
package kafedra.controller.queue;

import org.jspecify.annotations.NullMarked;
