/** JSON on the wire: schema version, size limits, and what happens to what cannot be read. */
@NullMarked
package kafedra.contract.codec;

import org.jspecify.annotations.NullMarked;
