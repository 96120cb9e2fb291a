/**
 * The files that people bring: the district as JSON, people as Moodle's CSV, timetables; and
 * calendars to take away.
 */
@NullMarked
package kafedra.controller.files;

import org.jspecify.annotations.NullMarked;
