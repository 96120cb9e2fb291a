package kafedra.controller.usage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;

/** What happened in a school's rooms. Asked by several threads at once, each for its schools. */
public interface UsageSource {
  /**
   * Sessions that may have used time within the span; those that did not do no harm.
   *
   * @param by what the sessions were for is looked up only where the cut is by that
   */
  void sessions(SchoolId school, TimeSlot span, Cut by, Consumer<SessionFact> fact);

  /**
   * Confirmed bookings that touch the span.
   *
   * @param by the class of who booked is looked up only where the cut is by groups
   */
  void bookings(SchoolId school, TimeSlot span, Cut by, Consumer<BookingFact> fact);

  /** When somebody wanted a seat and got none. */
  List<Instant> refusals(SchoolId school, TimeSlot span);

  /** Stretches within the span in which seats of the lab were out of service, in any order. */
  List<OutOfService> outOfService(LabId lab, TimeSlot span);

  /** One workstation could not be used. */
  record OutOfService(WorkstationId workstation, TimeSlot slot) {}
}
