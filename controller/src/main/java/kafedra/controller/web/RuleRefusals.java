package kafedra.controller.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kafedra.controller.booking.Refusal;
import kafedra.controller.policy.PolicyName;

/** How the rules of a school refuse, with their numbers. */
final class RuleRefusals {
  private RuleRefusals() {}

  static Refusals.Told told(Refusal.ByRule refusal, Tongue tongue) {
    return switch (refusal) {
      case Refusal.ScreenSitting it ->
          Refusals.Told.of(
              ProblemCode.SCREEN_SITTING, "end", minutes(it.limit()), minutes(it.wanted()));
      case Refusal.ScreenDay it ->
          Refusals.Told.of(
              ProblemCode.SCREEN_DAY,
              "end",
              minutes(it.limit()),
              minutes(it.used()),
              minutes(it.booked()),
              minutes(it.left()));
      case Refusal.ScreenRest it ->
          Refusals.Told.of(
              ProblemCode.SCREEN_REST,
              "start",
              minutes(it.rest()),
              minutes(it.limit()),
              minutes(it.together()));
      case Refusal.QuotaSpent it ->
          Refusals.Told.of(
              it.policy() == PolicyName.DAILY_QUOTA
                  ? ProblemCode.DAILY_QUOTA
                  : ProblemCode.WEEKLY_QUOTA,
              "end",
              minutes(it.limit()),
              minutes(it.booked()),
              minutes(it.left()));
      case Refusal.TooManyOpen it ->
          Refusals.Told.of(ProblemCode.OPEN_BOOKINGS, "person", it.most(), it.open());
      case Refusal.TooEarly it ->
          Refusals.Told.of(ProblemCode.DAYS_AHEAD, "start", it.days(), day(it.from(), tongue));
      case Refusal.GapNeeded it ->
          Refusals.Told.of(ProblemCode.GAP, "start", minutes(it.gap()), it.from(), it.to());
      case Refusal.Banned it ->
          Refusals.Told.of(
              ProblemCode.NO_SHOW_BAN,
              "person",
              it.times(),
              it.span().toDays(),
              moment(it.until(), tongue));
      case Refusal.SeatsForGrades it ->
          Refusals.Told.of(
              ProblemCode.SEAT_GRADES, "workstations", it.firstGrade(), it.lastGrade());
      case Refusal.SeatsKept it ->
          Refusals.Told.of(ProblemCode.SEATS_KEPT, "workstations", moment(it.free(), tongue));
      case Refusal.LineTooNarrow it ->
          Refusals.Told.of(
              ProblemCode.LINE_TOO_NARROW,
              "kbpsPerClient",
              it.wanted(),
              it.others(),
              it.line(),
              tongue.text("line-too-narrow." + it.source().name().toLowerCase(Locale.ROOT)),
              tongue.text("line-too-narrow.room", it.clients()));
      case Refusal.NotDisplaced it ->
          Refusals.Told.conflicting(ProblemCode.NOT_DISPLACED, "workstations", it.conflicts());
    };
  }

  private static long minutes(Duration length) {
    return length.toMinutes();
  }

  private static String day(LocalDate day, Tongue tongue) {
    return DateTimeFormatter.ofPattern("d MMMM", tongue.locale()).format(day);
  }

  private static String moment(LocalDateTime moment, Tongue tongue) {
    return DateTimeFormatter.ofPattern("d MMMM, HH:mm", tongue.locale()).format(moment);
  }
}
