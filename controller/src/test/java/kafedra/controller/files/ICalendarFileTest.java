package kafedra.controller.files;

import static kafedra.controller.files.TimetableFixture.WINDOWS_1251;
import static kafedra.controller.files.TimetableFixture.lessons;
import static kafedra.controller.files.TimetableFixture.onlyFault;
import static kafedra.controller.files.TimetableFixture.readable;
import static kafedra.controller.files.TimetableFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Participants;
import kafedra.controller.timetable.TimetableFile;
import org.junit.jupiter.api.Test;

class ICalendarFileTest {
  private static final byte[] FILE = TimetableFixture.bytes("calendar.ics");

  private static final String START = "DTSTART:20260907T083000";
  private static final String END = "DTEND:20260907T091500";

  /** A calendar of one event with these lines besides its UID and summary. */
  private static String event(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        + "SUMMARY:Информатика, 7А\r\nLOCATION:Зал\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  private static List<LocalDate> dates(Lesson lesson) {
    return ((Days.Dates) lesson.days()).dates();
  }

  private static Hours hours(int startHour, int startMinute, int endHour, int endMinute) {
    return new Hours(LocalTime.of(startHour, startMinute), LocalTime.of(endHour, endMinute));
  }

  @Test
  void isFoldedInTheMiddleOfLetters() {
    String text = new String(FILE, StandardCharsets.UTF_8);

    assertThat(text).contains("\ufffd\r\n \ufffd").doesNotContain("Ёжикова Н.П.");
  }

  @Test
  void joinsLettersThatFoldingCutInTwo() {
    TimetableFile.Usable file = readable(FILE);

    assertThat(file.problems()).isEmpty();
    assertThat(file.encoding()).isEqualTo("UTF-8");
    assertThat(file.lessons().getFirst().subject())
        .isEqualTo("Информатика и информационно-коммуникационные технологии в сельской школе");
    assertThat(file.lessons().getFirst().teachers()).containsExactly("Ёжикова Н.П.");
    assertThat(file.lessons().getFirst().rooms()).containsExactly("Компьютерный зал");
    assertThat(file.lessons().getFirst().participants())
        .containsExactly(new Participants("7А", "1"));
  }

  @Test
  void namesTheLineOfTheFoldedFile() {
    TimetableFile.Usable file = readable(FILE);
    List<String> lines = new String(FILE, StandardCharsets.UTF_8).lines().toList();

    assertThat(file.lessons())
        .allSatisfy(it -> assertThat(lines.get(it.spot().line() - 1)).isEqualTo("BEGIN:VEVENT"));
    assertThat(file.lessons()).extracting(it -> it.spot().line()).doesNotHaveDuplicates();
  }

  @Test
  void givesTheDatesOfARuleWithoutTheExcepted() {
    assertThat(dates(readable(FILE).lessons().getFirst()))
        .containsExactly(
            LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 28));
  }

  @Test
  void takesFloatingTimeAsTheSchoolsAndOthersIntoTheSchools() {
    assertThat(readable(FILE).lessons())
        .extracting(Lesson::time)
        .containsExactly(
            LessonTime.between(hours(8, 30, 9, 15)),
            LessonTime.between(hours(16, 0, 17, 30)),
            LessonTime.between(hours(10, 0, 11, 0)));
  }

  @Test
  void findsTheClassInSummaryOrCategories() {
    assertThat(readable(FILE).lessons().get(1).subject()).isEqualTo("Робототехника");
    assertThat(readable(FILE).lessons().get(1).participants())
        .containsExactly(Participants.wholeClass("8Б"));
    assertThat(readable(FILE).lessons().get(2).participants())
        .containsExactly(Participants.wholeClass("9А"));
  }

  @Test
  void readsWindows1251AndLinesEndedByLineFeedsAlone() {
    String text = event(START, END).replace("\r\n", "\n");

    TimetableFile.Usable file = readable(text.getBytes(WINDOWS_1251));

    assertThat(file.encoding()).isEqualTo("windows-1251");
    assertThat(file.lessons().getFirst().subject()).isEqualTo("Информатика");
  }

  @Test
  void endsARuleWithoutEndWithTheTimetable() {
    List<LocalDate> dates = dates(lessons(event(START, END, "RRULE:FREQ=WEEKLY")).getFirst());

    assertThat(dates).hasSize(39).startsWith(LocalDate.of(2026, 9, 7));
    assertThat(dates.getLast()).isEqualTo(LocalDate.of(2027, 5, 31));
  }

  @Test
  void putsAnEventOfAZoneWithDaylightTimeWhereTheSchoolsClockIsThen() {
    List<Lesson> lessons =
        lessons(
            event(
                "DTSTART;TZID=Europe/Berlin:20261019T090000",
                "DTEND;TZID=Europe/Berlin:20261019T100000",
                "RRULE:FREQ=WEEKLY;COUNT=2"));

    assertThat(lessons)
        .extracting(Lesson::time)
        .containsExactly(
            LessonTime.between(hours(12, 0, 13, 0)), LessonTime.between(hours(13, 0, 14, 0)));
  }

  @Test
  void putsAMovedOccurrenceInThePlaceOfTheOriginal() {
    String moved =
        event(START, END, "RRULE:FREQ=WEEKLY;COUNT=3")
            .replace(
                "END:VCALENDAR",
                """
                BEGIN:VEVENT
                UID:1
                RECURRENCE-ID:20260914T083000
                DTSTART:20260915T100000
                DTEND:20260915T104500
                SUMMARY:Информатика, 7А
                END:VEVENT
                END:VCALENDAR\
                """);

    List<Lesson> lessons = lessons(moved);

    assertThat(dates(lessons.getFirst()))
        .containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 21));
    assertThat(dates(lessons.get(1))).containsExactly(LocalDate.of(2026, 9, 15));
    assertThat(lessons.get(1).source()).startsWith("1/");
  }

  @Test
  void leavesOutWhatIsCancelledAndWholeDaysThatAreExcepted() {
    assertThat(
            dates(
                lessons(
                        event(
                            START, END, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20260914"))
                    .getFirst()))
        .containsExactly(LocalDate.of(2026, 9, 7));
    assertThat(refusal(event(START, END, "STATUS:CANCELLED")).fault())
        .isEqualTo(FileFault.NO_LESSONS);
  }

  @Test
  void saysWhyAnEventIsNoLesson() {
    assertThat(onlyFault(event("DTSTART;VALUE=DATE:20260907"))).isEqualTo(FileFault.ALL_DAY);
    assertThat(onlyFault(event(START))).isEqualTo(FileFault.NO_END);
    assertThat(onlyFault(event(END))).isEqualTo(FileFault.MISSING);
    assertThat(onlyFault(event(START, "DTEND:20260907T083000")))
        .isEqualTo(FileFault.ENDS_BEFORE_START);
    assertThat(onlyFault(event(START, "DTEND:20260907T080000")))
        .isEqualTo(FileFault.ENDS_BEFORE_START);
    assertThat(onlyFault(event(START, "DTEND:20270907T083000"))).isEqualTo(FileFault.OVER_MIDNIGHT);
    assertThat(onlyFault(event("DTSTART:20260907T233000", "DTEND:20260908T001500")))
        .isEqualTo(FileFault.OVER_MIDNIGHT);
    assertThat(onlyFault(event("DTSTART:завтра", END))).isEqualTo(FileFault.BAD_TIME);
    assertThat(onlyFault(event("DTSTART:20261307T083000", END))).isEqualTo(FileFault.BAD_TIME);
    assertThat(onlyFault(event("DTSTART;TZID=Mars/Crater:20260907T083000", END)))
        .isEqualTo(FileFault.UNKNOWN_ZONE);
    assertThat(onlyFault(event("DTSTART:20250907T083000", "DTEND:20250907T091500")))
        .isEqualTo(FileFault.OUT_OF_RANGE);
  }

  @Test
  void refusesRulesThatAreNoTimetable() {
    assertThat(onlyFault(event(START, END, "RRULE:FREQ=SOMETIMES"))).isEqualTo(FileFault.BAD_RULE);
    assertThat(onlyFault(event(START, END, "RRULE:FREQ=SECONDLY"))).isEqualTo(FileFault.BAD_RULE);
    assertThat(onlyFault(event(START, END, "RRULE:FREQ=DAILY;BYHOUR=8,9,10;BYMINUTE=0,10,20")))
        .isEqualTo(FileFault.TOO_MANY_DATES);
    assertThat(onlyFault(event(START, END, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31")))
        .isEqualTo(FileFault.OUT_OF_RANGE);
  }

  @Test
  void refusesATornCalendar() {
    String whole = event(START, END);

    assertThat(refusal(whole.substring(0, whole.indexOf("END:VEVENT"))).fault())
        .isEqualTo(FileFault.BROKEN_CALENDAR);
    assertThat(refusal(whole.replace("END:VEVENT\r\n", "")).fault())
        .isEqualTo(FileFault.BROKEN_CALENDAR);
    assertThat(refusal("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n").fault())
        .isEqualTo(FileFault.NO_LESSONS);
  }

  @Test
  void leavesOneBadEventOutAndKeepsTheOthers() {
    String text = event(START, END).replace("\r\n", "\n");
    String second =
        text.substring(text.indexOf("BEGIN:VEVENT"), text.indexOf("END:VCALENDAR"))
            .replace("UID:1", "UID:2")
            .replace("DTSTART:", "DTSTART;VALUE=DATE:")
            .replace("T083000", "");

    TimetableFile.Usable file = readable(text.replace("END:VCALENDAR", second + "END:VCALENDAR"));

    assertThat(file.lessons()).hasSize(1);
    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().getFirst().spot().line()).isEqualTo(11);
  }
}
