package kafedra.controller.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.SeriesId;
import kafedra.controller.booking.Amendment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.ChangeOutcome;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Refusal;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.booking.Steps;
import kafedra.controller.booking.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schedule what a timetable says, step by step: what is gone is given back, what moved is
 * moved, what is new is booked. Who already has seats keeps them, so a lesson that comes later asks
 * for what is left.
 *
 * <p>Lessons that change places cannot be moved one after the other. What stays blocked after
 * {@value #ROUNDS} rounds is given back and booked anew.
 */
final class Renewal {
  private static final int ROUNDS = 3;

  /** What is taken over by what: one lesson of one group. */
  private record Key(String source, GroupId group) {}

  private final Steps steps;
  private final Wish wish;
  private final List<Item> items = new ArrayList<>();
  private final List<Booking> dropped = new ArrayList<>();
  private final Map<Key, List<Booking>> holdings = new LinkedHashMap<>();

  /**
   * What is to be done.
   *
   * @param sources of the bookings that earlier timetables made
   * @param override why rules are set aside; null to keep all
   * @param ids makes new ones
   */
  record Wish(
      SeriesId series,
      List<Need> needs,
      Map<BookingId, String> sources,
      Reading reading,
      Shortage shortage,
      Instant now,
      @Nullable String override,
      String actor,
      Supplier<BookingId> ids) {}

  /**
   * What was done.
   *
   * @param dropped bookings of lessons, or dates, that are gone
   */
  record Done(List<Item> items, List<Booking> dropped) {}

  Renewal(Steps steps, Wish wish) {
    this.steps = steps;
    this.wish = wish;
  }

  Done run() {
    collect();
    pair();
    holdings.values().forEach(some -> some.forEach(this::drop));
    for (Item blocked : takeOver(items.stream().filter(it -> !it.isAsking()).toList())) {
      if (blocked.isMoving()) {
        giveBack(blocked);
        blocked.ask();
      } else {
        makeDo(blocked);
      }
    }
    items.stream().filter(Item::isAsking).forEach(this::book);
    return new Done(List.copyOf(items), List.copyOf(dropped));
  }

  // --- who takes over what ----------------------------------------------------------------------

  private void collect() {
    for (Need need : wish.needs()) {
      need.slots().stream()
          .filter(slot -> slot.start().isAfter(wish.now()))
          .forEach(slot -> items.add(new Item(need, slot)));
    }
    for (Booking booking : steps.ofSeries(wish.series())) {
      String source = wish.sources().get(booking.id());
      if (source != null
          && booking.isLive()
          && booking.slot().start().isAfter(wish.now())
          && wish.reading().covers(dayOf(booking.slot().start()))
          && booking.holder() instanceof Holder.OfGroup many) {
        holdings
            .computeIfAbsent(new Key(source, many.group()), fresh -> new ArrayList<>())
            .add(booking);
      }
    }
  }

  private LocalDate dayOf(Instant at) {
    ZoneId zone = wish.reading().zone();
    return LocalDate.ofInstant(at, zone);
  }

  /** First what stays where it is, then within a week, in order of time. */
  private void pair() {
    Map<Key, List<Item>> byKey = new LinkedHashMap<>();
    for (Item item : items) {
      Key key = new Key(item.need().source(), item.need().group());
      byKey.computeIfAbsent(key, fresh -> new ArrayList<>()).add(item);
    }
    byKey.forEach((key, some) -> {
      List<Booking> held = holdings.getOrDefault(key, List.of());
      for (Item item : some) {
        take(held, it -> isThere(it, item)).ifPresent(item::keep);
      }
      some.stream()
          .filter(item -> item.holding() == null)
          .sorted(Comparator.comparing((Item item) -> item.slot().start()))
          .forEach(item -> take(held, it -> isInWeek(it, item)).ifPresent(item::move));
    });
  }

  private interface Fit {
    boolean fits(Booking booking);
  }

  private static Optional<Booking> take(List<Booking> held, Fit fit) {
    Optional<Booking> found = held.stream().filter(fit::fits).findFirst();
    found.ifPresent(held::remove);
    return found;
  }

  private static boolean isThere(Booking booking, Item item) {
    return booking.slot().equals(item.slot()) && booking.lab().equals(item.need().lab());
  }

  private boolean isInWeek(Booking booking, Item item) {
    return monday(dayOf(booking.slot().start())).equals(monday(dayOf(item.slot().start())));
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  // --- what is done -----------------------------------------------------------------------------

  private Requester by() {
    return new Requester(wish.actor(), wish.override());
  }

  private void drop(Booking booking) {
    require(steps.cancel(booking.id(), booking.version(), by()));
    dropped.add(booking);
  }

  private void giveBack(Item item) {
    Booking booking = item.holding();
    if (booking != null) {
      require(steps.cancel(booking.id(), booking.version(), by()));
      item.letGo();
    }
  }

  /** It was read within this very act. */
  private static void require(ChangeOutcome outcome) {
    if (!(outcome instanceof ChangeOutcome.Changed)) {
      throw new IllegalStateException("a booking of this act changed meanwhile: " + outcome);
    }
  }

  /** Those that could not take over their booking, with the reasons noted. */
  private List<Item> takeOver(List<Item> ready) {
    List<Item> waiting = ready;
    for (int round = 0; round < ROUNDS && !waiting.isEmpty(); round++) {
      List<Item> blocked = waiting.stream().filter(item -> !takesOver(item)).toList();
      if (blocked.size() == waiting.size()) {
        return blocked;
      }
      waiting = blocked;
    }
    return waiting;
  }

  private boolean takesOver(Item item) {
    Booking held = item.holding();
    if (held == null) {
      return false;
    }
    if (isAsWanted(held, item, item.need().seats())) {
      item.settle(Item.Done.UNCHANGED, held);
      return true;
    }
    return amended(item, held, item.need().seats());
  }

  private static boolean isAsWanted(Booking held, Item item, int seats) {
    return isThere(held, item)
        && held.seats().size() == seats
        && held.label().equals(item.need().label());
  }

  private boolean amended(Item item, Booking held, int seats) {
    if (seats > SeatWish.MOST) {
      item.refuse(List.of(new Refusal.NotEnoughSeats(SeatWish.MOST, seats)));
      return false;
    }
    boolean onlyCalled = isThere(held, item) && held.seats().size() == seats;
    Amendment amendment =
        new Amendment(
            onlyCalled ? null : item.slot(),
            onlyCalled ? null : item.need().lab(),
            onlyCalled ? null : new SeatWish.Any(seats, Set.of()),
            null,
            item.need().label());
    return switch (steps.amend(held.id(), held.version(), amendment, by())) {
      case ChangeOutcome.Changed changed -> {
        item.settle(
            item.isMoving() ? Item.Done.MOVED : Item.Done.CHANGED, changed.after().getFirst());
        yield true;
      }
      case ChangeOutcome.Refused refused -> {
        item.refuse(refused.reasons());
        yield false;
      }
      case ChangeOutcome.Outdated current -> throw new IllegalStateException(current.toString());
      case ChangeOutcome.NotLive gone -> throw new IllegalStateException(gone.toString());
      case ChangeOutcome.NoSuchBooking none -> throw new IllegalStateException(none.toString());
    };
  }

  /** Its time and lab stay, but not all seats that it needs now are to be had. */
  private void makeDo(Item item) {
    Booking held = item.holding();
    int free = free(item.reasons());
    if (held == null) {
      return;
    }
    if (wish.shortage() == Shortage.LEAVE_OUT || free == 0) {
      giveBack(item);
    } else if (isAsWanted(held, item, free)) {
      item.settle(Item.Done.UNCHANGED, held);
    } else {
      List<Refusal> reasons = item.reasons();
      if (!amended(item, held, free)) {
        giveBack(item);
      }
      item.refuse(reasons);
    }
  }

  private void book(Item item) {
    int seats = item.need().seats();
    boolean placed = placed(item, seats);
    List<Refusal> reasons = item.reasons();
    int free = free(reasons);
    while (!placed && wish.shortage() == Shortage.BOOK_FREE && free > 0 && free < seats) {
      seats = free;
      placed = placed(item, seats);
      free = free(item.reasons());
    }
    item.refuse(reasons);
  }

  /** How many seats there are where only their number is too small; else 0. */
  private static int free(List<Refusal> reasons) {
    return reasons.size() == 1 && reasons.getFirst() instanceof Refusal.NotEnoughSeats few
        ? Math.min(few.free(), SeatWish.MOST)
        : 0;
  }

  private boolean placed(Item item, int seats) {
    if (seats > SeatWish.MOST) {
      item.refuse(List.of(new Refusal.NotEnoughSeats(SeatWish.MOST, seats)));
      return false;
    }
    BookingWish asked =
        new BookingWish(
            wish.ids().get(),
            new Holder.OfGroup(item.need().group()),
            item.need().lab(),
            new SeatWish.Any(seats, Set.of()),
            item.slot(),
            Purpose.LESSON,
            item.need().label(),
            wish.actor(),
            new Terms(Online.NONE, null, wish.series(), wish.override()));
    return switch (steps.place(asked)) {
      case BookingOutcome.Placed now -> {
        item.settle(item.isMoving() ? Item.Done.MOVED : Item.Done.NEW, now.booking());
        item.refuse(List.of());
        yield true;
      }
      case BookingOutcome.AlreadyPlaced twin -> throw new IllegalStateException(twin.toString());
      case BookingOutcome.Refused refused -> {
        item.refuse(refused.reasons());
        yield false;
      }
    };
  }
}
