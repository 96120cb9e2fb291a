/** The program on a workstation: its lock, its use, its health. */
@NullMarked
package kafedra.agent;

import org.jspecify.annotations.NullMarked;
