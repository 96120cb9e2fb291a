package kafedra.controller.files;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import kafedra.controller.files.TimetableColumns.Column;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Mask;
import kafedra.controller.timetable.Periods;

/** When the lesson of a row of a table is. */
final class TimetableDays {
  private static final Set<String> EACH =
      Set.of("", "1", "все", "каждая", "каждую", "еженедельно", "all", "each", "every");
  private static final Set<String> ODD =
      Set.of("нечет", "нечетная", "нечетные", "числитель", "а", "a", "i", "odd", "10");
  private static final Set<String> EVEN =
      Set.of("чет", "четная", "четные", "знаменатель", "б", "b", "ii", "even", "01");

  private TimetableDays() {}

  /** A date wins over a weekday. */
  static Optional<Days> of(
      Function<Column, String> cells, Function<Column, String> labels, LessonDraft draft) {
    String dated = cells.apply(Column.DATE);
    if (!dated.isEmpty()) {
      Optional<LocalDate> date = ClockWords.date(dated);
      if (date.isEmpty()) {
        draft.wrong(FileFault.BAD_DATE, labels.apply(Column.DATE), dated);
      }
      return date.map(Days.Dates::on);
    }
    String name = cells.apply(Column.DAY);
    Optional<DayOfWeek> day = DayWords.find(name);
    if (day.isEmpty()) {
      draft.wrong(
          name.isEmpty() ? FileFault.MISSING : FileFault.BAD_DAY, labels.apply(Column.DAY), name);
    }
    Optional<Mask> weeks = weeks(cells.apply(Column.WEEKS));
    if (weeks.isEmpty()) {
      draft.wrong(FileFault.BAD_WEEKS, labels.apply(Column.WEEKS), cells.apply(Column.WEEKS));
    }
    return day.isPresent() && weeks.isPresent()
        ? Optional.of(new Days.Weekly(day.get(), weeks.get(), Mask.EACH))
        : Optional.empty();
  }

  private static Optional<Mask> weeks(String text) {
    String word = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    if (EACH.contains(word)) {
      return Optional.of(Mask.EACH);
    }
    if (ODD.contains(word)) {
      return Optional.of(new Mask("10"));
    }
    if (EVEN.contains(word)) {
      return Optional.of(new Mask("01"));
    }
    return Mask.isBits(word) && word.indexOf('1') >= 0
        ? Optional.of(new Mask(word))
        : Optional.empty();
  }

  /** The number of the lesson, its times, or both; at least one must be there. */
  static Optional<LessonTime> time(
      Function<Column, String> cells, Function<Column, String> labels, LessonDraft draft) {
    String number = cells.apply(Column.LESSON);
    Optional<Periods> periods = periods(number);
    Optional<Hours> hours = periods.isEmpty() ? ClockWords.range(number) : Optional.empty();
    if (periods.isEmpty() && hours.isEmpty() && !number.isEmpty()) {
      draft.wrong(FileFault.BAD_PERIOD, labels.apply(Column.LESSON), number);
      return Optional.empty();
    }
    Column at = cells.apply(Column.TIME).isEmpty() ? Column.START : Column.TIME;
    String clock = clock(cells);
    Optional<Hours> given = clock.isEmpty() ? hours : ClockWords.range(clock);
    if (!clock.isEmpty() && given.isEmpty()) {
      draft.wrong(FileFault.BAD_TIME, labels.apply(at), clock);
      return Optional.empty();
    }
    if (periods.isEmpty() && given.isEmpty()) {
      draft.wrong(FileFault.MISSING, labels.apply(Column.LESSON), "");
      return Optional.empty();
    }
    return Optional.of(new LessonTime(periods.orElse(null), given.orElse(null)));
  }

  private static String clock(Function<Column, String> cells) {
    String time = cells.apply(Column.TIME);
    if (!time.isEmpty()) {
      return time;
    }
    String starts = cells.apply(Column.START);
    String ends = cells.apply(Column.END);
    return starts.isEmpty() && ends.isEmpty() ? "" : starts + "-" + ends;
  }

  /** «3» or «3-4». */
  private static Optional<Periods> periods(String text) {
    OptionalInt one = Numbers.whole(text, 0, Periods.HIGHEST);
    if (one.isPresent()) {
      return Optional.of(Periods.of(one.getAsInt()));
    }
    String[] two = text.split("[-–]", -1);
    if (two.length != 2) {
      return Optional.empty();
    }
    OptionalInt first = Numbers.whole(two[0], 0, Periods.HIGHEST);
    OptionalInt last = Numbers.whole(two[1], 0, Periods.HIGHEST);
    return first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt()
        ? Optional.of(new Periods(first.getAsInt(), last.getAsInt()))
        : Optional.empty();
  }
}
