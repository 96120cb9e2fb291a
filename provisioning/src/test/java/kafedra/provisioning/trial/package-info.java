/** A district under test: real programs, a line that can be cut for real, a browser. */
@NullMarked
package kafedra.provisioning.trial;

import org.jspecify.annotations.NullMarked;
