package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.slot.Marks;
import org.junit.jupiter.api.Test;

/**
 * Three rooms of four seats: {@code r1} and {@code r2} in one building, {@code r3} in another that
 * opens two hours later. A line carries 1 Mbit/s. It is Monday, 10:00.
 */
class EventSlotsTest {
  private static final int LONG = 45;

  private final Village village = new Village().with(PolicyName.LINE, Force.ON);
  private final Map<LabId, Room> labs = Map.of(lab(1), room(1), lab(2), room(2), lab(3), room(3));
  private final Rooms rooms = new OfThree();
  private int made;

  EventSlotsTest() {
    village.line = new LineCapacity.Capacity(1000, LineCapacity.Source.MEASURED);
  }

  private static LabId lab(int number) {
    return new LabId("r" + number);
  }

  private static Room room(int number) {
    String building = number == 3 ? "b2" : "b1";
    int opens = number == 3 ? 12 : 8;
    return new Room(
        lab(number),
        new BuildingId(building),
        Village.SCHOOL,
        Village.ZONE,
        day ->
            new DayPlan.Open(
                List.of(
                    new TimeSlot(
                        day.atTime(opens, 0).atZone(Village.ZONE).toInstant(),
                        day.atTime(15, 0).atZone(Village.ZONE).toInstant())),
                List.of()),
        IntStream.rangeClosed(1, 4)
            .mapToObj(seat -> new Room.Seat(new WorkstationId("r" + number + "-" + seat), Set.of()))
            .toList());
  }

  private final class OfThree implements Rooms {
    @Override
    public Optional<Room> room(LabId lab) {
      return Optional.ofNullable(labs.get(lab));
    }

    @Override
    public List<Room> roomsOf(BuildingId building) {
      return labs.values().stream().filter(room -> room.building().equals(building)).toList();
    }

    @Override
    public List<LabId> labsOf(SchoolId school) {
      return List.copyOf(labs.keySet());
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

  private void taken(int lab, int count, TimeSlot slot, Online online) {
    BookingWish wish = wish(lab, any(count), slot, online);
    Room room = rooms.room(lab(lab)).orElseThrow();
    Set<WorkstationId> gone = new HashSet<>();
    village.schedule.board(lab(lab)).bookings().live(slot).forEach(it -> gone.addAll(it.seats()));
    List<WorkstationId> seats = SeatChoice.fitting(room, Set.of(), gone);
    List<WorkstationId> some = seats.subList(0, Math.min(count, seats.size()));
    if (!some.isEmpty()) {
      village.schedule.put(Booking.of(wish, room, some, MONDAY_10));
    }
  }

  private BookingWish wish(int lab, SeatWish seats, TimeSlot slot, Online online) {
    made++;
    return new BookingWish(
        new BookingId("b" + made),
        new Holder.Nobody(),
        lab(lab),
        seats,
        slot,
        Purpose.WEBINAR,
        "",
        "lib",
        new Terms(online, null, new SeriesId("e"), null));
  }

  private Bundle event(TimeSlot slot, Online online, SeatWish first, int... labs) {
    List<BookingWish> wishes = new ArrayList<>();
    for (int lab : labs) {
      wishes.add(wish(lab, wishes.isEmpty() ? first : any(2), slot, online));
    }
    Series series =
        new Series(new SeriesId("e"), Series.Kind.EVENT, "Олимпиада", "", online, "lib", MONDAY_10);
    return new Bundle(series, wishes, Bundle.Mode.ALL_OR_NOTHING);
  }

  private static Online online(int kbps) {
    return new Online("", kbps, Online.Screens.EACH_SEAT);
  }

  private Counter counter(Schedule on) {
    Judge judge = new Judge(on, rooms, village.facts(), village.clock, Village.all());
    return new Counter(on, rooms, judge, new Displacing(on, Village.all()), village.clock);
  }

  private List<TimeSlot> found(Bundle event) {
    Schedule copy = village.schedule.copy(MONDAY_10);
    return new EventSlots(copy, rooms, counter(copy)).next(event, MONDAY_10);
  }

  /** Tries every mark in turn. */
  private List<TimeSlot> naive(Bundle event) {
    Schedule copy = village.schedule.copy(MONDAY_10);
    Bundles bundles = new Bundles(counter(copy));
    List<TimeSlot> found = new ArrayList<>();
    TimeSlot wished = event.wishes().getFirst().slot();
    Instant start = wished.start();
    Instant end = start.plus(Duration.ofDays(3));
    while (start.isBefore(end) && found.size() < FreeSlots.SUGGESTIONS) {
      TimeSlot slot = TimeSlot.of(start, wished.length());
      BookingWork work = new BookingWork(copy).on(Steps.Nowhere.NOWHERE);
      boolean fits = bundles.isPossible(work, event.at(slot));
      work.undo();
      if (fits) {
        found.add(slot);
      }
      start = start.plus(fits ? slot.length() : Marks.STEP);
    }
    return found;
  }

  @Test
  void offersTheFirstTimeAtWhichEveryRoomIsFree() {
    taken(1, 3, slot(120, 60), Online.NONE); // 12:00 to 13:00
    taken(3, 4, slot(185, 30), Online.NONE); // 13:05 to 13:35

    assertThat(found(event(slot(0, LONG), Online.NONE, any(2), 1, 3)))
        .as("not 12:00, which suits the second room alone, nor 13:00, which suits the first")
        .first()
        .isEqualTo(slot(215, LONG));
  }

  @Test
  void reckonsTheRoomsOfABuildingTogetherOnItsLine() {
    taken(2, 1, slot(0, 60), online(300)); // 800 and 300 are too much, each room alone is not

    List<TimeSlot> times = found(event(slot(0, LONG), online(200), any(2), 1, 2));

    assertThat(times).first().isEqualTo(slot(60, LONG));
  }

  @Test
  void offersNothingWhenTheEventItselfIsTooMuchForTheLine() {
    assertThat(found(event(slot(0, LONG), online(300), any(2), 1))).isNotEmpty();
    assertThat(found(event(slot(0, LONG), online(300), any(2), 1, 2))).isEmpty();
  }

  @Test
  void offersNothingWhenARoomIsUnknownOrTooSmall() {
    assertThat(found(event(slot(0, LONG), Online.NONE, any(5), 1, 2))).isEmpty();
    assertThat(found(event(slot(0, LONG), Online.NONE, any(1), 1, 9))).isEmpty();
  }

  @Test
  void leavesTheCopyAsItWas() {
    taken(1, 3, slot(120, 60), Online.NONE);
    Schedule copy = village.schedule.copy(MONDAY_10);
    Schedule.Tally before = copy.tally(MONDAY_10);

    new EventSlots(copy, rooms, counter(copy))
        .next(event(slot(0, LONG), Online.NONE, any(2), 1, 2, 3), MONDAY_10);

    assertThat(copy.tally(MONDAY_10)).isEqualTo(before);
  }

  @Test
  void findsWhatTryingEveryMarkFinds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      int lab = 1 + random.nextInt(3);
      TimeSlot slot = slot(5 * random.nextInt(600), 15 + 5 * random.nextInt(30));
      taken(lab, 1 + random.nextInt(4), slot, online(100 * random.nextInt(4)));
    }
    for (int i = 0; i < 10; i++) {
      Bundle event =
          event(
              slot(5 * random.nextInt(200), 30 + 5 * random.nextInt(12)),
              online(50 * random.nextInt(5)),
              any(1 + random.nextInt(3)),
              1,
              2,
              3);

      List<TimeSlot> naive = naive(event);

      if (naive.size() == FreeSlots.SUGGESTIONS) {
        assertThat(found(event)).as("seed " + seed).isEqualTo(naive);
      } else {
        assertThat(found(event)).as("seed " + seed).startsWith(naive.toArray(TimeSlot[]::new));
      }
    }
  }
}
