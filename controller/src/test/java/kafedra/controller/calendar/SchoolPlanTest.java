package kafedra.controller.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Bell;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.contract.time.TimeSlot;
import org.junit.jupiter.api.Test;

class SchoolPlanTest {
  private static final LabId LAB = new LabId("l1");
  private static final SchoolId SCHOOL = new SchoolId("s1");
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "Europe/London",
          "Europe/Athens",
          "America/New_York",
          "Atlantic/Azores", // clocks change at midnight
          "Asia/Yekaterinburg");

  private static Rules rules(int opens, int closes) {
    return new Rules(
        Duration.ofMinutes(30),
        Duration.ofMinutes(15),
        Duration.ofMinutes(90),
        Duration.ofMinutes(15),
        LocalTime.of(opens, 0),
        LocalTime.of(closes, 0));
  }

  private static SchoolCalendar calendar(String zone, Bell... bells) {
    return new SchoolCalendar(SCHOOL, ZoneId.of(zone), rules(0, 20), List.of(bells));
  }

  private static Duration openFor(SchoolCalendar calendar, LocalDate day) {
    return switch (calendar.day(LAB, day)) {
      case DayPlan.Open open ->
          open.hours().stream().map(TimeSlot::length).reduce(Duration.ZERO, Duration::plus);
      case DayPlan.Closed closed -> Duration.ZERO;
    };
  }

  @Test
  void aDayWithAClockChangeIsAsLongAsItReallyIs() {
    SchoolCalendar berlin = calendar("Europe/Berlin");
    assertThat(openFor(berlin, LocalDate.of(2027, 3, 28))).isEqualTo(Duration.ofHours(19));
    assertThat(openFor(berlin, LocalDate.of(2027, 10, 31))).isEqualTo(Duration.ofHours(21));
    SchoolCalendar ural = calendar("Asia/Yekaterinburg");
    assertThat(openFor(ural, LocalDate.of(2027, 3, 28))).isEqualTo(Duration.ofHours(20));
    // Yekaterinburg went back for good in 2014
    assertThat(openFor(ural, LocalDate.of(2014, 10, 26))).isEqualTo(Duration.ofHours(21));
  }

  @Test
  void aClosureOutweighsThePlanWhereItIsMeant() {
    SchoolCalendar usual = calendar("Asia/Yekaterinburg");
    LocalDate frost = LocalDate.of(2027, 1, 18);
    DaySpan week = new DaySpan(frost, frost.plusDays(4));
    SchoolCalendar closed =
        new SchoolCalendar(
            SCHOOL,
            usual.zone(),
            usual.rules(),
            usual.plan(),
            1,
            List.of(
                new Closure(
                    new ClosureId("c1"),
                    new Closure.OfLab(new LabId("l2")),
                    week,
                    DayPlan.Reason.CLOSED,
                    "Ремонт",
                    Running.FINISHES,
                    "lib1",
                    Instant.EPOCH),
                new Closure(
                    new ClosureId("c2"),
                    new Closure.OfDistrict(),
                    new DaySpan(frost, frost),
                    DayPlan.Reason.REMOTE,
                    "Мороз",
                    Running.FINISHES,
                    "coo1",
                    Instant.EPOCH)));

    assertThat(closed.day(LAB, frost))
        .isEqualTo(new DayPlan.Closed(DayPlan.Reason.REMOTE, "Мороз"));
    assertThat(closed.day(LAB, frost.plusDays(1))).isInstanceOf(DayPlan.Open.class);
    assertThat(closed.day(new LabId("l2"), frost.plusDays(4)))
        .isEqualTo(new DayPlan.Closed(DayPlan.Reason.CLOSED, "Ремонт"));
    assertThat(closed.day(new LabId("l2"), frost.plusDays(5))).isInstanceOf(DayPlan.Open.class);
  }

  @Test
  void aSpecialDayOutweighsHolidaysAndTheYear() {
    SchoolPlan plan =
        new SchoolPlan(
            new DaySpan(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 5, 31)),
            List.of(),
            List.of(
                new Holiday(
                    "Осень", new DaySpan(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 3)))),
            WeekHours.daily(new Stretch(LocalTime.of(8, 0), LocalTime.of(18, 0))),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(
                new SpecialDay(
                    LocalDate.of(2026, 10, 28), "Олимпиада", DayOfWeek.MONDAY, null, null),
                new SpecialDay(
                    LocalDate.of(2027, 6, 7),
                    "Экзамен",
                    null,
                    null,
                    List.of(new Stretch(LocalTime.of(9, 0), LocalTime.of(15, 0))))));
    SchoolCalendar school =
        new SchoolCalendar(
            SCHOOL, ZoneId.of("Asia/Yekaterinburg"), rules(8, 18), plan, 1, List.of());

    assertThat(openFor(school, LocalDate.of(2026, 10, 27))).isEqualTo(Duration.ZERO);
    assertThat(openFor(school, LocalDate.of(2026, 10, 28))).isEqualTo(Duration.ofHours(10));
    assertThat(openFor(school, LocalDate.of(2027, 6, 8))).isEqualTo(Duration.ZERO);
    assertThat(openFor(school, LocalDate.of(2027, 6, 7))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void theUsualBellsComeBackAsTheyWereGiven() {
    Bell monday = new Bell(DayOfWeek.MONDAY, 1, LocalTime.of(8, 30), LocalTime.of(9, 15));
    Bell tuesday = new Bell(DayOfWeek.TUESDAY, 2, LocalTime.of(9, 0), LocalTime.of(9, 45));

    assertThat(calendar("Europe/Berlin", tuesday, monday).bells()).containsExactly(monday, tuesday);
  }

  /**
   * Whatever the hours and wherever the clocks change: stretches and lessons of a day lie within
   * it, are in order and disjoint, and all of a day's stretches together are as long as the moments
   * whose wall time lies in them, counted minute by minute.
   */
  @Test
  void hoursHoldThroughClockChanges() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      LocalDate day = changeDay(zone, random);
      List<Stretch> stretches = stretches(random);
      SchoolPlan plan =
          new SchoolPlan(
              null,
              List.of(),
              List.of(),
              new WeekHours(Map.of(day.getDayOfWeek(), stretches)),
              Map.of(),
              List.of(),
              Map.of(),
              List.of());
      String which = "seed " + seed + ", " + zone + ", " + day + ", " + stretches;
      SchoolCalendar school = new SchoolCalendar(SCHOOL, zone, rules(8, 18), plan, 1, List.of());
      TimeSlot whole = school.wholeDay(day);
      List<TimeSlot> hours =
          switch (school.day(LAB, day)) {
            case DayPlan.Open open -> open.hours();
            case DayPlan.Closed closed -> List.of();
          };
      for (int i = 0; i < hours.size(); i++) {
        assertThat(hours.get(i).start()).as(which).isAfterOrEqualTo(whole.start());
        assertThat(hours.get(i).end()).as(which).isBeforeOrEqualTo(whole.end());
        if (i > 0) {
          assertThat(hours.get(i).start()).as(which).isAfterOrEqualTo(hours.get(i - 1).end());
        }
      }
      for (Instant at = whole.start(); at.isBefore(whole.end()); at = at.plusSeconds(60)) {
        LocalTime shown = at.atZone(zone).toLocalTime();
        boolean meant =
            stretches.stream()
                .anyMatch(it -> !shown.isBefore(it.opens()) && shown.isBefore(it.closes()));
        Instant now = at;
        boolean open = hours.stream().anyMatch(it -> it.contains(now));
        boolean comesTwice =
            zone.getRules().getValidOffsets(at.atZone(zone).toLocalDateTime()).size() == 2;
        if (!comesTwice) {
          assertThat(open).as(which + " at " + at).isEqualTo(meant);
        }
      }
    }
  }

  /** A day on which clocks change there, or the one before or after. */
  private static LocalDate changeDay(ZoneId zone, Random random) {
    Instant from = Instant.parse("2010-01-01T00:00:00Z").plusSeconds(random.nextInt(400_000_000));
    var change = zone.getRules().nextTransition(from);
    LocalDate day =
        change == null ? LocalDate.ofInstant(from, zone) : change.getDateTimeBefore().toLocalDate();
    return day.plusDays(random.nextInt(3) - 1L);
  }

  private static List<Stretch> stretches(Random random) {
    TreeSet<Integer> ends = new TreeSet<>();
    while (ends.size() < 2 * (1 + random.nextInt(3)) || ends.size() % 2 == 1) {
      // mostly at night, where clocks change
      ends.add(random.nextBoolean() ? random.nextInt(6 * 60) : random.nextInt(24 * 60));
    }
    List<Integer> sorted = new ArrayList<>(ends);
    List<Stretch> made = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i += 2) {
      made.add(
          new Stretch(
              LocalTime.MIN.plusMinutes(sorted.get(i)),
              LocalTime.MIN.plusMinutes(sorted.get(i + 1))));
    }
    return made;
  }
}
