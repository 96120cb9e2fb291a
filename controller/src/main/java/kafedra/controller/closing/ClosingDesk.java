package kafedra.controller.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kafedra.contract.id.ClosureId;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Clearing;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;

/**
 * Closes rooms for some days and opens them again. Closing is two steps, so that nobody books
 * between them: first the days are closed for whoever asks, then all that is booked there is taken
 * back in one piece of work. A closure that was begun when the program ended is carried on at its
 * start. Opening is one step: what still fits is given again before anybody else can book.
 */
public final class ClosingDesk {
  private final ClosureStore store;
  private final Calendar calendar;
  private final Clearing clearing;

  public ClosingDesk(ClosureStore store, Calendar calendar, Clearing clearing) {
    this.store = store;
    this.calendar = calendar;
    this.clearing = clearing;
  }

  /** What came of closing. */
  public sealed interface Closing {
    record Closed(ClosureRecord done) implements Closing {}

    /** It was closed before, in the same words; nothing changed now. */
    record ClosedBefore(ClosureRecord done) implements Closing {}

    /** Another closure has this id, or this one was undone. */
    record IdInUse() implements Closing {}
  }

  /** The bookings that a closure would take back, by start. Nothing is changed. */
  public List<Booking> preview(Closure closure) {
    return clearing.reached(reach(closure));
  }

  /** Closes; returns once everything is taken back. */
  public synchronized Closing close(Closure closure) {
    Optional<ClosureRecord> before = store.find(closure.id());
    ClosureRecord there = before.orElseGet(() -> store.begin(closure));
    if (!isSame(there.closure(), closure) || there.state() == ClosureRecord.State.OPENED) {
      return new Closing.IdInUse();
    }
    if (there.state() == ClosureRecord.State.CLOSED) {
      return new Closing.ClosedBefore(there);
    }
    carryOn(there.closure());
    return new Closing.Closed(found(closure.id()));
  }

  private static boolean isSame(Closure one, Closure other) {
    return one.scope().equals(other.scope())
        && one.days().equals(other.days())
        && one.reason() == other.reason()
        && one.note().equals(other.note())
        && one.running() == other.running();
  }

  private void carryOn(Closure closure) {
    store.announce(closure);
    clearing.clear(closure.id(), reach(closure), closure.madeBy());
  }

  /** Carries on what was begun when the program ended. */
  public synchronized void resume() {
    store.begun().forEach(this::carryOn);
  }

  /**
   * Opens again; returns once everything that fits is given again. What lies in another closure as
   * well is that one's from then on. What was opened before stays as it is.
   */
  public synchronized Optional<ClosureRecord> undo(ClosureId id, String by) {
    Optional<ClosureRecord> there = store.find(id);
    if (there.isEmpty() || there.get().state() == ClosureRecord.State.OPENED) {
      return there;
    }
    if (there.get().state() == ClosureRecord.State.BEGUN) {
      carryOn(there.get().closure());
    }
    clearing.restore(
        id,
        found(id).entries(),
        booking -> day -> without(id, booking, day),
        booking -> heir(id, booking),
        by);
    store.announce(there.get().closure());
    return store.find(id);
  }

  private DayPlan without(ClosureId id, Booking booking, LocalDate day) {
    return calendar
        .of(booking.school())
        .map(hours -> hours.without(id).day(booking.lab(), day))
        .orElseGet(() -> new DayPlan.Closed(DayPlan.Reason.DAY_OFF, ""));
  }

  private Optional<ClosureId> heir(ClosureId id, Booking booking) {
    return calendar.of(booking.school()).stream()
        .flatMap(hours ->
            hours.without(id).closures().stream()
                .filter(it ->
                    it.closes(booking.school(), booking.lab(), day(booking.slot().start(), hours))))
        .map(Closure::id)
        .findFirst();
  }

  private Predicate<Booking> reach(Closure closure) {
    return booking ->
        calendar
            .of(booking.school())
            .filter(hours ->
                closure.closes(booking.school(), booking.lab(), day(booking.slot().start(), hours)))
            .isPresent();
  }

  private static LocalDate day(Instant at, SchoolCalendar hours) {
    return LocalDate.ofInstant(at, hours.zone());
  }

  public Optional<ClosureRecord> find(ClosureId id) {
    return store.find(id);
  }

  /** Those that end no earlier, the latest first. */
  public List<ClosureRecord> endingFrom(LocalDate day) {
    return store.endingFrom(day);
  }

  private ClosureRecord found(ClosureId id) {
    return store
        .find(id)
        .orElseThrow(() -> new IllegalStateException("closure " + id + " was written and is gone"));
  }
}
