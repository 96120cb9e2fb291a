/**
 * School timetables as files bring them: lessons with a stable key, whatever program wrote the
 * file. Readers of the formats are adapters behind {@link
 * kafedra.controller.timetable.TimetableReader}.
 */
@NullMarked
package kafedra.controller.timetable;

import org.jspecify.annotations.NullMarked;
