/** A Linux workstation: its desktop session through logind, its clock through the kernel. */
@NullMarked
package kafedra.agent.linux;

import org.jspecify.annotations.NullMarked;
