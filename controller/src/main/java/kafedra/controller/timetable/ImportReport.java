package kafedra.controller.timetable;

import java.util.List;

/**
 * What a timetable file comes to, before it is taken in and after.
 *
 * @param leftOut lessons that cannot be read
 * @param problems the first of them
 * @param lessons by place in the file, then those that are gone
 * @param teachers names whose lessons come into nobody's calendar
 * @param token equal for two reports that say the same of the same schedule
 */
public record ImportReport(
    TimetableFile.Format format,
    String encoding,
    int leftOut,
    List<FileProblem> problems,
    List<LessonReport> lessons,
    List<UnknownTeacher> teachers,
    String token) {
  public ImportReport {
    problems = List.copyOf(problems);
    teachers = List.copyOf(teachers);
    lessons = List.copyOf(lessons);
  }

  public int count(Fate fate) {
    return (int) lessons.stream().filter(lesson -> lesson.fate() == fate).count();
  }

  /** Whether taking it in would do anything to the schedule. */
  public boolean isChange() {
    return lessons.stream().anyMatch(lesson -> lesson.dates().isChange());
  }
}
