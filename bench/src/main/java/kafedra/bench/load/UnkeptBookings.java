package kafedra.bench.load;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Attachment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingJournal;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Schedule;
import kafedra.controller.booking.Series;

/** Keeps nothing: for figures of what the schedule does in memory. One thread may use it. */
public final class UnkeptBookings implements BookingStore {
  private static final BookingJournal JOURNAL =
      new BookingJournal() {
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
      };

  @Override
  public <T> CompletableFuture<T> change(Function<BookingJournal, T> work, Runnable undone) {
    return CompletableFuture.completedFuture(work.apply(JOURNAL));
  }

  @Override
  public void follow(Consumer<List<Booking>> follower) {}

  @Override
  public Schedule.Tally endingAfter(Instant since, Consumer<Booking> each) {
    return new Schedule.Tally(0, 0);
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return Optional.empty();
  }

  @Override
  public List<Booking> find(Collection<BookingId> ids) {
    return List.of();
  }

  @Override
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    return List.of();
  }

  @Override
  public List<Booking> inSchool(SchoolId school, TimeSlot range) {
    return List.of();
  }

  @Override
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return List.of();
  }

  @Override
  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return List.of();
  }

  @Override
  public Optional<Series> series(SeriesId id) {
    return Optional.empty();
  }

  @Override
  public List<Act> history(BookingId id) {
    return List.of();
  }
}
