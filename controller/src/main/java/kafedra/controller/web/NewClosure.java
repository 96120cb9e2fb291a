package kafedra.controller.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.DaySpan;
import org.jspecify.annotations.Nullable;

/** The body of a new closure, and of the question what it would take back. */
record NewClosure(
    @Nullable String scope,
    @Nullable String school,
    @Nullable String lab,
    @Nullable String first,
    @Nullable String last,
    @Nullable String reason,
    @Nullable String note,
    @Nullable String running) {
  /** A term's length; whoever closes for longer changes the school year. */
  static final int MOST_DAYS = 92;

  private static final int LONGEST_NOTE = 200;

  private enum ScopeWord {
    LAB,
    SCHOOL,
    DISTRICT
  }

  private enum ReasonWord {
    CLOSED,
    REMOTE
  }

  Closure closure(ClosureId id, String login, Instant now) {
    String about = note == null ? "" : note.strip();
    if (about.length() > LONGEST_NOTE) {
      throw Problem.at(ProblemCode.BAD_FIELD, "note");
    }
    return new Closure(id, scopeOf(), days(), reasonOf(), about, runningOf(), login, now);
  }

  Closure.Scope scopeOf() {
    return switch (Fields.word("scope", scope, ScopeWord.class)) {
      case LAB -> new Closure.OfLab(Fields.id("lab", lab, LabId::new));
      case SCHOOL -> new Closure.OfSchool(Fields.id("school", school, SchoolId::new));
      case DISTRICT -> new Closure.OfDistrict();
    };
  }

  private DayPlan.Reason reasonOf() {
    return switch (Fields.word("reason", reason, ReasonWord.class)) {
      case CLOSED -> DayPlan.Reason.CLOSED;
      case REMOTE -> DayPlan.Reason.REMOTE;
    };
  }

  /** Whoever sits there may finish unless said otherwise. */
  private Running runningOf() {
    return running == null ? Running.FINISHES : Fields.word("running", running, Running.class);
  }

  private DaySpan days() {
    LocalDate from = date("first", first);
    LocalDate to = date("last", last);
    if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
      throw Problem.at(ProblemCode.BAD_FIELD, "last");
    }
    return new DaySpan(from, to);
  }

  private static LocalDate date(String field, @Nullable String text) {
    try {
      LocalDate date = LocalDate.parse(Fields.given(field, text));
      if (date.getYear() >= 2000 && date.getYear() < 2200) {
        return date;
      }
    } catch (DateTimeException malformed) {
      // told below, as a year out of range is
    }
    throw Problem.at(ProblemCode.BAD_FIELD, field);
  }
}
