/** The machine's figures through OSHI, on every system that it knows. */
@NullMarked
package kafedra.agent.oshi;

import org.jspecify.annotations.NullMarked;
