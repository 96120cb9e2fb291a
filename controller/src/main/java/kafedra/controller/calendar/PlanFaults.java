package kafedra.controller.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.controller.calendar.PlanFault.Kind;
import org.jspecify.annotations.Nullable;

/** Reads single values of a draft and collects what is wrong with them. */
final class PlanFaults {
  /** More are not told; whoever made so many mistakes will come again. */
  static final int MOST = 100;

  private static final int LONGEST_NAME = 100;

  private final List<PlanFault> found = new ArrayList<>();

  void add(String field, Kind kind, Object... words) {
    if (found.size() < MOST) {
      found.add(new PlanFault(field, kind, List.of(words).stream().map(Object::toString).toList()));
    }
  }

  List<PlanFault> found() {
    return List.copyOf(found);
  }

  Optional<LocalDate> date(String field, @Nullable String text) {
    if (text == null) {
      add(field, Kind.MISSING);
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 2000 && date.getYear() < 2200) {
        return Optional.of(date);
      }
    } catch (DateTimeException malformed) {
      // told below, as a year out of range is
    }
    add(field, Kind.BAD_DATE);
    return Optional.empty();
  }

  private Optional<LocalTime> time(String field, @Nullable String text) {
    if (text == null) {
      add(field, Kind.MISSING);
      return Optional.empty();
    }
    try {
      LocalTime time = LocalTime.parse(text);
      if (time.getSecond() == 0 && time.getNano() == 0) {
        return Optional.of(time);
      }
    } catch (DateTimeException malformed) {
      // told below, as a time with seconds is
    }
    add(field, Kind.BAD_TIME);
    return Optional.empty();
  }

  /** Two days, the last not before the first. */
  Optional<DaySpan> days(String field, @Nullable String first, @Nullable String last) {
    Optional<LocalDate> from = date(field + ".first", first);
    Optional<LocalDate> to = date(field + ".last", last);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      add(field + ".last", Kind.LAST_BEFORE_FIRST, from.get());
      return Optional.empty();
    }
    return Optional.of(new DaySpan(from.get(), to.get()));
  }

  /** A start and a later end. */
  record Times(LocalTime start, LocalTime end) {}

  Optional<Times> times(
      String startField, @Nullable String start, String endField, @Nullable String end) {
    Optional<LocalTime> from = time(startField, start);
    Optional<LocalTime> to = time(endField, end);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      add(endField, Kind.END_BEFORE_START, from.get());
      return Optional.empty();
    }
    return Optional.of(new Times(from.get(), to.get()));
  }

  String name(String field, @Nullable String text) {
    if (text == null) {
      add(field, Kind.MISSING);
      return "?";
    }
    if (text.isBlank() || text.length() > LONGEST_NAME) {
      add(field, Kind.BAD_NAME, LONGEST_NAME);
    }
    return text.strip();
  }

  Optional<DayOfWeek> weekday(String field, String text) {
    try {
      return Optional.of(DayOfWeek.valueOf(text));
    } catch (IllegalArgumentException unknown) {
      add(field, Kind.UNKNOWN_DAY);
      return Optional.empty();
    }
  }

  /** Whether there are not too many. */
  boolean fewEnough(String field, int count, int most) {
    if (count > most) {
      add(field, Kind.TOO_MANY, most);
    }
    return count <= most;
  }

  /** Something from {@code from} until before {@code to}, and where it stands. */
  record Placed<C extends Comparable<? super C>>(String owner, String field, C from, C to) {}

  /** Notes whatever begins before what is before it has ended. */
  <C extends Comparable<? super C>> void disjoint(List<Placed<C>> all) {
    List<Placed<C>> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Placed<C>::from));
    for (int i = 1; i < sorted.size(); i++) {
      Placed<C> before = sorted.get(i - 1);
      Placed<C> each = sorted.get(i);
      if (each.from().compareTo(before.to()) < 0) {
        add(each.field(), Kind.OVERLAPS, before.owner());
      }
    }
  }

  /** Things that may stand only once. */
  final class Once {
    private final Map<Object, String> places = new HashMap<>();

    void claim(String field, Object thing) {
      String before = places.putIfAbsent(thing, field);
      if (before != null) {
        add(field, Kind.TWICE, before);
      }
    }
  }
}
