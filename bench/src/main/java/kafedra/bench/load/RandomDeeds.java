package kafedra.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Amendment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Bundle;
import kafedra.controller.booking.BundleOutcome;
import kafedra.controller.booking.ChangeOutcome;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.Room;
import kafedra.controller.booking.Scope;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.booking.Series;
import kafedra.controller.booking.Terms;

/** One member of staff who does random things at the booking desk. */
final class RandomDeeds {
  /** Above so many live bookings more are taken back than made. */
  private static final int CROWD = 700;

  private static final int PEOPLE = 60;
  private static final Requester BY = Requester.of("trial");

  /** What was done; {@code stands} is what bookings were acknowledged to be. */
  record Done(String kind, List<Booking> stands) {}

  private final BookingDesk desk;
  private final TrialRooms rooms;
  private final BookedPool pool;
  private final Instant begins;
  private final Random random;
  private final String prefix;
  private int made;

  RandomDeeds(
      BookingDesk desk,
      TrialRooms rooms,
      BookedPool pool,
      Instant begins,
      Random random,
      String prefix) {
    this.desk = desk;
    this.rooms = rooms;
    this.pool = pool;
    this.begins = begins;
    this.random = random;
    this.prefix = prefix;
  }

  Done next() {
    int dice = random.nextInt(100);
    boolean crowded = pool.size() > CROWD;
    Done done =
        dice < 3
            ? series()
            : dice < (crowded ? 20 : 50)
                ? place()
                : pool.any(random).flatMap(desk::find).map(this::change).orElseGet(this::place);
    done.stands().forEach(pool::put);
    return done;
  }

  private BookingId newId() {
    return new BookingId(prefix + made++);
  }

  private TimeSlot slot() {
    long marks = ContendingStaff.SPAN.toMinutes() / 5;
    return TimeSlot.of(
        begins.plus(Duration.ofMinutes(5L * random.nextLong(marks))),
        Duration.ofMinutes(5L * (1 + random.nextInt(24))));
  }

  private Room room() {
    List<Room> all = rooms.all();
    return all.get(random.nextInt(all.size()));
  }

  private Holder holder() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> new Holder.OfPerson(new PersonId("p-" + random.nextInt(PEOPLE)));
      case 2 -> new Holder.OfGroup(new GroupId("g-" + random.nextInt(10)));
      default -> Holder.NOBODY;
    };
  }

  private SeatWish seats(Room room) {
    return switch (random.nextInt(6)) {
      case 0 -> new SeatWish.Any(12, Set.of(Feature.WEBCAM));
      case 1 -> new SeatWish.Any(2 + random.nextInt(6), Set.of());
      case 2, 3 ->
          new SeatWish.Named(
              room.seats().stream()
                  .filter(seat -> random.nextInt(10) == 0)
                  .map(Room.Seat::id)
                  .findFirst()
                  .map(List::of)
                  .orElseGet(() -> List.of(room.seats().getFirst().id())));
      default -> random.nextInt(12) == 0 ? new SeatWish.Whole() : new SeatWish.Any(1, Set.of());
    };
  }

  private BookingWish wish(Terms terms) {
    Room room = room();
    return new BookingWish(
        newId(), holder(), room.lab(), seats(room), slot(), Purpose.OTHER, "", "trial", terms);
  }

  private Done place() {
    Terms terms =
        random.nextInt(5) == 0
            ? new Terms(Online.NONE, Duration.ofSeconds(1 + random.nextInt(60)), null, null)
            : Terms.PLAIN;
    String kind = terms.hold() == null ? "place" : "hold";
    return switch (desk.submit(wish(terms)).join()) {
      case BookingOutcome.Placed placed -> new Done(kind, List.of(placed.booking()));
      case BookingOutcome.AlreadyPlaced twice ->
          throw new IllegalStateException("an id twice: " + twice.booking().id());
      case BookingOutcome.Refused refused -> new Done(kind + "-refused", List.of());
    };
  }

  private Done series() {
    SeriesId id = new SeriesId(prefix + "s" + made);
    Terms terms = Terms.PLAIN.inSeries(id);
    List<BookingWish> wishes = new ArrayList<>();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      wishes.add(wish(terms));
    }
    Series of = new Series(id, Series.Kind.RECURRING, "", "", Online.NONE, "trial", begins);
    Bundle.Mode mode = random.nextBoolean() ? Bundle.Mode.EACH : Bundle.Mode.ALL_OR_NOTHING;
    BundleOutcome outcome = desk.place(new Bundle(of, wishes, mode));
    List<Booking> stands = new ArrayList<>();
    if (outcome.kept() == BundleOutcome.Kept.KEPT) {
      for (BookingOutcome each : outcome.each()) {
        if (each instanceof BookingOutcome.Placed placed) {
          stands.add(placed.booking());
        }
      }
    }
    return new Done("series-" + mode, stands);
  }

  private Done change(Booking booking) {
    int version = random.nextInt(20) == 0 ? booking.version() - 1 : booking.version();
    TimeSlot slot = booking.slot();
    return switch (random.nextInt(10)) {
      case 0, 1 -> did("move", desk.amend(booking.id(), version, moved(), BY));
      case 2, 3 ->
          did("shorten", desk.amend(booking.id(), version, lasting(slot, within(slot)), BY));
      case 4 -> did("split", desk.split(booking.id(), version, within(slot), newId(), BY));
      case 5 -> did("confirm", desk.confirm(booking.id(), version, BY));
      case 6 -> did("cancel-following", desk.cancel(booking.id(), version, Scope.FOLLOWING, BY));
      default -> did("cancel", desk.cancel(booking.id(), version, Scope.ONE, BY));
    };
  }

  private Amendment moved() {
    Room room = room();
    LabId lab = room.lab();
    return new Amendment(
        slot(), lab, new SeatWish.Any(1 + random.nextInt(3), Set.of()), null, null);
  }

  private static Amendment lasting(TimeSlot slot, Instant end) {
    return new Amendment(new TimeSlot(slot.start(), end), null, null, null, null);
  }

  /** A mark within the slot; its end when there is none. */
  private Instant within(TimeSlot slot) {
    long marks = slot.length().toMinutes() / 5;
    return marks < 2
        ? slot.end()
        : slot.start().plus(Duration.ofMinutes(5 * (1 + random.nextLong(marks - 1))));
  }

  private static Done did(String kind, ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Changed changed -> new Done(kind, changed.after());
      case ChangeOutcome.Outdated outdated -> new Done(kind + "-outdated", List.of());
      case ChangeOutcome.NoSuchBooking none -> new Done(kind + "-outdated", List.of());
      case ChangeOutcome.NotLive late -> new Done(kind + "-outdated", List.of(late.booking()));
      case ChangeOutcome.Refused refused -> new Done(kind + "-refused", List.of());
    };
  }
}
