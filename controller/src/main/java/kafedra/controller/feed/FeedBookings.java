package kafedra.controller.feed;

import java.util.List;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;

/** What feeds ask of the schedule: bookings of every status that touch a range. */
public interface FeedBookings {
  List<Booking> inLab(LabId lab, TimeSlot range);

  /** Those made for this very person. */
  List<Booking> ofPerson(PersonId person, TimeSlot range);

  List<Booking> ofGroup(GroupId group, TimeSlot range);

  /** Those of lessons that the person holds. */
  List<Booking> heldBy(PersonId person, TimeSlot range);
}
