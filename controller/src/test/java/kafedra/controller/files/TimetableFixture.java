package kafedra.controller.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.Reading;
import kafedra.controller.timetable.TimetableFile;

/** Timetable files of a school near Yekaterinburg, in the school year 2026/27. */
final class TimetableFixture {
  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  static final Reading READING =
      new Reading(
          ZoneId.of("Asia/Yekaterinburg"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 5, 31));

  private TimetableFixture() {}

  static byte[] bytes(String resource) {
    try (InputStream in = TimetableFixture.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  static TimetableFile read(byte[] file) {
    return new TimetableFiles().read(file, READING);
  }

  static TimetableFile.Usable readable(byte[] file) {
    TimetableFile read = read(file);
    assertThat(read).isInstanceOf(TimetableFile.Usable.class);
    return (TimetableFile.Usable) read;
  }

  static TimetableFile.Usable readable(String text) {
    return readable(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The lessons of a file without problems. */
  static List<Lesson> lessons(String text) {
    TimetableFile.Usable file = readable(text);
    assertThat(file.problems()).isEmpty();
    return file.lessons();
  }

  static FileProblem refusal(byte[] file) {
    TimetableFile read = read(file);
    assertThat(read).isInstanceOf(TimetableFile.Refused.class);
    return ((TimetableFile.Refused) read).problem();
  }

  static FileProblem refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The fault of the one problem of a file that is not refused. */
  static FileFault onlyFault(String text) {
    assertThat(readable(text).problems()).hasSize(1);
    return readable(text).problems().getFirst().fault();
  }
}
