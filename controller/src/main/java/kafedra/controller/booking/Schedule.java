package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.slot.Marks;
import org.jspecify.annotations.Nullable;

/**
 * Every booking of now and later, and of some weeks before, in memory. The one writer changes it
 * within its pieces of work; any thread reads. A reader may see a change a moment before it is on
 * the disk, and in the rare case that the disk fails one that is then taken back; whoever asked for
 * the change is told only after the commit.
 */
public final class Schedule {
  /**
   * How far back it reaches: longer than a kiosk may be cut off, so that its late requests meet
   * their bookings.
   */
  public static final Duration KEPT = Duration.ofDays(62);

  private final Map<BookingId, Booking> byId = new ConcurrentHashMap<>();
  private final Map<LabId, LabBoard> boards = new ConcurrentHashMap<>();
  private final Map<PersonId, Shelf> people = new ConcurrentHashMap<>();
  private final Map<GroupId, Shelf> groups = new ConcurrentHashMap<>();
  private final Map<SeriesId, Shelf> series = new ConcurrentHashMap<>();
  private final Map<BookingId, Instant> holds = new ConcurrentHashMap<>();
  private volatile Instant since = Instant.MIN;

  // --- reading ----------------------------------------------------------------------------------

  /** It has every booking that ends after this. */
  public Instant since() {
    return since;
  }

  public Optional<Booking> find(BookingId id) {
    return Optional.ofNullable(byId.get(id));
  }

  LabBoard board(LabId lab) {
    return boards.computeIfAbsent(lab, unknown -> new LabBoard());
  }

  /** Bookings of any status that touch the range, by start. */
  public List<Booking> inLab(LabId lab, TimeSlot range) {
    LabBoard board = boards.get(lab);
    return board == null ? List.of() : board.bookings().touching(range);
  }

  /** As {@link #inLab}, of all labs of a building, lab by lab. */
  List<Booking> inBuilding(BuildingId building, TimeSlot range) {
    return boards.values().stream()
        .flatMap(board -> board.bookings().touching(range).stream())
        .filter(booking -> booking.building().equals(building))
        .toList();
  }

  /** The person's own bookings of any status that touch the range, by start. */
  public List<Booking> ofPerson(PersonId person, TimeSlot range) {
    return touching(people.get(person), range);
  }

  public List<Booking> ofGroup(GroupId group, TimeSlot range) {
    return touching(groups.get(group), range);
  }

  private static List<Booking> touching(@Nullable Shelf shelf, TimeSlot range) {
    return shelf == null ? List.of() : shelf.touching(range);
  }

  /** All of a series that it has, by start. */
  public List<Booking> ofSeries(SeriesId id) {
    Shelf shelf = series.get(id);
    return shelf == null ? List.of() : shelf.all();
  }

  /** Live bookings that have begun and are not over. */
  List<Booking> running(Instant now) {
    TimeSlot moment = TimeSlot.of(now, Duration.ofMillis(1));
    return boards.values().stream().flatMap(it -> it.bookings().live(moment).stream()).toList();
  }

  /** The same as far as it ends after the instant, for trying something out. */
  Schedule copy(Instant after) {
    Schedule copy = new Schedule();
    byId.values().stream().filter(it -> it.slot().end().isAfter(after)).forEach(copy::put);
    copy.since = after;
    return copy;
  }

  /** Holds whose time is up. */
  List<Booking> lapsed(Instant now) {
    List<Booking> found = new ArrayList<>();
    holds.forEach((id, until) -> {
      Booking held = byId.get(id);
      if (held != null && !now.isBefore(until)) {
        found.add(held);
      }
    });
    return found;
  }

  /** All that it has, in no order. */
  public Collection<Booking> all() {
    return List.copyOf(byId.values());
  }

  // --- writing: the one writer alone ------------------------------------------------------------

  /** Puts a booking in the place of the one with its id, if there is one. */
  void put(Booking booking) {
    remove(booking.id());
    LabBoard board = board(booking.lab());
    board.bookings().put(booking);
    if (booking.isLive()) {
      board.take(booking);
    }
    byId.put(booking.id(), booking);
    switch (booking.holder()) {
      case Holder.OfPerson one -> shelf(people, one.person()).put(booking);
      case Holder.OfGroup many -> shelf(groups, many.group()).put(booking);
      case Holder.Nobody nobody -> {}
    }
    if (booking.series() != null) {
      shelf(series, booking.series()).put(booking);
    }
    if (booking.heldUntil() != null) {
      holds.put(booking.id(), booking.heldUntil());
    }
  }

  void remove(BookingId id) {
    Booking gone = byId.remove(id);
    if (gone == null) {
      return;
    }
    LabBoard board = board(gone.lab());
    board.bookings().remove(gone);
    if (gone.isLive()) {
      board.free(gone);
    }
    switch (gone.holder()) {
      case Holder.OfPerson one -> shelf(people, one.person()).remove(gone);
      case Holder.OfGroup many -> shelf(groups, many.group()).remove(gone);
      case Holder.Nobody nobody -> {}
    }
    if (gone.series() != null) {
      shelf(series, gone.series()).remove(gone);
    }
    holds.remove(id);
  }

  private static <K> Shelf shelf(Map<K, Shelf> shelves, K key) {
    return shelves.computeIfAbsent(key, fresh -> new Shelf());
  }

  /**
   * What a store has of now and later, and of {@link #KEPT} before.
   *
   * @throws IllegalStateException if memory and store do not agree: nobody may be promised anything
   */
  public static Schedule of(BookingStore store, Instant now) {
    Schedule schedule = new Schedule();
    Instant from = now.minus(KEPT);
    Tally stored = store.endingAfter(from, schedule::put);
    schedule.since = from;
    Tally inMemory = schedule.tally(from);
    if (!inMemory.equals(stored)) {
      throw new IllegalStateException(
          "The schedule in memory holds "
              + inMemory
              + " and the store "
              + stored
              + "; nothing was changed. Maybe seats of the store are promised twice.");
    }
    return schedule;
  }

  /**
   * Puts all these in the place of those with their ids.
   *
   * @param changed as they stand together
   * @return those of them that were not known as they are
   */
  List<Booking> takeIn(List<Booking> changed) {
    List<Booking> news =
        changed.stream()
            .filter(it -> byId.containsKey(it.id()) || it.slot().end().isAfter(since))
            .filter(it -> !it.equals(byId.get(it.id())))
            .toList();
    // all go before any comes, or one would free the marks that another has just taken
    news.forEach(it -> remove(it.id()));
    news.forEach(this::put);
    return news;
  }

  /** Lets go what ended before the instant. */
  void forget(Instant before) {
    for (Booking booking : byId.values()) {
      if (!booking.slot().end().isAfter(before)) {
        remove(booking.id());
      }
    }
    since = before;
  }

  /** What its masks hold of bookings that end after the instant, to be held against the store. */
  Tally tally(Instant after) {
    long bookings = 0;
    long marks = 0;
    for (Booking booking : byId.values()) {
      if (booking.isLive() && booking.slot().end().isAfter(after)) {
        bookings++;
        marks += takenMarks(booking);
      }
    }
    return new Tally(bookings, marks);
  }

  /** How many of the booking's seat marks are taken in the lab's masks. */
  private long takenMarks(Booking booking) {
    LabBoard board = board(booking.lab());
    Marks all = Marks.touching(booking.slot());
    long taken = 0;
    for (int mark = all.from(); mark < all.to(); mark++) {
      taken +=
          board.slots().taken(new Marks(mark, mark + 1)).and(board.setOf(booking.seats())).size();
    }
    return taken;
  }

  /**
   * A sum by which two places that should hold the same can be compared.
   *
   * @param bookings live ones
   * @param seatMarks five-minute marks taken, over all their seats
   */
  public record Tally(long bookings, long seatMarks) {}
}
