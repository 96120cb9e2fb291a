/** Who of the staff may do what, and what they did. */
@NullMarked
package kafedra.controller.access;

import org.jspecify.annotations.NullMarked;
