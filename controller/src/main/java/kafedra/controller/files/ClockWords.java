package kafedra.controller.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafedra.controller.timetable.Hours;

/** Times and dates as people write them: {@code 8:30}, {@code 08.30}, {@code 5.10.2026}. */
final class ClockWords {
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2})[:.]([0-9]{2})(?:[:.][0-9]{2})?");
  private static final Pattern RANGE =
      Pattern.compile("(" + TIME.pattern() + ")\\s*[-–—]\\s*(" + TIME.pattern() + ")");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");
  private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  private ClockWords() {}

  static Optional<LocalTime> time(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /** A range such as {@code 8:30-9:15}, if its end is after its start. */
  static Optional<Hours> range(String text) {
    Matcher range = RANGE.matcher(text.strip());
    return range.matches() ? hours(range.group(1), range.group(4)) : Optional.empty();
  }

  static Optional<Hours> hours(String starts, String ends) {
    Optional<LocalTime> first = time(starts);
    Optional<LocalTime> last = time(ends);
    return first.isPresent() && last.isPresent() && first.get().isBefore(last.get())
        ? Optional.of(new Hours(first.get(), last.get()))
        : Optional.empty();
  }

  static Optional<LocalDate> date(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(text.strip());
    if (dayFirst.matches()) {
      return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text.strip());
    return yearFirst.matches()
        ? date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }
}
