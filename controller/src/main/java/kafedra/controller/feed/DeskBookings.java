package kafedra.controller.feed;

import java.util.List;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.timetable.LessonTeachers;

/** The schedule as the booking desk answers for it. */
public record DeskBookings(BookingDesk desk, LessonTeachers teachers) implements FeedBookings {
  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return desk.inLab(lab, range);
  }

  @Override
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return desk.ofPerson(person, range);
  }

  @Override
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return desk.ofGroup(group, range);
  }

  @Override
  public List<Booking> heldBy(PersonId person, TimeSlot range) {
    return desk.among(teachers.heldBy(person), range);
  }
}
