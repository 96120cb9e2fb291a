/** A workstation that exists only as a program: for trying out, fleets and tests. */
@NullMarked
package kafedra.agent.simulated;

import org.jspecify.annotations.NullMarked;
