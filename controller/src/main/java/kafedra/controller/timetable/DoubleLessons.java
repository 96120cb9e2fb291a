package kafedra.controller.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Programs write a double lesson as two that follow on each other. It is one: nobody gets up
 * between, so the seats are held through the break.
 */
final class DoubleLessons {
  private record Likeness(String source, Days days, List<String> rooms) {}

  private DoubleLessons() {}

  /** In the order of the first of each. */
  static List<Lesson> joined(List<Lesson> lessons) {
    Map<Likeness, List<Lesson>> alike = new LinkedHashMap<>();
    for (Lesson lesson : lessons) {
      alike
          .computeIfAbsent(
              new Likeness(lesson.source(), lesson.days(), lesson.rooms()),
              any -> new ArrayList<>())
          .add(lesson);
    }
    List<Lesson> joined = new ArrayList<>();
    alike.values().forEach(some -> joined.addAll(run(some)));
    joined.sort(Comparator.comparingInt(lesson -> lesson.spot().line()));
    return joined;
  }

  private static List<Lesson> run(List<Lesson> alike) {
    List<Lesson> byTime = new ArrayList<>(alike);
    byTime.sort(
        Comparator.comparingInt(
            lesson -> lesson.time().periods().map(Periods::first).orElse(Integer.MAX_VALUE)));
    List<Lesson> run = new ArrayList<>();
    for (Lesson next : byTime) {
      Optional<Lesson> longer = run.isEmpty() ? Optional.empty() : joined(run.getLast(), next);
      longer.ifPresent(lesson -> run.removeLast());
      run.add(longer.orElse(next));
    }
    return run;
  }

  private static Optional<Lesson> joined(Lesson before, Lesson next) {
    return before.isLike(next)
        ? before.time().joined(next.time()).map(before::at)
        : Optional.empty();
  }
}
