/** How every program reads its configuration: typed, all problems at once, secrets in files. */
@NullMarked
package kafedra.contract.config;

import org.jspecify.annotations.NullMarked;
