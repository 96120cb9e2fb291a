/** X11 through the system's own libraries. */
@NullMarked
package kafedra.agent.linux.x11;

import org.jspecify.annotations.NullMarked;
