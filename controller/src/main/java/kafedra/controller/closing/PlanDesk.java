package kafedra.controller.closing;

import java.util.List;
import java.util.function.Predicate;
import kafedra.contract.id.SchoolId;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Clearing;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.CalendarStore;
import kafedra.controller.calendar.CalendarStore.PlanChange;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;

/**
 * Changes a school's year and, if asked to, takes back what is booked where it is no longer open.
 * As with closures, the hours change first, so that nobody books between.
 */
public final class PlanDesk {
  private final CalendarStore store;
  private final Calendar calendar;
  private final Clearing clearing;

  public PlanDesk(CalendarStore store, Calendar calendar, Clearing clearing) {
    this.store = store;
    this.calendar = calendar;
    this.clearing = clearing;
  }

  /** What becomes of bookings outside the new hours. */
  public enum Fate {
    /** They stand, and whoever comes must be let in by somebody. */
    KEEP,
    CANCEL
  }

  /** What came of a change. */
  public sealed interface Outcome {
    /**
     * @param cancelled as they stood, by start
     */
    record Changed(int version, List<Booking> cancelled) implements Outcome {}

    /** Somebody else was faster; nothing was changed. */
    record Stale(int version) implements Outcome {}
  }

  /**
   * The bookings that lie within the hours as they are, and would not by this plan; by start. What
   * lies outside already was kept on purpose.
   */
  public List<Booking> hit(SchoolId school, SchoolPlan plan) {
    return calendar.of(school).map(now -> clearing.reached(hit(now, now.with(plan)))).orElseThrow();
  }

  /** Puts the plan in the place of the one with this version; returns once all is done. */
  public synchronized Outcome change(
      SchoolId school, int version, SchoolPlan plan, Fate fate, String by) {
    SchoolCalendar before = calendar.of(school).orElseThrow();
    return switch (store.replace(school, version, plan)) {
      case PlanChange.Stale stale -> new Outcome.Stale(stale.version());
      case PlanChange.Kept kept -> {
        String why = "calendar=" + school + "; version=" + kept.version();
        yield new Outcome.Changed(
            kept.version(),
            fate == Fate.KEEP
                ? List.of()
                : clearing.cancel(hit(before, before.with(plan)), by, why));
      }
    };
  }

  private static Predicate<Booking> hit(SchoolCalendar before, SchoolCalendar after) {
    return booking ->
        booking.school().equals(before.school())
            && isOpen(before, booking)
            && !isOpen(after, booking);
  }

  private static boolean isOpen(SchoolCalendar hours, Booking booking) {
    return switch (hours.day(
        booking.lab(), booking.slot().start().atZone(hours.zone()).toLocalDate())) {
      case DayPlan.Open open -> open.holds(booking.slot());
      case DayPlan.Closed closed -> false;
    };
  }
}
