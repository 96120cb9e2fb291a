/**
 * Proofs of cards, PINs and passwords that are useless to whoever steals the file they stand in.
 */
@NullMarked
package kafedra.contract.secret;

import org.jspecify.annotations.NullMarked;
