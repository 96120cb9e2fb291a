package kafedra.controller.web;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.Event;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/**
 * An event as the caller may see it.
 *
 * @param slot of the first room whose seats are kept
 * @param whole whether every room of it is shown; only then may the caller cancel it
 */
record EventView(
    SeriesId id,
    String title,
    Purpose purpose,
    TimeSlot slot,
    String link,
    int kbpsPerClient,
    Online.Screens screens,
    String createdBy,
    boolean whole,
    List<Part> parts) {
  /**
   * What one room gives.
   *
   * @param seats how many
   * @param slot other than the event's where the booking was moved by itself
   */
  record Part(
      SchoolId school,
      LabId lab,
      Names.@Nullable Ref group,
      int seats,
      TimeSlot slot,
      BookingStatus status,
      @Nullable Instant checkedIn) {}

  static List<EventView> list(List<Event> events, Roster roster) {
    List<Booking> all = events.stream().flatMap(it -> it.parts().stream()).toList();
    Names names = Names.of(roster, List.of(), all);
    return events.stream().map(it -> of(it, names)).toList();
  }

  private static EventView of(Event event, Names names) {
    Booking first = event.first();
    return new EventView(
        event.series().id(),
        event.series().title(),
        first.purpose(),
        first.slot(),
        event.series().online().link(),
        event.series().online().kbpsPerClient(),
        event.series().online().screens(),
        event.series().madeBy(),
        event.reach() == Event.Reach.THESE_SCHOOLS,
        event.parts().stream().map(it -> part(it, names)).toList());
  }

  private static Part part(Booking booking, Names names) {
    return new Part(
        booking.school(),
        booking.lab(),
        names.groupOfBooking(booking),
        booking.seats().size(),
        booking.slot(),
        booking.status(),
        booking.checkedIn());
  }
}
