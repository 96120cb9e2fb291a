package kafedra.controller.files;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of weekdays, as people and programs write them in Russian and English. */
final class DayWords {
  private static final Map<String, DayOfWeek> DAYS = days();

  private DayWords() {}

  static Optional<DayOfWeek> find(String name) {
    String word = name.strip().toLowerCase(Locale.ROOT);
    if (word.endsWith(".")) {
      word = word.substring(0, word.length() - 1);
    }
    return Optional.ofNullable(DAYS.get(word));
  }

  private static Map<String, DayOfWeek> days() {
    List<List<String>> names =
        List.of(
            List.of("понедельник", "пн", "пон", "пнд", "monday", "mon", "mo", "1"),
            List.of("вторник", "вт", "втр", "tuesday", "tue", "tu", "2"),
            List.of("среда", "ср", "срд", "wednesday", "wed", "we", "3"),
            List.of("четверг", "чт", "чет", "чтв", "thursday", "thu", "th", "4"),
            List.of("пятница", "пт", "пят", "птн", "friday", "fri", "fr", "5"),
            List.of("суббота", "сб", "суб", "сбт", "saturday", "sat", "sa", "6"),
            List.of("воскресенье", "вс", "вск", "воскр", "sunday", "sun", "su", "7"));
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      names.get(day.getValue() - 1).forEach(name -> days.put(name, day));
    }
    return Map.copyOf(days);
  }
}
