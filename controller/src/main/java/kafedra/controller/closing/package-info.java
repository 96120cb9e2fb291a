/** Rooms, schools or the whole district closed for some days: frost, quarantine, repairs. */
@NullMarked
package kafedra.controller.closing;

import org.jspecify.annotations.NullMarked;
