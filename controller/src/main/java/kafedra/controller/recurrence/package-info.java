/**
 * Lessons that repeat: a rule of RFC 5545, in a school's local time, becomes single occurrences.
 * {@link kafedra.controller.recurrence.Recurrences} is the door.
 */
@NullMarked
package kafedra.controller.recurrence;

import org.jspecify.annotations.NullMarked;
