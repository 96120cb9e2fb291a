/** Everything that travels, one sealed hierarchy; the wire form is in {@code codec}. */
@NullMarked
package kafedra.contract.message;

import org.jspecify.annotations.NullMarked;
