package kafedra.controller.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a timetable file is, once it was read. */
public sealed interface TimetableFile {
  /** Which program wrote it. */
  enum Format {
    ASC,
    FET,
    ICALENDAR,
    CSV
  }

  /**
   * A file that can be trusted, though single lessons of it may be unusable.
   *
   * @param encoding such as {@code windows-1251}
   * @param lessons double ones as one, by place in the file
   * @param problems the first of them by place, one or more for each lesson that is left out
   * @param leftOut lessons that are not among {@code lessons} because of their problems
   */
  record Usable(
      Format format, String encoding, List<Lesson> lessons, List<FileProblem> problems, int leftOut)
      implements TimetableFile {
    public Usable {
      lessons = List.copyOf(lessons);
      problems = List.copyOf(problems);
    }

    public static Usable of(
        Format format, String encoding, List<Lesson> lessons, List<FileProblem> problems) {
      List<FileProblem> all = new ArrayList<>(problems);
      all.sort(Comparator.comparingInt(problem -> problem.spot().line()));
      int leftOut = (int) all.stream().map(FileProblem::spot).distinct().count();
      return new Usable(
          format,
          encoding,
          DoubleLessons.joined(lessons),
          all.subList(0, Math.min(all.size(), TimetableLimits.PROBLEMS)),
          leftOut);
    }
  }

  /** A file of which nothing can be believed. */
  record Refused(FileProblem problem) implements TimetableFile {
    public static Refused of(FileFault fault) {
      return new Refused(FileProblem.ofFile(fault));
    }
  }
}
