/** What the controller has told of this building: rooms, people, bookings, bells and rules. */
@NullMarked
package kafedra.kiosk.schedule;

import org.jspecify.annotations.NullMarked;
