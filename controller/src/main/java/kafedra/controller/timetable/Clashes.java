package kafedra.controller.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds lessons of a file that take a room, a teacher or a class twice at one time.
 *
 * <p>Two rows of one subject with one teacher in one room at one time are one lesson of several
 * classes, as tables are often written, and no clash.
 */
public final class Clashes {
  /** Clashes that are told of one file. */
  public static final int MOST = 1_000;

  /** Something that is taken on a day: a weekday or a date. */
  private record Key(Clash.Over over, String name, Object day) {}

  private record Pair(int one, int other) {}

  private final List<Lesson> lessons;
  private final Map<Key, List<Integer>> takers = new HashMap<>();
  private final Set<Pair> pairs = new HashSet<>();
  private final List<Clash> found = new ArrayList<>();

  private Clashes(List<Lesson> lessons) {
    this.lessons = lessons;
  }

  /** By place of the earlier lesson. A pair of lessons is told once, by room before teacher. */
  public static List<Clash> in(List<Lesson> lessons) {
    List<Lesson> byPlace =
        lessons.stream().sorted(Comparator.comparingInt(lesson -> lesson.spot().line())).toList();
    return new Clashes(byPlace).find();
  }

  private List<Clash> find() {
    for (int i = 0; i < lessons.size(); i++) {
      note(i);
    }
    takers.keySet().stream()
        .sorted(
            Comparator.comparing(Key::over)
                .thenComparing(Key::name)
                .thenComparing(key -> key.day().toString()))
        .forEach(this::compare);
    found.sort(
        Comparator.<Clash>comparingInt(clash -> clash.one().spot().line())
            .thenComparingInt(clash -> clash.other().spot().line()));
    return List.copyOf(found);
  }

  private void note(int index) {
    Lesson lesson = lessons.get(index);
    List<?> days =
        switch (lesson.days()) {
          case Days.Weekly weekly -> List.of(weekly.day());
          case Days.Dates dates -> dates.dates();
        };
    for (Clash.Over over : Clash.Over.values()) {
      for (String name : names(over, lesson)) {
        for (Object day : days) {
          takers
              .computeIfAbsent(
                  new Key(over, name.toLowerCase(Locale.ROOT), day), any -> new ArrayList<>())
              .add(index);
        }
      }
    }
  }

  private static List<String> names(Clash.Over over, Lesson lesson) {
    return switch (over) {
      case ROOM -> lesson.rooms();
      case TEACHER -> lesson.teachers();
      case CLASS ->
          lesson.participants().stream()
              .map(some -> some.className().isEmpty() ? some.group() : some.className())
              .distinct()
              .toList();
    };
  }

  private void compare(Key key) {
    List<Integer> some = Objects.requireNonNull(takers.get(key));
    for (int i = 0; i < some.size(); i++) {
      for (int j = i + 1; j < some.size() && found.size() < MOST; j++) {
        if (clash(key, lessons.get(some.get(i)), lessons.get(some.get(j)))
            && pairs.add(new Pair(some.get(i), some.get(j)))) {
          Lesson one = lessons.get(some.get(i));
          found.add(new Clash(one, lessons.get(some.get(j)), key.over(), nameIn(key, one)));
        }
      }
    }
  }

  private static boolean clash(Key key, Lesson one, Lesson other) {
    return one.time().meets(other.time())
        && one.days().meets(other.days())
        && !isOneLesson(one, other)
        && (key.over() != Clash.Over.CLASS
            || Participants.meet(one.participants(), other.participants()));
  }

  private static boolean isOneLesson(Lesson one, Lesson other) {
    return one.subject().equalsIgnoreCase(other.subject())
        && !one.teachers().isEmpty()
        && one.teachers().equals(other.teachers())
        && one.rooms().equals(other.rooms())
        && !Participants.meet(one.participants(), other.participants());
  }

  /** As the file writes it. */
  private static String nameIn(Key key, Lesson lesson) {
    return names(key.over(), lesson).stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).equals(key.name()))
        .findFirst()
        .orElse(key.name());
  }
}
