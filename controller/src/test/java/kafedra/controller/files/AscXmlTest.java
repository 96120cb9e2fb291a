package kafedra.controller.files;

import static kafedra.controller.files.TimetableFixture.WINDOWS_1251;
import static kafedra.controller.files.TimetableFixture.lessons;
import static kafedra.controller.files.TimetableFixture.onlyFault;
import static kafedra.controller.files.TimetableFixture.readable;
import static kafedra.controller.files.TimetableFixture.refusal;
import static kafedra.controller.files.TimetableFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Mask;
import kafedra.controller.timetable.Participants;
import kafedra.controller.timetable.Periods;
import kafedra.controller.timetable.Spot;
import kafedra.controller.timetable.TimetableFile;
import org.junit.jupiter.api.Test;

class AscXmlTest {
  private static final String FILE = text("asc.xml");

  /** Declares what the tests' strings are. */
  private static final String UTF8 = FILE.replace("windows-1251", "UTF-8");

  private static final String CARD =
      "<card lessonid=\"L80\" classroomids=\"C2\" period=\"1\" weeks=\"11\" terms=\"1\""
          + " days=\"001000\"/>";

  private static String with(String card) {
    assertThat(UTF8).contains(CARD);
    return UTF8.replace(CARD, card);
  }

  @Test
  void readsTheDeclaredEncoding() {
    TimetableFile.Usable file = readable(FILE.getBytes(WINDOWS_1251));

    assertThat(file.format()).isEqualTo(TimetableFile.Format.ASC);
    assertThat(file.encoding()).isEqualTo("windows-1251");
    assertThat(file.problems()).isEmpty();
    assertThat(file.lessons()).extracting(Lesson::subject).contains("Информатика", "Физика");
  }

  @Test
  void readsCentralEuropeanEncodingToo() {
    Charset charset = Charset.forName("windows-1250");
    String slovak =
        FILE.replace("windows-1251", "windows-1250").replaceAll("[А-яЁё]+", "Žľutý kôň");

    assertThat(readable(slovak.getBytes(charset)).lessons().getFirst().subject())
        .startsWith("Žľutý kôň");
  }

  @Test
  void joinsTheTwoCardsOfADoubleLesson() {
    Lesson lesson = lessons(UTF8).getFirst();

    assertThat(lesson)
        .isEqualTo(
            new Lesson(
                "L71",
                lesson.spot(),
                "Информатика",
                List.of(new Participants("7А", "Группа 1")),
                List.of("Ёжикова Н.П."),
                List.of("Компьютерный зал"),
                new Days.Weekly(DayOfWeek.MONDAY, new Mask("11"), new Mask("1")),
                new LessonTime(
                    new Periods(1, 2), new Hours(LocalTime.of(8, 30), LocalTime.of(10, 10))),
                OptionalInt.of(6)));
    assertThat(lesson.spot().element()).isEqualTo("card");
    assertThat(UTF8.lines().toList().get(lesson.spot().line() - 1))
        .contains("lessonid=\"L71\" classroomids=\"C1\" period=\"1\"");
  }

  @Test
  void readsWeeksAndSaturdaysFromTheMasks() {
    Lesson lesson = lessons(UTF8).get(1);

    assertThat(lesson.days())
        .isEqualTo(new Days.Weekly(DayOfWeek.SATURDAY, new Mask("10"), new Mask("1")));
  }

  @Test
  void takesTheRoomsOfTheCardAndNotThoseThatWouldDo() {
    assertThat(lessons(UTF8))
        .extracting(Lesson::rooms)
        .containsExactly(
            List.of("Компьютерный зал"),
            List.of("Компьютерный зал"),
            List.of("Кабинет 14"),
            List.of("Компьютерный зал", "Кабинет 14"));
  }

  @Test
  void callsAnEntireClassByTheClassAlone() {
    assertThat(lessons(UTF8).get(2).participants()).containsExactly(Participants.wholeClass("8Б"));
    assertThat(lessons(UTF8).get(2).pupils()).hasValue(9);
  }

  @Test
  void refusesAMaskOfAnotherLengthAndNamesTheCard() {
    FileProblem problem = refusal(with(CARD.replace("001000", "00100")));

    assertThat(problem.fault()).isEqualTo(FileFault.MASK_LENGTH);
    assertThat(problem.spot().element()).isEqualTo("card");
    assertThat(UTF8.lines().toList().get(problem.spot().line() - 1)).contains("L80");
    assertThat(problem.field()).isEqualTo("days");
    assertThat(problem.given()).isEqualTo("00100");
    assertThat(refusal(with(CARD.replace("weeks=\"11\"", "weeks=\"111\""))).field())
        .isEqualTo("weeks");
    assertThat(refusal(with(CARD.replace("terms=\"1\"", "terms=\"10\""))).field())
        .isEqualTo("terms");
  }

  @Test
  void refusesAMaskOfAnotherLengthAlsoWithoutDefinitions() {
    String bare = UTF8.replaceAll("(?s)<daysdefs.*</daysdefs>", "");

    assertThat(lessons(bare)).isEqualTo(lessons(UTF8).stream().map(it -> moved(bare, it)).toList());
    assertThat(refusal(bare.replace("\"000010\"", "\"00010\"")).fault())
        .isEqualTo(FileFault.MASK_LENGTH);
  }

  /** The lesson with its line in another text of the file. */
  private static Lesson moved(String text, Lesson lesson) {
    String line = UTF8.lines().toList().get(lesson.spot().line() - 1);
    int at = text.lines().toList().indexOf(line) + 1;
    return new Lesson(
        lesson.source(),
        new Spot(at, "card"),
        lesson.subject(),
        lesson.participants(),
        lesson.teachers(),
        lesson.rooms(),
        lesson.days(),
        lesson.time(),
        lesson.pupils());
  }

  @Test
  void leavesOneBadCardOutAndKeepsTheOthers() {
    assertThat(onlyFault(with(CARD.replace("001000", "000000")))).isEqualTo(FileFault.BAD_MASK);
    assertThat(onlyFault(with(CARD.replace("001000", "Среда!")))).isEqualTo(FileFault.BAD_MASK);
    assertThat(onlyFault(with(CARD.replace("period=\"1\"", "period=\"x\""))))
        .isEqualTo(FileFault.BAD_PERIOD);
    assertThat(onlyFault(with(CARD.replace("\"C2\"", "\"C9\""))))
        .isEqualTo(FileFault.UNKNOWN_REFERENCE);
    assertThat(onlyFault(with(CARD.replace("\"L80\"", "\"L81\""))))
        .isEqualTo(FileFault.UNKNOWN_REFERENCE);
    assertThat(onlyFault(with("<card lessonid=\"L80\" period=\"\" days=\"\"/>")))
        .isEqualTo(FileFault.NOT_PLACED);
    assertThat(readable(with(CARD.replace("001000", "000000"))).lessons()).hasSize(3);
    assertThat(readable(with(CARD.replace("001000", "000000"))).leftOut()).isEqualTo(1);
  }

  @Test
  void tellsALessonWhoseTeacherIsNotInTheFile() {
    TimetableFile.Usable file = readable(UTF8.replace("<teacher id=\"7B02\"", "<teacher id=\"X\""));

    assertThat(file.problems())
        .extracting(FileProblem::fault, FileProblem::field, FileProblem::given)
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple(FileFault.UNKNOWN_REFERENCE, "teacherids", "7B02"));
    assertThat(file.problems()).extracting(it -> it.spot().element()).containsOnly("lesson");
    assertThat(file.lessons()).extracting(Lesson::source).containsExactly("L71");
  }

  @Test
  void takesACardOfSeveralDaysAsSeveralLessons() {
    assertThat(lessons(with(CARD.replace("001000", "011000"))))
        .filteredOn(it -> it.source().equals("L80"))
        .extracting(it -> ((Days.Weekly) it.days()).day())
        .containsExactly(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
  }

  @Test
  void believesTheNamesOfTheDays() {
    String sundayFirst =
        UTF8.replace("name=\"Понедельник\"", "name=\"Sunday\"")
            .replace("name=\"Вторник\"", "name=\"Monday\"");

    assertThat(lessons(sundayFirst).getFirst().days())
        .isEqualTo(new Days.Weekly(DayOfWeek.SUNDAY, new Mask("11"), new Mask("1")));
  }

  @Test
  void refusesAnExportForTheOlderProgram() {
    assertThat(refusal("<timetable><TimeTableSchedules/><cards/></timetable>").fault())
        .isEqualTo(FileFault.OLD_ASC);
    assertThat(refusal("<timetable></timetable>").fault()).isEqualTo(FileFault.NO_LESSONS);
  }

  @Test
  void refusesEncodingsThatAreUnknownOrUntrue() {
    assertThat(refusal(FILE.replace("windows-1251", "x-klingon")))
        .isEqualTo(
            new FileProblem(Spot.line(1), FileFault.UNKNOWN_ENCODING, "encoding", "x-klingon"));
    assertThat(refusal(UTF8.getBytes(WINDOWS_1251)).fault()).isEqualTo(FileFault.WRONG_ENCODING);
    assertThat(readable(UTF8.getBytes(StandardCharsets.UTF_8)).encoding()).isEqualTo("UTF-8");
  }
}
