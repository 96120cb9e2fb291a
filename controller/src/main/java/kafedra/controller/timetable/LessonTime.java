package kafedra.controller.timetable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When on its day a lesson is: by number, by the clock, or both.
 *
 * @param number null when the file has no numbers of lessons
 * @param clock null when the file has no times
 */
public record LessonTime(@Nullable Periods number, @Nullable Hours clock) {
  public LessonTime {
    if (number == null && clock == null) {
      throw new IllegalArgumentException("a lesson needs a number or a time");
    }
  }

  public static LessonTime period(int number) {
    return new LessonTime(Periods.of(number), null);
  }

  public static LessonTime between(Hours hours) {
    return new LessonTime(null, hours);
  }

  public Optional<Periods> periods() {
    return Optional.ofNullable(number);
  }

  public Optional<Hours> hours() {
    return Optional.ofNullable(clock);
  }

  /** Whether both surely share a moment; a number and a time alone cannot be compared. */
  boolean meets(LessonTime other) {
    if (number != null && other.number != null) {
      return number.overlaps(other.number);
    }
    return clock != null && other.clock != null && clock.overlaps(other.clock);
  }

  /** One time of this and the next lesson, if that one follows without another between. */
  Optional<LessonTime> joined(LessonTime next) {
    if (number == null || next.number == null || number.last() + 1 != next.number.first()) {
      return Optional.empty();
    }
    Periods both = new Periods(number.first(), next.number.last());
    if (clock == null || next.clock == null) {
      return Optional.of(new LessonTime(both, null));
    }
    return clock.ends().isAfter(next.clock.starts())
        ? Optional.empty()
        : Optional.of(new LessonTime(both, new Hours(clock.starts(), next.clock.ends())));
  }
}
