/** Tests of what the district knows of queues. */
@NullMarked
package kafedra.controller.queue;

import org.jspecify.annotations.NullMarked;
