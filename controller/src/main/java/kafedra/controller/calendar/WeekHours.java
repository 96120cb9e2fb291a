package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Opening hours by weekday.
 *
 * @param days none on a day that is closed; what a day that is missing means, the plan says
 */
public record WeekHours(Map<DayOfWeek, List<Stretch>> days) {
  public WeekHours {
    Map<DayOfWeek, List<Stretch>> copy = new EnumMap<>(DayOfWeek.class);
    days.forEach((day, stretches) -> copy.put(day, List.copyOf(stretches)));
    days = Collections.unmodifiableMap(copy);
  }

  /** The same hours on every day of the week. */
  public static WeekHours daily(Stretch stretch) {
    Map<DayOfWeek, List<Stretch>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, List.of(stretch));
    }
    return new WeekHours(days);
  }
}
