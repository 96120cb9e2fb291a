package kafedra.controller.web;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/** A booking with the names that staff of its school may read. */
record BookingView(
    BookingId id,
    SchoolId school,
    LabId lab,
    Names.@Nullable Ref person,
    Names.@Nullable Ref group,
    String label,
    TimeSlot slot,
    Purpose purpose,
    List<WorkstationId> workstations,
    BookingStatus status,
    boolean siteKnows,
    int version,
    @Nullable Instant heldUntil,
    @Nullable Instant checkedIn,
    @Nullable SeriesId series,
    String link,
    int kbpsPerClient,
    Online.Screens screens,
    String createdBy,
    Instant createdAt) {
  static List<BookingView> list(List<Booking> bookings, Roster roster, SiteKnowledge site) {
    Names names = Names.of(roster, List.of(), bookings);
    return bookings.stream().map(it -> of(it, names, site)).toList();
  }

  static BookingView of(Booking booking, Names names, SiteKnowledge site) {
    return new BookingView(
        booking.id(),
        booking.school(),
        booking.lab(),
        names.personOfBooking(booking),
        names.groupOfBooking(booking),
        booking.label(),
        booking.slot(),
        booking.purpose(),
        booking.seats(),
        booking.status(),
        site.knows(booking),
        booking.version(),
        booking.heldUntil(),
        booking.checkedIn(),
        booking.series(),
        booking.online().link(),
        booking.online().kbpsPerClient(),
        booking.online().screens(),
        booking.madeBy().startsWith("kiosk:") ? "kiosk" : booking.madeBy(),
        booking.madeAt());
  }
}
