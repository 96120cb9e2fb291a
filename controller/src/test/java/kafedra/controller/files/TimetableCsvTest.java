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
import java.time.LocalDate;
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
import kafedra.controller.timetable.TimetableLimits;
import org.junit.jupiter.api.Test;

class TimetableCsvTest {
  private static final String FILE = text("lessons.csv");
  private static final String HEADER = "subject,class,room,day,lesson\n";

  @Test
  void readsRussianColumns() {
    assertThat(lessons(FILE))
        .containsExactly(
            new Lesson(
                "Информатика|[7А / 1]",
                Spot.line(2),
                "Информатика",
                List.of(new Participants("7А", "1")),
                List.of("Ёжикова Н.П."),
                List.of("Компьютерный зал"),
                Days.Weekly.each(DayOfWeek.MONDAY),
                new LessonTime(new Periods(1, 2), null),
                OptionalInt.of(6)),
            new Lesson(
                "Информатика|[8Б]",
                Spot.line(3),
                "Информатика",
                List.of(Participants.wholeClass("8Б")),
                List.of("Бережной С.А."),
                List.of("Компьютерный зал"),
                new Days.Weekly(DayOfWeek.SATURDAY, new Mask("10"), Mask.EACH),
                LessonTime.period(3),
                OptionalInt.empty()),
            new Lesson(
                "Физика|[7А, 8Б]",
                Spot.line(4),
                "Физика",
                List.of(Participants.wholeClass("7А"), Participants.wholeClass("8Б")),
                List.of("Бережной С.А."),
                List.of("Кабинет 14"),
                new Days.Weekly(DayOfWeek.WEDNESDAY, new Mask("01"), Mask.EACH),
                LessonTime.period(2),
                OptionalInt.empty()));
  }

  @Test
  void readsTheSameWhateverTheEncoding() {
    List<Lesson> expected = lessons(FILE);

    assertThat(readable(("\ufeff" + FILE).getBytes(StandardCharsets.UTF_8)).lessons())
        .isEqualTo(expected);
    for (String encoding : List.of("windows-1251", "KOI8-R")) {
      String known = FILE.replace("№ урока", "Номер урока");
      TimetableFile.Usable file = readable(known.getBytes(Charset.forName(encoding)));
      assertThat(file.encoding()).isEqualTo(encoding);
      assertThat(file.lessons()).isEqualTo(expected);
    }
    TimetableFile.Usable wide = readable(("\ufeff" + FILE).getBytes(StandardCharsets.UTF_16LE));
    assertThat(wide.encoding()).isEqualTo("UTF-16LE");
    assertThat(wide.lessons()).isEqualTo(expected);
  }

  @Test
  void readsWhatFetExports() {
    List<Lesson> lessons = lessons("\ufeff" + text("school_timetable.csv"));

    assertThat(lessons).hasSize(2);
    assertThat(lessons.getFirst().source()).isEqualTo("1");
    assertThat(lessons.getFirst().time()).isEqualTo(new LessonTime(new Periods(1, 2), null));
    assertThat(lessons.getFirst().teachers()).containsExactly("Ёжикова Н.П.", "Бережной С.А.");
    assertThat(lessons.get(1).participants())
        .containsExactly(Participants.wholeClass("7А"), Participants.wholeClass("8Б"));
  }

  @Test
  void readsTimesAndDates() {
    List<Lesson> lessons =
        lessons(
            """
            Дата\tПредмет\tГруппа\tАудитория\tНачало\tКонец
            05.10.2026\tВебинар\tОлимпиада\tЗал 1\t14:00\t15.30
            2026-10-06\t"Вебинар, ""второй""\"\tОлимпиада\tЗал 1\t9:00\t10:00
            """);

    assertThat(lessons.getFirst().days()).isEqualTo(Days.Dates.on(LocalDate.of(2026, 10, 5)));
    assertThat(lessons.getFirst().time())
        .isEqualTo(LessonTime.between(new Hours(LocalTime.of(14, 0), LocalTime.of(15, 30))));
    assertThat(lessons.getFirst().participants())
        .containsExactly(Participants.ownGroup("Олимпиада"));
    assertThat(lessons.get(1).subject()).isEqualTo("Вебинар, \"второй\"");
  }

  @Test
  void knowsALessonAgainByItsIdOrByWhatAMoveLeaves() {
    String id = "id,subject,class,room,day,lesson\n17,IT,7A,1,Mon,1\n";

    assertThat(lessons(id).getFirst().source()).isEqualTo("17");
    assertThat(lessons(HEADER + "IT,7A,1,Mon,1\n").getFirst().source())
        .isEqualTo(lessons(HEADER + "IT,7A,2,Fri,4\n").getFirst().source());
  }

  @Test
  void leavesOneBadRowOutAndKeepsTheOthers() {
    String good = "IT,8B,1,Tue,2\n";

    assertThat(onlyFault(HEADER + good + "IT,7A,1,Mon\n")).isEqualTo(FileFault.COLUMN_COUNT);
    assertThat(onlyFault(HEADER + good + "IT,7A,1,Mandag,1\n")).isEqualTo(FileFault.BAD_DAY);
    assertThat(onlyFault(HEADER + good + "IT,7A,1,,1\n")).isEqualTo(FileFault.MISSING);
    assertThat(onlyFault(HEADER + good + "IT,7A,1,Mon,\n")).isEqualTo(FileFault.MISSING);
    assertThat(onlyFault(HEADER + good + "IT,7A,1,Mon,first\n")).isEqualTo(FileFault.BAD_PERIOD);
    assertThat(onlyFault(HEADER + good + "IT,7A,1,Mon,4-3\n")).isEqualTo(FileFault.BAD_PERIOD);
    assertThat(onlyFault(HEADER + good + "I\tT,7A,1,Mon,1\n"))
        .isEqualTo(FileFault.CONTROL_CHARACTER);
    assertThat(onlyFault(HEADER + good + "I".repeat(201) + ",7A,1,Mon,1\n"))
        .isEqualTo(FileFault.TOO_LONG);
    assertThat(readable(HEADER + good + "IT,7A,1,Mandag,1\n").problems())
        .containsExactly(new FileProblem(Spot.line(3), FileFault.BAD_DAY, "day", "Mandag"));
    assertThat(readable(HEADER + good + "IT,7A,1,Mandag,1\n").lessons()).hasSize(1);
  }

  @Test
  void namesTimesAndDatesThatCannotBe() {
    String timed = "предмет,класс,кабинет,дата,время\n";

    assertThat(onlyFault(timed + "И,7А,1,31.02.2027,8:00-8:45\n")).isEqualTo(FileFault.BAD_DATE);
    assertThat(onlyFault(timed + "И,7А,1,01.02.2027,8:45-8:00\n")).isEqualTo(FileFault.BAD_TIME);
    assertThat(onlyFault(timed + "И,7А,1,01.02.2027,25:00-26:00\n")).isEqualTo(FileFault.BAD_TIME);
    assertThat(onlyFault(timed + "И,7А,1,01.02.2027,8:00-8:00\n")).isEqualTo(FileFault.BAD_TIME);
  }

  @Test
  void namesTheColumnThatIsMissing() {
    assertThat(refusal("предмет;класс;кабинет;день\n"))
        .isEqualTo(new FileProblem(Spot.line(1), FileFault.MISSING_COLUMN, "урок", ""));
    assertThat(refusal("класс;кабинет;день;урок\n").field()).isEqualTo("предмет");
    assertThat(refusal("предмет;кабинет;день;урок\n").field()).isEqualTo("класс");
    assertThat(refusal("предмет;класс;день;урок\n").field()).isEqualTo("кабинет");
    assertThat(refusal("предмет;класс;кабинет;урок\n").field()).isEqualTo("день");
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThat(refusal("").fault()).isEqualTo(FileFault.EMPTY);
    assertThat(refusal(" \r\n ").fault()).isEqualTo(FileFault.EMPTY);
    assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff}).fault())
        .isEqualTo(FileFault.BINARY);
    assertThat(refusal(HEADER).fault()).isEqualTo(FileFault.NO_LESSONS);
    assertThat(refusal(HEADER + "\"IT,7A,1,Mon,1\n").fault()).isEqualTo(FileFault.BROKEN_TABLE);
    assertThat(refusal("просто текст\nещё строка\n".getBytes(WINDOWS_1251)).fault())
        .isEqualTo(FileFault.MISSING_COLUMN);
  }

  @Test
  void refusesMoreLessonsThanItsLimit() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < TimetableLimits.LESSONS; i++) {
      rows.append("IT,7A,").append(i).append(",Mon,1\n");
    }

    assertThat(readable(rows.toString()).lessons()).hasSize(TimetableLimits.LESSONS);
    assertThat(refusal(rows + "IT,8B,0,Tue,1\n").fault()).isEqualTo(FileFault.TOO_MANY_LESSONS);
  }

  @Test
  void tellsTheFirstProblemsAndCountsTheRest() {
    String rows = "IT,7A,1,Mandag,1\n".repeat(TimetableLimits.PROBLEMS + 5);

    assertThat(readable(HEADER + rows).problems()).hasSize(TimetableLimits.PROBLEMS);
    assertThat(readable(HEADER + rows).leftOut()).isEqualTo(TimetableLimits.PROBLEMS + 5);
  }
}
