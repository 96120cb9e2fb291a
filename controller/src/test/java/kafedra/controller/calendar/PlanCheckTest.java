package kafedra.controller.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.controller.calendar.PlanDraft.Bells;
import kafedra.controller.calendar.PlanDraft.Days;
import kafedra.controller.calendar.PlanDraft.Hours;
import kafedra.controller.calendar.PlanDraft.Named;
import kafedra.controller.calendar.PlanDraft.Ring;
import kafedra.controller.calendar.PlanDraft.Special;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
  private static final Days YEAR = new Days("2026-09-01", "2027-05-31");
  private static final Rules RULES =
      new Rules(
          Duration.ofMinutes(30),
          Duration.ofMinutes(15),
          Duration.ofMinutes(90),
          Duration.ofMinutes(15),
          LocalTime.of(8, 0),
          LocalTime.of(20, 0));

  private static SchoolCalendar school(String zone) {
    return new SchoolCalendar(new SchoolId("s1"), ZoneId.of(zone), RULES, List.of());
  }

  private static List<String> faults(PlanDraft draft) {
    return faults("Europe/Berlin", draft);
  }

  private static List<String> faults(String zone, PlanDraft draft) {
    return switch (PlanCheck.check(draft, Set.of(new LabId("l1")), school(zone))) {
      case PlanCheck.Checked.Good good -> List.of();
      case PlanCheck.Checked.Faulty faulty ->
          faulty.faults().stream()
              .map(it -> it.field() + " " + it.kind() + " " + String.join(",", it.words()))
              .map(String::strip)
              .toList();
    };
  }

  private static PlanDraft days(@Nullable Days year, List<Named> terms, List<Named> holidays) {
    return new PlanDraft(
        year, List.copyOf(terms), List.copyOf(holidays), null, null, null, null, null);
  }

  private static PlanDraft hours(Map<String, List<Hours>> hours) {
    return new PlanDraft(null, null, null, Map.copyOf(hours), null, null, null, null);
  }

  private static PlanDraft bells(@Nullable Days year, List<Ring> lessons, String day) {
    return new PlanDraft(
        year,
        null,
        null,
        null,
        null,
        List.of(new Bells("Обычные", List.copyOf(lessons))),
        Map.of(day, "Обычные"),
        null);
  }

  private static Ring ring(int number, String shift, String start, String end) {
    return new Ring(number, shift, start, end);
  }

  @Test
  void anEmptyDraftIsTheUsualWeek() {
    assertThat(faults(new PlanDraft(null, null, null, null, null, null, null, null))).isEmpty();
  }

  @Test
  void namesDaysThatAreMissingUnreadableOrSwapped() {
    assertThat(
            faults(
                days(
                    new Days("2027-05-31", "2026-09-01"),
                    List.of(new Named("I", "2026-09-01", null), new Named("", "1 сентября", "x")),
                    List.of(new Named("Каникулы", "2026-11-05", "2026-11-01")))))
        .containsExactlyInAnyOrder(
            "year.last LAST_BEFORE_FIRST 2027-05-31",
            "terms[0].last MISSING",
            "terms[1].name BAD_NAME 100",
            "terms[1].first BAD_DATE",
            "terms[1].last BAD_DATE",
            "holidays[0].last LAST_BEFORE_FIRST 2026-11-05");
  }

  @Test
  void namesTermsAndHolidaysThatOverlap() {
    assertThat(
            faults(
                days(
                    YEAR,
                    List.of(
                        new Named("II", "2026-10-25", "2026-12-29"),
                        new Named("I", "2026-09-01", "2026-10-25")),
                    List.of(
                        new Named("Осень", "2026-10-26", "2026-11-03"),
                        new Named("Праздник", "2026-11-03", "2026-11-04")))))
        .containsExactly(
            "terms[0].first OVERLAPS terms[1]", "holidays[1].first OVERLAPS holidays[0]");
  }

  @Test
  void namesTermsOutsideTheYearAndAYearWithoutEnd() {
    assertThat(faults(days(YEAR, List.of(new Named("I", "2026-08-31", "2026-10-25")), List.of())))
        .containsExactly("terms[0].first OUTSIDE_YEAR");
    assertThat(faults(days(new Days("2026-09-01", "2036-09-01"), List.of(), List.of())))
        .containsExactly("year.last TOO_LONG 400");
  }

  @Test
  void namesHoursThatAreBackwardsEmptyOrOverlap() {
    assertThat(
            faults(
                hours(
                    Map.of(
                        "MONDAY", List.of(new Hours("18:00", "08:00")),
                        "TUESDAY", List.of(new Hours("08:00", "08:00")),
                        "FRIDAY", List.of(new Hours("12:00", "18:00"), new Hours("08:00", "12:30")),
                        "FUNDAY", List.of()))))
        .containsExactlyInAnyOrder(
            "hours.MONDAY[0].closes END_BEFORE_START 18:00",
            "hours.TUESDAY[0].closes END_BEFORE_START 08:00",
            "hours.FRIDAY[0].opens OVERLAPS hours.FRIDAY[1]",
            "hours.FUNDAY UNKNOWN_DAY");
  }

  @Test
  void letsStretchesTouch() {
    assertThat(
            faults(
                hours(
                    Map.of(
                        "MONDAY",
                        List.of(new Hours("08:00", "12:00"), new Hours("12:00", "18:00"))))))
        .isEmpty();
  }

  @Test
  void namesBellsThatAreBackwardsZeroLengthDoubledOrOverlap() {
    assertThat(
            faults(
                bells(
                    null,
                    List.of(
                        ring(1, "FIRST", "09:15", "08:30"),
                        ring(2, "FIRST", "09:30", "09:30"),
                        ring(3, "FIRST", "10:00", "10:45"),
                        ring(4, "FIRST", "10:40", "11:25"),
                        ring(3, "FIRST", "12:00", "12:45"),
                        ring(99, "FIRST", "13:00", "13:45"),
                        ring(1, "NIGHT", "23:00", "23:45")),
                    "MONDAY")))
        .containsExactlyInAnyOrder(
            "bells[0].lessons[0].end END_BEFORE_START 09:15",
            "bells[0].lessons[1].end END_BEFORE_START 09:30",
            "bells[0].lessons[3].start OVERLAPS bells[0].lessons[2]",
            "bells[0].lessons[4].number TWICE bells[0].lessons[2].number",
            "bells[0].lessons[5].number BAD_NUMBER 0,20",
            "bells[0].lessons[6].shift UNKNOWN_SHIFT");
  }

  @Test
  void letsShiftsShareTimesAndNumbers() {
    assertThat(
            faults(
                bells(
                    YEAR,
                    List.of(
                        ring(6, "FIRST", "13:00", "13:45"), ring(6, "SECOND", "13:30", "14:15")),
                    "MONDAY")))
        .isEmpty();
  }

  @Test
  void namesALessonThatClocksSkip() {
    PlanDraft draft = bells(YEAR, List.of(ring(1, "EVENING", "02:15", "02:45")), "SUNDAY");

    assertThat(faults("Europe/Berlin", draft))
        .containsExactly("bells[0].lessons[0].start SKIPPED_BY_CLOCKS 2027-03-28");
    assertThat(faults("Asia/Yekaterinburg", draft)).isEmpty();
    assertThat(faults(bells(YEAR, List.of(ring(1, "EVENING", "01:30", "02:15")), "SUNDAY")))
        .as("only cut short")
        .isEmpty();
  }

  @Test
  void namesWhatIsWrongWithSpecialDays() {
    assertThat(
            faults(
                new PlanDraft(
                    YEAR,
                    null,
                    null,
                    null,
                    Map.of("l9", Map.of()),
                    null,
                    Map.of("MONDAY", "Нет"),
                    List.of(
                        new Special("2026-12-30", "Пусто", null, null, null),
                        new Special("2026-12-31", null, "MONDAY", null, null),
                        new Special("2026-12-31", null, null, "Экзамен", null),
                        new Special(
                            "2027-01-09", null, "MON", null, List.of(new Hours("9", null)))))))
        .containsExactlyInAnyOrder(
            "labs.l9 UNKNOWN_LAB",
            "week.MONDAY UNKNOWN_BELLS Нет",
            "specialDays[0] NOTHING_SPECIAL",
            "specialDays[2].bells UNKNOWN_BELLS Экзамен",
            "specialDays[2].date TWICE specialDays[1].date",
            "specialDays[3].taughtAs UNKNOWN_DAY",
            "specialDays[3].hours[0].opens BAD_TIME",
            "specialDays[3].hours[0].closes MISSING");
  }

  @Test
  void refusesTenThousandEntriesAndTellsAHundredFaultsAtTheMost() {
    List<Named> many = Collections.nCopies(10_000, new Named("", "x", "y"));
    assertThat(faults(days(YEAR, many, many)))
        .containsExactly("terms TOO_MANY 12", "holidays TOO_MANY 100");

    List<Special> special =
        IntStream.range(0, 400)
            .mapToObj(i ->
                new Special(
                    LocalDate.of(2026, 9, 1).plusDays(i).toString(), null, null, null, null))
            .toList();
    PlanDraft draft =
        new PlanDraft(
            null, null, null, null, null, null, null, Collections.unmodifiableList(special));
    assertThat(faults(draft)).hasSize(PlanFaults.MOST);
  }
}
