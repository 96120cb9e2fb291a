/** Hours: what was promised, what was used, and what could have been. */
@NullMarked
package kafedra.controller.usage;

import org.jspecify.annotations.NullMarked;
