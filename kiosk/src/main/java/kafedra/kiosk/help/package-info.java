/** Who calls for the librarian, and what is reported as broken. */
@NullMarked
package kafedra.kiosk.help;

import org.jspecify.annotations.NullMarked;
