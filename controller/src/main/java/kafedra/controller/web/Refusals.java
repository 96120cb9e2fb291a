package kafedra.controller.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Conflict;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Refusal;
import kafedra.controller.policy.PolicyName;
import org.jspecify.annotations.Nullable;

/** How refusals are told: each by a code, words for people, and what stands in the way. */
final class Refusals {
  /**
   * One reason in the caller's language.
   *
   * @param field of the request that it is about; null when it is about none alone
   * @param rule of the school that refuses; null for what holds always
   * @param overridable whether a librarian may set the rule aside; null without a rule
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReasonView(
      String code,
      String title,
      String detail,
      @Nullable String field,
      @Nullable List<Problem.ConflictView> conflicts,
      @Nullable PolicyName rule,
      @Nullable Boolean overridable) {}

  /** A reason before it is put into words. */
  record Told(
      ProblemCode code,
      @Nullable String field,
      @Nullable List<Conflict> conflicts,
      @Nullable Integer free,
      @Nullable Integer wanted,
      List<Object> words) {
    static Told of(ProblemCode code, @Nullable String field, Object... words) {
      return new Told(code, field, null, null, null, List.of(words));
    }

    static Told conflicting(ProblemCode code, String field, List<Conflict> conflicts) {
      return new Told(code, field, conflicts, null, null, List.of());
    }
  }

  private Refusals() {}

  /**
   * The problem of a refused wish: its first reason by itself, and all of them in a list.
   *
   * @param suggestions slots that would do
   */
  static Problem problem(List<Refusal> reasons, List<TimeSlot> suggestions, Tongue tongue) {
    Told first = told(reasons.getFirst(), tongue);
    return Problem.with(
        first.code(),
        new Problem.Extra(
            first.field(),
            first.free(),
            first.wanted(),
            conflicts(first.conflicts()),
            suggestions,
            views(reasons, tongue),
            null,
            null),
        first.words().toArray());
  }

  static List<ReasonView> views(List<Refusal> reasons, Tongue tongue) {
    return reasons.stream().map(reason -> view(reason, tongue)).toList();
  }

  private static ReasonView view(Refusal reason, Tongue tongue) {
    Told told = told(reason, tongue);
    @Nullable PolicyName rule = reason instanceof Refusal.ByRule own ? own.policy() : null;
    return new ReasonView(
        told.code().text(),
        tongue.text(told.code().text() + ".title"),
        tongue.text(told.code().text() + ".detail", told.words().toArray()),
        told.field(),
        conflicts(told.conflicts()),
        rule,
        rule == null ? null : rule.mayBeOverridden());
  }

  private static @Nullable List<Problem.ConflictView> conflicts(
      @Nullable List<Conflict> conflicts) {
    return conflicts == null ? null : conflicts.stream().map(Problem.ConflictView::of).toList();
  }

  private static Told told(Refusal refusal, Tongue tongue) {
    return switch (refusal) {
      case Refusal.SeatTaken it ->
          Told.conflicting(ProblemCode.OVERLAP, "workstations", it.conflicts());
      case Refusal.PersonBusy it ->
          Told.conflicting(ProblemCode.PERSON_BUSY, "person", it.conflicts());
      case Refusal.NotEnoughSeats it ->
          new Told(
              ProblemCode.NOT_ENOUGH_SEATS,
              "count",
              null,
              it.free(),
              it.wanted(),
              List.of(it.free(), it.wanted()));
      case Refusal.OutsideOpeningHours it ->
          Told.of(ProblemCode.OUTSIDE_OPENING_HOURS, "start", hours(it.hours()));
      case Refusal.DayClosed it ->
          Told.of(
              ProblemCode.DAY_CLOSED,
              "start",
              tongue.text("day-closed." + it.reason().name().toLowerCase(Locale.ROOT)),
              it.note());
      case Refusal.OffTheMarks it ->
          Told.of(ProblemCode.OFF_THE_MARKS, "start", it.step().toMinutes());
      case Refusal.NotWithin it -> Told.of(ProblemCode.NOT_WITHIN, "at");
      case Refusal.InThePast it -> Told.of(ProblemCode.IN_THE_PAST, "start");
      case Refusal.TooLong it -> Told.of(ProblemCode.TOO_LONG, "end", it.most().toMinutes());
      case Refusal.TooShort it -> Told.of(ProblemCode.TOO_SHORT, "end", it.least().toMinutes());
      case Refusal.TooFarAhead it -> Told.of(ProblemCode.TOO_FAR_AHEAD, "end", it.days());
      case Refusal.NoAgreement it ->
          Told.of(
              ProblemCode.NO_AGREEMENT,
              "lab",
              DateTimeFormatter.ofPattern("d MMMM uuuu", tongue.locale()).format(it.day()));
      case Refusal.UnknownLab it -> Told.of(ProblemCode.BAD_FIELD, "lab", "lab");
      case Refusal.UnusableSeats it -> Told.of(ProblemCode.UNKNOWN_SEAT, "workstations");
      case Refusal.UnknownHolder it -> unknown(it.holder());
      case Refusal.IdInUse it -> Told.of(ProblemCode.ID_TAKEN, null);
      case Refusal.ByRule it -> RuleRefusals.told(it, tongue);
    };
  }

  private static String hours(List<Refusal.Hours> hours) {
    return hours.stream()
        .map(stretch -> stretch.opens() + "–" + stretch.closes())
        .collect(Collectors.joining(", "));
  }

  private static Told unknown(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> Told.of(ProblemCode.UNKNOWN_PERSON, "person", "person");
      case Holder.OfGroup many -> Told.of(ProblemCode.UNKNOWN_GROUP, "group", "group");
      case Holder.Nobody nobody -> throw new IllegalStateException("nobody is always known");
    };
  }
}
