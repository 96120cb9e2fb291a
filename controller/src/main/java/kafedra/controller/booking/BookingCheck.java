package kafedra.controller.booking;

import java.util.List;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;

/**
 * The answer to «what would come of it».
 *
 * @param seats that it would get; empty when it cannot be
 * @param reasons against it; empty when it can be
 * @param warnings what whoever books should know
 * @param displaced what would have to make room
 */
public record BookingCheck(
    List<WorkstationId> seats,
    List<Refusal> reasons,
    List<TimeSlot> suggestions,
    List<Refusal> warnings,
    List<BookingOutcome.Displaced> displaced) {
  static BookingCheck not(List<Refusal> reasons, List<TimeSlot> suggestions) {
    return new BookingCheck(List.of(), reasons, suggestions, List.of(), List.of());
  }

  public BookingCheck {
    seats = List.copyOf(seats);
    reasons = List.copyOf(reasons);
    suggestions = List.copyOf(suggestions);
    warnings = List.copyOf(warnings);
    displaced = List.copyOf(displaced);
  }
}
