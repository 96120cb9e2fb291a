package kafedra.controller.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work in the schedule: what it does stands in memory at once, so that the next piece
 * reckons with it, and in the journal; if the journal is not kept, memory is as it was before. For
 * the writer's thread.
 */
final class BookingWork {
  private record Step(Optional<Booking> before, Booking after) {}

  private final Schedule schedule;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable BookingJournal journal;

  BookingWork(Schedule schedule) {
    this.schedule = schedule;
  }

  /** The work begins, perhaps not for the first time. */
  BookingWork on(BookingJournal now) {
    steps.clear();
    journal = now;
    return this;
  }

  private BookingJournal journal() {
    if (journal == null) {
      throw new IllegalStateException("the work has not begun");
    }
    return journal;
  }

  void settle(Clearance clearance) {
    journal().settle(clearance);
  }

  void enter(Series series) {
    journal().enter(series);
  }

  void attach(Attachment attachment) {
    journal().attach(attachment);
  }

  void enter(Booking booking, Act act) {
    journal().enter(booking, act);
    step(Optional.empty(), booking);
  }

  void replace(Booking before, Booking after, Act act) {
    journal().replace(before, after, act);
    step(Optional.of(before), after);
  }

  void checkIn(Booking before, Instant at) {
    Booking after = before.checkedInAt(at);
    journal().checkIn(after);
    step(Optional.of(before), after);
  }

  private void step(Optional<Booking> before, Booking after) {
    steps.add(new Step(before, after));
    schedule.put(after);
  }

  /** Memory as it was before the work. */
  void undo() {
    for (Step step : steps.reversed()) {
      schedule.remove(step.after().id());
      step.before().ifPresent(schedule::put);
    }
    steps.clear();
  }

  /** What the bookings have become that the work touched, in order. */
  List<Booking> changed() {
    return steps.stream().map(Step::after).toList();
  }
}
