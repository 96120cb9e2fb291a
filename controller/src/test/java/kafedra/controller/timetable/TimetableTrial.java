package kafedra.controller.timetable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import kafedra.contract.config.EditDistance;
import kafedra.contract.id.SchoolId;
import kafedra.controller.TestDistrict;
import kafedra.controller.files.TimetableFiles;
import kafedra.controller.sqlite.SqliteLessonTeachers;

/** Timetables of four weeks for tests that are about something else. */
public record TimetableTrial(TimetableDesk desk, InstantSource clock) {
  public static final SchoolId SCHOOL = new SchoolId("s1");
  private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

  public static TimetableTrial of(TestDistrict district, InstantSource clock) {
    return new TimetableTrial(
        new TimetableDesk(
            district.roster,
            district.calendar,
            district.bookings,
            district.bookingData.timetables(),
            new SqliteLessonTeachers(district.readers, district.writer),
            new TimetableFiles(),
            EditDistance::between,
            clock),
        clock);
  }

  /** A table of lessons of the class 7А: subject, room, day and hours. */
  public static byte[] file(String... rows) {
    return ("предмет,класс,кабинет,день,время\n" + String.join("\n", rows))
        .getBytes(StandardCharsets.UTF_8);
  }

  private ImportWish wish() {
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZONE);
    return new ImportWish(
        SCHOOL,
        new Frame(new Reading(ZONE, first, first.plusDays(27)), first),
        Shortage.BOOK_FREE,
        "17-р",
        null,
        null,
        "lib1");
  }

  public String preview(byte[] file) {
    return ((ImportOutcome.Planned) desk.preview(file, wish())).report().token();
  }

  public ImportOutcome apply(byte[] file, String token) {
    return desk.apply(file, wish(), token);
  }
}
