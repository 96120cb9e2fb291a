/** What the command says, in the language of whoever reads it. */
@NullMarked
package kafedra.provisioning.wording;

import org.jspecify.annotations.NullMarked;
