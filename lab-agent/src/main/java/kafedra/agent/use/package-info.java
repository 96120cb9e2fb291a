/** How much of a session had somebody at the keyboard or the mouse. */
@NullMarked
package kafedra.agent.use;

import org.jspecify.annotations.NullMarked;
