/** When a school's rooms are open, its bells, and its rules for sessions. */
@NullMarked
package kafedra.controller.calendar;

import org.jspecify.annotations.NullMarked;
