package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.calendar.Stretch;
import kafedra.controller.calendar.WeekHours;
import kafedra.controller.sqlite.SqliteCalendarStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search against one that tries every five minutes in every lab. */
class EarliestSeatsIT {
  private static final SchoolId S1 = new SchoolId("s1");
  private static final SchoolId S2 = new SchoolId("s2");
  private static final Duration LESSON = Duration.ofMinutes(45);

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private TestDistrict district;
  private BookingDesk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    desk = district.bookings;
  }

  @AfterEach
  void close() {
    district.close();
  }

  private static Earliest.Question question(
      List<SchoolId> schools, int count, Set<Feature> features, int days) {
    return new Earliest.Question(schools, count, features, LESSON, Instant.EPOCH, days);
  }

  private Optional<Earliest.Place> naive(Earliest.Question question) {
    Instant from = question.from().isBefore(clock.instant()) ? clock.instant() : question.from();
    Instant to = from.plus(Duration.ofDays(question.days()));
    Map<LabId, List<Booking>> booked = new HashMap<>();
    for (String lab : List.of("l1", "l2", "l3")) {
      LabId id = new LabId(lab);
      booked.put(
          id,
          district.bookingStore.inLab(id, new TimeSlot(from, to)).stream()
              .filter(Booking::isLive)
              .toList());
    }
    for (Instant start = from;
        !start.plus(question.length()).isAfter(to);
        start = start.plus(Duration.ofMinutes(5))) {
      TimeSlot slot = TimeSlot.of(start, question.length());
      for (SchoolId school : question.schools()) {
        for (LabId lab : district.rooms.labsOf(school)) {
          Room room = district.rooms.room(lab).orElseThrow();
          long free =
              room.seats().stream()
                  .filter(seat -> seat.features().containsAll(question.features()))
                  .filter(seat -> isFree(booked.getOrDefault(lab, List.of()), seat, slot))
                  .count();
          if (isOpen(room, slot) && free >= question.count()) {
            return Optional.of(new Earliest.Place(school, lab, slot, List.of()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOpen(Room room, TimeSlot slot) {
    LocalDate day = LocalDate.ofInstant(slot.start(), room.zone());
    return room.days().day(day) instanceof DayPlan.Open plan && plan.holds(slot);
  }

  private static boolean isFree(List<Booking> booked, Room.Seat seat, TimeSlot slot) {
    return booked.stream()
        .noneMatch(it -> it.slot().overlaps(slot) && it.seats().contains(seat.id()));
  }

  private void book(Random random, String id) {
    String lab = List.of("l1", "l1", "l2", "l3").get(random.nextInt(4));
    TimeSlot slot =
        TimeSlot.of(
            MONDAY_10.plus(Duration.ofMinutes(15L * random.nextInt(40))),
            Duration.ofMinutes(15L * (1 + random.nextInt(8))));
    desk.place(
        new BookingWish(
            new BookingId(id),
            Holder.NOBODY,
            new LabId(lab),
            new SeatWish.Any(1 + random.nextInt(lab.equals("l1") ? 9 : 4), Set.of()),
            slot,
            Purpose.OTHER,
            "",
            "lib"));
  }

  @RepeatedTest(3)
  void findsWhatTryingEveryFiveMinutesFinds(RepetitionInfo repetition) {
    long seed = 5_200L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    for (int step = 0; step < 30; step++) {
      for (int i = 0; i < 4; i++) {
        book(random, "b-" + step + "-" + i);
      }
      Earliest.Question asked =
          new Earliest.Question(
              List.of(List.of(S1), List.of(S2), List.of(S1, S2), List.of(S2, S1))
                  .get(random.nextInt(4)),
              1 + random.nextInt(10),
              random.nextInt(5) == 0 ? Set.of(Feature.WEBCAM) : Set.of(),
              Duration.ofMinutes(5L * (1 + random.nextInt(30))),
              MONDAY_10.plus(Duration.ofMinutes(5L * random.nextInt(300) - 100)),
              1 + random.nextInt(2));
      Optional<Earliest.Place> found = desk.earliest(asked);
      String where = "seed " + seed + ", step " + step + ": " + asked;
      assertThat(found.map(it -> it.lab() + " " + it.slot()))
          .as(where)
          .isEqualTo(naive(asked).map(it -> it.lab() + " " + it.slot()));
      found.ifPresent(it -> assertThat(it.seats()).as(where).hasSize(asked.count()));
    }
  }

  @Test
  void whatIsFoundCanBeBooked() {
    desk.place(
        BookingFixture.wish("b-1", Holder.NOBODY, new SeatWish.Whole(), BookingFixture.lesson(1)));
    Earliest.Place place = desk.earliest(question(List.of(S1), 8, Set.of(), 3)).orElseThrow();
    assertThat(
            desk.place(
                BookingFixture.wish(
                    "b-2", Holder.NOBODY, new SeatWish.Named(place.seats()), place.slot())))
        .isInstanceOf(BookingOutcome.Placed.class);
  }

  @Test
  void hoursThatChangeAreSeenAtOnce() {
    Earliest.Question asked = question(List.of(S1), 3, Set.of(), 7);
    assertThat(desk.earliest(asked).orElseThrow().slot().start()).isEqualTo(MONDAY_10);
    Map<DayOfWeek, List<Stretch>> wednesdays = new EnumMap<>(DayOfWeek.class);
    wednesdays.put(
        DayOfWeek.WEDNESDAY, List.of(new Stretch(LocalTime.of(12, 0), LocalTime.of(15, 0))));
    new SqliteCalendarStore(district.writer, district.changes)
        .replace(
            S1,
            0,
            new SchoolPlan(
                null,
                List.of(),
                List.of(),
                new WeekHours(wednesdays),
                Map.of(),
                List.of(),
                Map.of(),
                List.of()));
    assertThat(desk.earliest(asked).orElseThrow().slot().start())
        .isEqualTo(Instant.parse("2026-11-25T07:00:00Z"));
  }

  @Test
  void asTimeGoesOnHoursOfLaterDaysAreWorkedOut() {
    Earliest.Question asked = question(List.of(S1, S2), 2, Set.of(), 1);
    for (int day = 0; day < 40; day++) {
      assertThat(desk.earliest(asked).orElseThrow().slot().start()).isEqualTo(clock.instant());
      clock.pass(Duration.ofDays(1));
    }
  }

  @Test
  void moreSeatsThanThereAreAreNeverFree() {
    assertThat(desk.earliest(question(List.of(S1, S2), 11, Set.of(), 62))).isEmpty();
    assertThat(desk.earliest(question(List.of(S1), 2, Set.of(Feature.WEBCAM), 62))).isEmpty();
    assertThat(desk.earliest(question(List.of(), 1, Set.of(), 62))).isEmpty();
  }

  @Test
  void questionsHaveBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> question(List.of(S1), 0, Set.of(), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> question(List.of(S1), 101, Set.of(), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> question(List.of(S1), 1, Set.of(), 63));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Earliest.Question(List.of(S1), 1, Set.of(), Duration.ofHours(13), MONDAY_10, 1));
  }
}
