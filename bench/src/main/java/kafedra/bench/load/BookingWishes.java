package kafedra.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Room;
import kafedra.controller.booking.Rooms;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.calendar.DayPlan;

/**
 * Wishes over two weeks of half-hour slots in a hundred labs of twenty seats, in a seeded random
 * order, each of which can be granted.
 */
public final class BookingWishes implements Rooms {
  private static final int LABS = 100;
  private static final int SEATS = 20;
  private static final int DAYS = 14;
  private static final int SLOTS = 20;

  private final Instant firstDay;

  /**
   * @param now the slots begin on the day after
   */
  public BookingWishes(Instant now) {
    firstDay = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
  }

  /** One seat for one person each. */
  public List<BookingWish> single(int count, long seed) {
    List<BookingWish> wishes = new ArrayList<>();
    for (int place : places(LABS * DAYS * SLOTS * SEATS, count, seed)) {
      int seat = place % SEATS;
      int labAndSlot = place / SEATS;
      Holder holder = new Holder.OfPerson(new PersonId("p-" + labAndSlot % LABS + "-" + seat));
      wishes.add(wish("s" + seed + "-" + place, holder, labAndSlot, 1));
    }
    return wishes;
  }

  /** Twelve seats for a group each. */
  public List<BookingWish> twelve(int count, long seed) {
    List<BookingWish> wishes = new ArrayList<>();
    for (int place : places(LABS * DAYS * SLOTS, count, seed)) {
      Holder holder = new Holder.OfGroup(new GroupId("g-" + place % LABS));
      wishes.add(wish("g" + seed + "-" + place, holder, place, 12));
    }
    return wishes;
  }

  private static List<Integer> places(int all, int count, long seed) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(seed));
    return places.subList(0, count);
  }

  private BookingWish wish(String id, Holder holder, int labAndSlot, int seats) {
    int lab = labAndSlot % LABS;
    return new BookingWish(
        new BookingId(id),
        holder,
        new LabId("lab-" + lab),
        new SeatWish.Any(seats, Set.of()),
        slot(labAndSlot / LABS),
        Purpose.LESSON,
        "",
        "trial");
  }

  /** Slot {@code i} of the two weeks, from eight in the morning on. */
  public TimeSlot slot(int i) {
    Instant start =
        firstDay
            .plus(Duration.ofDays(i / SLOTS))
            .plus(Duration.ofMinutes(8 * 60 + 30L * (i % SLOTS)));
    return TimeSlot.of(start, Duration.ofMinutes(30));
  }

  @Override
  public Optional<Room> room(LabId lab) {
    List<Room.Seat> seats = new ArrayList<>();
    for (int i = 0; i < SEATS; i++) {
      seats.add(new Room.Seat(new WorkstationId(lab + "-" + i), Set.of()));
    }
    return Optional.of(
        new Room(
            lab,
            new BuildingId("building"),
            new SchoolId("school"),
            ZoneOffset.UTC,
            day ->
                new DayPlan.Open(
                    List.of(
                        new TimeSlot(
                            day.atTime(8, 0).toInstant(ZoneOffset.UTC),
                            day.atTime(18, 0).toInstant(ZoneOffset.UTC))),
                    List.of()),
            seats));
  }

  @Override
  public List<Room> roomsOf(BuildingId building) {
    return List.of();
  }

  @Override
  public List<LabId> labsOf(SchoolId school) {
    return List.of();
  }

  @Override
  public long edition() {
    return 0;
  }

  @Override
  public boolean knows(Holder holder) {
    return true;
  }
}
