/** Names of things that travel between programs. Every id is a type of its own. */
@NullMarked
package kafedra.contract.id;

import org.jspecify.annotations.NullMarked;
