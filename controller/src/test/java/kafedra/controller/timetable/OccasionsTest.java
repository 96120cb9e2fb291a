package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.calendar.Shift;
import kafedra.controller.calendar.SpecialDay;
import kafedra.controller.calendar.Term;
import kafedra.controller.calendar.WeekHours;
import org.junit.jupiter.api.Test;

/**
 * When lessons are, in a school of Berlin, whose clocks change on 25 October 2026 and 28 March
 * 2027.
 */
class OccasionsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<Term> TERMS =
      List.of(
          new Term("1", new DaySpan(day(9, 1), day(10, 25))),
          new Term("2", new DaySpan(day(10, 26), day(12, 31))));

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private static SchoolCalendar school(SpecialDay... special) {
    Rules rules =
        new Rules(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(90),
            Duration.ofMinutes(15),
            LocalTime.of(0, 0),
            LocalTime.of(23, 0));
    return new SchoolCalendar(
        new SchoolId("s1"),
        BERLIN,
        rules,
        new SchoolPlan(
            null,
            TERMS,
            List.of(),
            new WeekHours(Map.of()),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(special)),
        1,
        List.of());
  }

  private static Frame frame(LocalDate first, LocalDate last) {
    return new Frame(new Reading(BERLIN, first, last), first);
  }

  private static Lesson lesson(Days days, LessonTime time) {
    return new Lesson(
        "k",
        Spot.line(2),
        "Информатика",
        List.of(Participants.wholeClass("7А")),
        List.of(),
        List.of("Зал"),
        days,
        time,
        OptionalInt.empty());
  }

  private static LessonTime hours(int hour, int minute, int endHour, int endMinute) {
    return LessonTime.between(
        new Hours(LocalTime.of(hour, minute), LocalTime.of(endHour, endMinute)));
  }

  /** Open all day, with bells for one lesson from 8:02 to 8:47. */
  private static DayPlan open(LocalDate date) {
    Instant start = date.atStartOfDay(BERLIN).toInstant();
    return new DayPlan.Open(
        List.of(new TimeSlot(start, date.plusDays(1).atStartOfDay(BERLIN).toInstant())),
        List.of(
            new kafedra.controller.calendar.Lesson(
                1,
                Shift.FIRST,
                TimeSlot.of(
                    date.atTime(8, 2).atZone(BERLIN).toInstant(), Duration.ofMinutes(45)))));
  }

  private static List<LocalDate> dates(Occasions occasions) {
    return occasions.slots().stream()
        .map(slot -> LocalDate.ofInstant(slot.start(), BERLIN))
        .toList();
  }

  @Test
  void keepsTheTimeOnTheWallThroughAChangeOfClocks() {
    Occasions occasions =
        Occasions.of(
            lesson(Days.Weekly.each(DayOfWeek.MONDAY), hours(8, 30, 9, 15)),
            OccasionsTest::open,
            school(),
            frame(day(10, 19), day(10, 26)));

    assertThat(occasions.slots())
        .extracting(TimeSlot::start)
        .containsExactly(
            Instant.parse("2026-10-19T06:30:00Z"), Instant.parse("2026-10-26T07:30:00Z"));
  }

  @Test
  void findsNoTimeWhereTheClocksArePutForwardOverIt() {
    LocalDate spring = LocalDate.of(2027, 3, 28);
    Occasions occasions =
        Occasions.of(
            lesson(Days.Dates.on(spring), hours(2, 15, 2, 45)),
            OccasionsTest::open,
            school(),
            frame(spring, spring));

    assertThat(occasions.slots()).isEmpty();
    assertThat(occasions.unbelled()).isEqualTo(1);
  }

  @Test
  void widensBellsToWholeFiveMinutes() {
    Occasions occasions =
        Occasions.of(
            lesson(Days.Weekly.each(DayOfWeek.MONDAY), LessonTime.period(1)),
            OccasionsTest::open,
            school(),
            frame(day(9, 7), day(9, 7)));

    assertThat(occasions.slots())
        .containsExactly(
            new TimeSlot(
                Instant.parse("2026-09-07T06:00:00Z"), Instant.parse("2026-09-07T06:50:00Z")));
  }

  @Test
  void countsWeeksWhereTheCycleBegins() {
    Days odd = new Days.Weekly(DayOfWeek.FRIDAY, new Mask("10"), Mask.EACH);
    Reading reading = new Reading(BERLIN, day(9, 1), day(9, 30));
    Lesson lesson = lesson(odd, hours(8, 0, 8, 45));

    assertThat(
            dates(
                Occasions.of(lesson, OccasionsTest::open, school(), new Frame(reading, day(9, 1)))))
        .containsExactly(day(9, 4), day(9, 18));
    assertThat(
            dates(
                Occasions.of(
                    lesson, OccasionsTest::open, school(), new Frame(reading, day(9, 10)))))
        .containsExactly(day(9, 11), day(9, 25));
  }

  @Test
  void findsTheTermsThatAMaskMeans() {
    Days second = new Days.Weekly(DayOfWeek.MONDAY, Mask.EACH, new Mask("01"));

    assertThat(
            dates(
                Occasions.of(
                    lesson(second, hours(8, 0, 8, 45)),
                    OccasionsTest::open,
                    school(),
                    frame(day(10, 12), day(11, 2)))))
        .containsExactly(day(10, 26), day(11, 2));
    assertThat(Frame.knowsTerms(new Mask("01"), school())).isTrue();
    assertThat(Frame.knowsTerms(new Mask("010"), school())).isFalse();
    assertThat(Frame.knowsTerms(new Mask("111"), school())).isTrue();
  }

  @Test
  void teachesATransferredSaturdayByItsWeekday() {
    SpecialDay saturday =
        new SpecialDay(day(9, 12), "За понедельник", DayOfWeek.MONDAY, null, null);

    assertThat(
            dates(
                Occasions.of(
                    lesson(Days.Weekly.each(DayOfWeek.MONDAY), hours(8, 0, 8, 45)),
                    OccasionsTest::open,
                    school(saturday),
                    frame(day(9, 7), day(9, 14)))))
        .containsExactly(day(9, 7), day(9, 12), day(9, 14));
  }

  @Test
  void passesOverClosedDaysAndCountsThem() {
    Occasions occasions =
        Occasions.of(
            lesson(Days.Weekly.each(DayOfWeek.MONDAY), hours(8, 0, 8, 45)),
            date -> new DayPlan.Closed(DayPlan.Reason.HOLIDAY, ""),
            school(),
            frame(day(9, 7), day(9, 14)));

    assertThat(occasions).isEqualTo(new Occasions(List.of(), 2, 0, 0));
  }
}
