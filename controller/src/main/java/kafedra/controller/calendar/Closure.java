package kafedra.controller.calendar;

import java.time.Instant;
import java.time.LocalDate;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Running;

/**
 * Rooms that staff closed for some days.
 *
 * @param id chosen by whoever asks, so that a repeated act is recognised
 * @param days local to each school
 * @param reason {@code CLOSED} or {@code REMOTE}
 * @param note what staff wrote about it, such as «Мороз»; may be empty
 * @param running what becomes of whoever sits there when it begins today
 * @param madeBy login of the member of staff
 */
public record Closure(
    ClosureId id,
    Scope scope,
    DaySpan days,
    DayPlan.Reason reason,
    String note,
    Running running,
    String madeBy,
    Instant madeAt) {
  public Closure {
    if (reason != DayPlan.Reason.CLOSED && reason != DayPlan.Reason.REMOTE) {
      throw new IllegalArgumentException(id + " closes rooms because of " + reason);
    }
  }

  /** Which rooms. */
  public sealed interface Scope {}

  public record OfLab(LabId lab) implements Scope {}

  public record OfSchool(SchoolId school) implements Scope {}

  public record OfDistrict() implements Scope {}

  /** Whether the lab of the school is closed by it on this day. */
  public boolean closes(SchoolId school, LabId lab, LocalDate day) {
    boolean concerned =
        switch (scope) {
          case OfLab one -> one.lab().equals(lab);
          case OfSchool one -> one.school().equals(school);
          case OfDistrict all -> true;
        };
    return concerned && days.contains(day);
  }
}
