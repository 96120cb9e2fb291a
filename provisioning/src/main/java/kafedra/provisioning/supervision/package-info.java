/**
 * Keeps several programs of this machine running: started in order, restarted when they die,
 * stopped in reverse.
 */
@NullMarked
package kafedra.provisioning.supervision;

import org.jspecify.annotations.NullMarked;
