package kafedra.controller.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Purpose;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.closing.ClosureRecord;
import kafedra.controller.fleet.LiveRooms;
import org.jspecify.annotations.Nullable;

/**
 * A closure, with the bookings that it took back and whom to tell of each.
 *
 * @param sitting where people sit now in rooms that it closes today
 */
record ClosureView(
    ClosureId id,
    String scope,
    @Nullable SchoolId school,
    @Nullable LabId lab,
    LocalDate first,
    LocalDate last,
    DayPlan.Reason reason,
    String note,
    Running running,
    ClosureRecord.State state,
    String createdBy,
    Instant createdAt,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt,
    List<Taken> bookings,
    List<LiveRooms.Sitting> sitting) {

  /**
   * A booking that is, or would be, taken back.
   *
   * @param classes of the person
   * @param fate null in a preview
   */
  record Taken(
      BookingId booking,
      SchoolId school,
      LabId lab,
      TimeSlot slot,
      List<WorkstationId> workstations,
      Purpose purpose,
      String label,
      Names.@Nullable Ref person,
      Names.@Nullable Ref group,
      List<String> classes,
      Clearance.@Nullable Fate fate,
      Clearance.@Nullable Loss why) {
    static Taken of(Booking booking, Names names, Clearance.@Nullable Entry entry) {
      return new Taken(
          booking.id(),
          booking.school(),
          booking.lab(),
          booking.slot(),
          booking.seats(),
          booking.purpose(),
          booking.label(),
          names.personOfBooking(booking),
          names.groupOfBooking(booking),
          names.classesOfBooking(booking),
          entry == null ? null : entry.fate(),
          entry == null ? null : entry.why().orElse(null));
    }
  }

  static ClosureView of(ClosureRecord it, List<Taken> taken, List<LiveRooms.Sitting> sitting) {
    Closure closure = it.closure();
    return new ClosureView(
        closure.id(),
        switch (closure.scope()) {
          case Closure.OfLab one -> "LAB";
          case Closure.OfSchool one -> "SCHOOL";
          case Closure.OfDistrict all -> "DISTRICT";
        },
        closure.scope() instanceof Closure.OfSchool one ? one.school() : null,
        closure.scope() instanceof Closure.OfLab one ? one.lab() : null,
        closure.days().first(),
        closure.days().last(),
        closure.reason(),
        closure.note(),
        closure.running(),
        it.state(),
        closure.madeBy(),
        closure.madeAt(),
        it.undoneBy(),
        it.undoneAt(),
        taken,
        sitting);
  }
}
