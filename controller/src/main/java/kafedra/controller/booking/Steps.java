package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;

/**
 * What a feature may do that changes many bookings in one act: each step is judged by what the
 * steps before it left. All of it is kept, or nothing.
 */
public final class Steps {
  private final Counter counter;
  private final BookingWork work;
  private final Schedule schedule;

  Steps(Counter counter, BookingWork work, Schedule schedule) {
    this.counter = counter;
    this.work = work;
    this.schedule = schedule;
  }

  /** As {@link BookingDesk#place}, without suggestions. */
  public BookingOutcome place(BookingWish wish) {
    return counter.place(work, wish);
  }

  /** As {@link BookingDesk#amend}, without suggestions. */
  public ChangeOutcome amend(BookingId id, int version, Amendment amendment, Requester by) {
    return counter.amend(work, id, version, amendment, by);
  }

  /** Takes one booking back. */
  public ChangeOutcome cancel(BookingId id, int version, Requester by) {
    return counter.cancel(work, id, version, Scope.ONE, by);
  }

  public void enter(Series series) {
    work.enter(series);
  }

  public Optional<Booking> find(BookingId id) {
    return schedule.find(id);
  }

  public List<Booking> ofSeries(SeriesId id) {
    return schedule.ofSeries(id);
  }

  /** Live bookings of the lab that touch the range, by start. */
  public List<Booking> live(LabId lab, TimeSlot range) {
    return schedule.inLab(lab, range).stream().filter(Booking::isLive).toList();
  }

  /** Has something kept with what these steps do to bookings. */
  public void attach(Attachment attachment) {
    work.attach(attachment);
  }

  /** Writes nowhere: for what is only tried. */
  enum Nowhere implements BookingJournal {
    NOWHERE;

    @Override
    public void enter(Booking booking, Act act) {}

    @Override
    public void replace(Booking before, Booking after, Act act) {}

    @Override
    public void checkIn(Booking booking) {}

    @Override
    public void enter(Series series) {}

    @Override
    public void settle(Clearance clearance) {}

    @Override
    public void attach(Attachment attachment) {}
  }
}
