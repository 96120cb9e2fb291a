/**
 * Calendars that phones and learning platforms fetch by themselves: what a person, a group or a lab
 * has booked, behind a secret address that can be taken back. {@link
 * kafedra.controller.feed.FeedDesk} is the door.
 */
@NullMarked
package kafedra.controller.feed;

import org.jspecify.annotations.NullMarked;
