package kafedra.controller.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.calendar.Closure;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.DaySpan;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a zone whose clocks change, around the nights of the change: whatever is closed and opened, in
 * whatever order and however it overlaps, the bookings that stand are those of open days, and when
 * all is open again everything stands as before.
 */
class ClosingThroughClockChangesIT {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<LabId> LABS =
      List.of(new LabId("l1"), new LabId("l2"), new LabId("l3"));
  private static final int DAYS = 4;
  private static final int ACTS = 12;

  @TempDir Path folder;
  private final Map<BookingId, Booking> made = new LinkedHashMap<>();
  private final Map<ClosureId, Closure> standing =
      new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

  private static void moveToBerlin(TestDistrict district) {
    int schools =
        district.writer.write(db -> {
          try (Statement statement = db.createStatement()) {
            return statement.executeUpdate(
                "UPDATE school SET zone = '" + BERLIN + "', opens = '00:00', closes = '23:55'");
          }
        });
    assertThat(schools).isEqualTo(2);
    district.changes.announce(Set.of(new SchoolId("s1"), new SchoolId("s2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-27", "2027-10-30"})
  void bookingsStandOnOpenDaysAndComeBackWhole(LocalDate first) {
    long seed = System.nanoTime();
    String which = "seed " + seed + " from " + first;
    Random random = new Random(seed);
    MovableClock clock =
        new MovableClock(first.minusDays(1).atTime(12, 0).atZone(BERLIN).toInstant());
    try (TestDistrict district = new TestDistrict(folder, clock)) {
      moveToBerlin(district);
      book(district, first, random);
      assertThat(made).as(which).hasSizeGreaterThan(40);
      for (int act = 0; act < ACTS; act++) {
        if (!standing.isEmpty() && random.nextInt(3) == 0) {
          undo(district, standing.keySet().iterator().next());
        } else {
          close(district, closure("c" + act, first, random), which);
        }
        assertThat(live(district)).as(which).isEqualTo(ofOpenDays());
      }
      List.copyOf(standing.keySet()).forEach(id -> undo(district, id));
      assertThat(live(district)).as(which).isEqualTo(made.keySet());
      made.forEach((id, booking) -> {
        Booking now = district.bookings.find(id).orElseThrow();
        assertThat(now.seats()).as(which).isEqualTo(booking.seats());
        assertThat(now.slot()).as(which).isEqualTo(booking.slot());
      });
    }
  }

  private void book(TestDistrict district, LocalDate first, Random random) {
    Instant from = first.atStartOfDay(BERLIN).toInstant();
    for (int i = 0; i < 90; i++) {
      TimeSlot slot =
          TimeSlot.of(
              from.plus(Duration.ofMinutes(5L * random.nextInt(DAYS * 24 * 12))),
              Duration.ofMinutes(5L * (1 + random.nextInt(24))));
      BookingWish wish =
          new BookingWish(
              new BookingId("b" + i),
              new Holder.OfGroup(new GroupId("g1")),
              LABS.get(random.nextInt(LABS.size())),
              new SeatWish.Any(1, Set.of()),
              slot,
              Purpose.LESSON,
              "",
              "lib");
      if (district.bookings.place(wish) instanceof BookingOutcome.Placed placed) {
        made.put(placed.booking().id(), placed.booking());
      }
    }
  }

  private static Closure closure(String id, LocalDate first, Random random) {
    LocalDate from = first.plusDays(random.nextInt(DAYS));
    Closure.Scope scope =
        switch (random.nextInt(3)) {
          case 0 -> new Closure.OfLab(LABS.get(random.nextInt(LABS.size())));
          case 1 -> new Closure.OfSchool(new SchoolId("s" + (1 + random.nextInt(2))));
          default -> new Closure.OfDistrict();
        };
    return new Closure(
        new ClosureId(id),
        scope,
        new DaySpan(from, from.plusDays(random.nextInt(2))),
        DayPlan.Reason.CLOSED,
        "",
        Running.FINISHES,
        "coo1",
        Instant.EPOCH);
  }

  private void close(TestDistrict district, Closure closure, String which) {
    Set<BookingId> reached = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
    for (BookingId id : ofOpenDays()) {
      if (isIn(closure, Objects.requireNonNull(made.get(id)))) {
        reached.add(id);
      }
    }
    List<Booking> foretold = district.closings.preview(closure);
    assertThat(district.closings.close(closure))
        .as(which)
        .isInstanceOfSatisfying(
            ClosingDesk.Closing.Closed.class,
            it ->
                assertThat(it.done().entries())
                    .extracting(Clearance.Entry::booking)
                    .containsExactlyInAnyOrderElementsOf(reached)
                    .containsExactlyElementsOf(foretold.stream().map(Booking::id).toList()));
    standing.put(closure.id(), closure);
  }

  private void undo(TestDistrict district, ClosureId id) {
    assertThat(district.closings.undo(id, "coo1")).isPresent();
    standing.remove(id);
  }

  private static boolean isIn(Closure closure, Booking booking) {
    return closure.closes(
        booking.school(), booking.lab(), booking.slot().start().atZone(BERLIN).toLocalDate());
  }

  private Set<BookingId> ofOpenDays() {
    List<Closure> closures = new ArrayList<>(standing.values());
    return made.values().stream()
        .filter(booking -> closures.stream().noneMatch(it -> isIn(it, booking)))
        .map(Booking::id)
        .collect(Collectors.toSet());
  }

  private Set<BookingId> live(TestDistrict district) {
    return made.keySet().stream()
        .filter(id -> district.bookings.find(id).orElseThrow().status() == BookingStatus.CONFIRMED)
        .collect(Collectors.toSet());
  }
}
