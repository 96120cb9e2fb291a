package kafedra.controller.files;

import java.util.ArrayList;
import java.util.List;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.FileProblem;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.Spot;
import kafedra.controller.timetable.TimetableFile;
import kafedra.controller.timetable.TimetableLimits;

/** What was read of a timetable file so far. */
final class Findings {
  private final List<Lesson> lessons = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();

  void add(Lesson lesson) {
    lessons.add(lesson);
    limit();
  }

  void wrong(Spot spot, FileFault fault, String field, String given) {
    problems.add(new FileProblem(spot, fault, field, given));
    limit();
  }

  private void limit() {
    if (lessons.size() > TimetableLimits.LESSONS || problems.size() > TimetableLimits.LESSONS) {
      throw new Unreadable(FileFault.TOO_MANY_LESSONS);
    }
  }

  TimetableFile as(TimetableFile.Format format, String encoding) {
    return lessons.isEmpty() && problems.isEmpty()
        ? TimetableFile.Refused.of(FileFault.NO_LESSONS)
        : TimetableFile.Usable.of(format, encoding, lessons, problems);
  }
}
