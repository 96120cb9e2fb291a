/** How the machine is. */
@NullMarked
package kafedra.agent.health;

import org.jspecify.annotations.NullMarked;
