package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClashesTest {
  private static final Days MONDAY = Days.Weekly.each(DayOfWeek.MONDAY);

  private static Lesson lesson(
      int line, String subject, Participants who, String teacher, String room, Days days) {
    return new Lesson(
        subject + who,
        Spot.line(line),
        subject,
        List.of(who),
        List.of(teacher),
        List.of(room),
        days,
        LessonTime.period(1),
        OptionalInt.empty());
  }

  private static Participants group(String className, String group) {
    return new Participants(className, group);
  }

  private static Participants whole(String className) {
    return Participants.wholeClass(className);
  }

  @Test
  void findsARoomThatIsTakenTwice() {
    Lesson one = lesson(2, "IT", whole("7А"), "Е", "Зал", MONDAY);
    Lesson other = lesson(3, "Физика", whole("8Б"), "Б", "зал", MONDAY);

    assertThat(Clashes.in(List.of(other, one)))
        .containsExactly(new Clash(one, other, Clash.Over.ROOM, "Зал"));
  }

  @Test
  void findsATeacherInTwoRooms() {
    Lesson one = lesson(2, "IT", whole("7А"), "Е", "Зал", MONDAY);
    Lesson other = lesson(3, "IT", whole("8Б"), "Е", "14", MONDAY);

    assertThat(Clashes.in(List.of(one, other)))
        .containsExactly(new Clash(one, other, Clash.Over.TEACHER, "Е"));
  }

  @Test
  void findsAClassInTwoPlaces() {
    Lesson whole = lesson(2, "IT", whole("7А"), "Е", "Зал", MONDAY);
    Lesson part = lesson(3, "Физика", group("7А", "1"), "Б", "14", MONDAY);

    assertThat(Clashes.in(List.of(whole, part)))
        .containsExactly(new Clash(whole, part, Clash.Over.CLASS, "7А"));
  }

  @Test
  void letsTwoHalvesOfAClassLearnAtOneTime() {
    assertThat(
            Clashes.in(
                List.of(
                    lesson(2, "IT", group("7А", "1"), "Е", "Зал", MONDAY),
                    lesson(3, "IT", group("7А", "2"), "Б", "14", MONDAY))))
        .isEmpty();
  }

  @Test
  void takesTwoRowsOfOneLessonForOneLesson() {
    assertThat(
            Clashes.in(
                List.of(
                    lesson(2, "IT", whole("7А"), "Е", "Зал", MONDAY),
                    lesson(3, "IT", whole("7Б"), "Е", "Зал", MONDAY))))
        .isEmpty();
  }

  @Test
  void findsTheSameRowTwice() {
    Lesson one = lesson(2, "IT", whole("7А"), "Е", "Зал", MONDAY);
    Lesson again = lesson(3, "IT", whole("7А"), "Е", "Зал", MONDAY);

    assertThat(Clashes.in(List.of(one, again))).hasSize(1);
  }

  @Test
  void letsOtherWeeksTermsDaysAndTimesPass() {
    Lesson base = lesson(2, "IT", whole("7А"), "Е", "Зал", weeks("10"));
    List<Lesson> apart =
        List.of(
            lesson(3, "IT", whole("7А"), "Е", "Зал", weeks("01")),
            lesson(3, "IT", whole("7А"), "Е", "Зал", Days.Weekly.each(DayOfWeek.TUESDAY)),
            base.at(LessonTime.period(2)));

    assertThat(apart).allSatisfy(other -> assertThat(Clashes.in(List.of(base, other))).isEmpty());
    assertThat(Clashes.in(List.of(base, lesson(3, "IT", whole("7А"), "Е", "Зал", weeks("11")))))
        .hasSize(1);
  }

  private static Days weeks(String bits) {
    return new Days.Weekly(DayOfWeek.MONDAY, new Mask(bits), Mask.EACH);
  }

  @Test
  void comparesDatesAndTimesOfTheClock() {
    Days days = Days.Dates.on(LocalDate.of(2026, 10, 5));
    Lesson one =
        lesson(2, "IT", whole("7А"), "Е", "Зал", days)
            .at(LessonTime.between(new Hours(LocalTime.of(8, 0), LocalTime.of(9, 0))));
    Lesson touching =
        lesson(3, "IT", whole("8Б"), "Б", "Зал", days)
            .at(LessonTime.between(new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0))));
    Lesson crossing =
        lesson(4, "IT", whole("8Б"), "Б", "Зал", days)
            .at(LessonTime.between(new Hours(LocalTime.of(8, 59), LocalTime.of(10, 0))));

    assertThat(Clashes.in(List.of(one, touching))).isEmpty();
    assertThat(Clashes.in(List.of(one, crossing))).hasSize(1);
  }

  @Test
  void tellsNoMoreThanItsLimit() {
    List<Lesson> same =
        IntStream.range(0, 100)
            .mapToObj(i -> lesson(i + 2, "IT" + i, whole("7А"), "Е", "Зал", MONDAY))
            .toList();

    assertThat(Clashes.in(same)).hasSize(Clashes.MOST);
  }
}
