/**
 * The {@code kafedra} command: the words it knows, and the one place where its parts are put
 * together.
 */
@NullMarked
package kafedra.provisioning;

import org.jspecify.annotations.NullMarked;
