package kafedra.controller.files;

import static kafedra.controller.files.TimetableFixture.lessons;
import static kafedra.controller.files.TimetableFixture.onlyFault;
import static kafedra.controller.files.TimetableFixture.readable;
import static kafedra.controller.files.TimetableFixture.refusal;
import static kafedra.controller.files.TimetableFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

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
import kafedra.controller.timetable.Participants;
import kafedra.controller.timetable.Periods;
import kafedra.controller.timetable.TimetableFile;
import org.junit.jupiter.api.Test;

class FetXmlTest {
  private static final String FILE = text("school_data_and_timetable.fet");

  @Test
  void putsActivitiesWhereTheGeneratedConstraintsSay() {
    Lesson lesson = lessons(FILE).getFirst();

    assertThat(lesson)
        .isEqualTo(
            new Lesson(
                "1",
                lesson.spot(),
                "Информатика",
                List.of(new Participants("7А", "7А мальчики")),
                List.of("Ёжикова Н.П."),
                List.of("Компьютерный зал"),
                Days.Weekly.each(DayOfWeek.TUESDAY),
                new LessonTime(
                    new Periods(2, 3), new Hours(LocalTime.of(9, 25), LocalTime.of(11, 15))),
                OptionalInt.of(6)));
    assertThat(readable(FILE).format()).isEqualTo(TimetableFile.Format.FET);
  }

  @Test
  void readsBothSpellingsOfAPlaceAndRealRooms() {
    Lesson lesson = lessons(FILE).get(1);

    assertThat(lesson.days()).isEqualTo(Days.Weekly.each(DayOfWeek.SATURDAY));
    assertThat(lesson.participants())
        .containsExactly(Participants.wholeClass("7А"), Participants.wholeClass("8Б"));
    assertThat(lesson.rooms()).containsExactly("Компьютерный зал", "Кабинет 14");
  }

  @Test
  void passesOverActivitiesThatAreSwitchedOff() {
    assertThat(lessons(FILE)).extracting(Lesson::source).containsExactly("1", "2");
  }

  @Test
  void countsHoursWhoseNamesAreNumbersByTheirNames() {
    String numbered =
        FILE.replace("08:30 - 09:15", "0")
            .replace("09:25 - 10:10", "1")
            .replace("10:30 - 11:15", "2");

    assertThat(lessons(numbered).getFirst().time())
        .isEqualTo(new LessonTime(new Periods(1, 2), null));
  }

  @Test
  void countsHoursWithOtherNamesByTheirPlace() {
    String named = FILE.replace("08:30 - 09:15", "Первый").replace("09:25 - 10:10", "Второй");

    assertThat(lessons(named).getFirst().time()).isEqualTo(new LessonTime(new Periods(2, 3), null));
  }

  @Test
  void refusesDataBeforeATimetableWasGenerated() {
    String data =
        FILE.replaceAll(
            "(?s)<ConstraintActivityPreferredStartingTime>.*?</ConstraintActivityPreferredStartingTime>",
            "");

    assertThat(refusal(data).fault()).isEqualTo(FileFault.NOT_GENERATED);
  }

  @Test
  void refusesAWeekOfMoreThanSevenDays() {
    String days = "<Day><Name>Ещё один</Name></Day>".repeat(2);

    assertThat(refusal(FILE.replace("</Days_List>", days + "</Days_List>")))
        .extracting(FileProblem::fault, FileProblem::given)
        .containsExactly(FileFault.TOO_MANY_DAYS, "Ещё один");
  }

  @Test
  void leavesOneBadActivityOutAndKeepsTheOthers() {
    assertThat(
            onlyFault(
                FILE.replace(
                    "<Activity_Id>2</Activity_Id>\n\t<Day>",
                    "<Activity_Id>7</Activity_Id>\n\t<Day>")))
        .isEqualTo(FileFault.NOT_PLACED);
    assertThat(onlyFault(FILE.replace("<Preferred_Day>Вторник", "<Preferred_Day>Среди")))
        .isEqualTo(FileFault.BAD_DAY);
    assertThat(onlyFault(FILE.replace("<Duration>2<", "<Duration>3<")))
        .isEqualTo(FileFault.BAD_PERIOD);
    assertThat(onlyFault(FILE.replace("<Duration>2<", "<Duration>два<")))
        .isEqualTo(FileFault.BAD_NUMBER);
    assertThat(onlyFault(FILE.replace("<Students>7А мальчики<", "<Students>7Я<")))
        .isEqualTo(FileFault.UNKNOWN_REFERENCE);
  }
}
