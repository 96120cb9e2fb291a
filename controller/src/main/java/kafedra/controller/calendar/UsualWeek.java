package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.message.ReplicaItem.Bell;
import kafedra.contract.message.ReplicaItem.Rules;

/**
 * The plan of a school that never wrote one: open every day of the year, by its rules and bells.
 */
final class UsualWeek {
  private UsualWeek() {}

  static SchoolPlan plan(Rules rules, List<Bell> bells) {
    Map<DayOfWeek, List<BellTime>> byDay = new EnumMap<>(DayOfWeek.class);
    for (Bell bell : bells) {
      byDay
          .computeIfAbsent(bell.day(), day -> new ArrayList<>())
          .add(new BellTime(bell.lesson(), Shift.FIRST, bell.start(), bell.end()));
    }
    Map<List<BellTime>, String> names = new LinkedHashMap<>();
    Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
    byDay.forEach((day, lessons) ->
        week.put(day, names.computeIfAbsent(lessons, key -> Integer.toString(names.size() + 1))));
    List<BellSchedule> schedules = new ArrayList<>();
    names.forEach((lessons, name) -> schedules.add(new BellSchedule(name, lessons)));
    return new SchoolPlan(
        null,
        List.of(),
        List.of(),
        WeekHours.daily(new Stretch(rules.opens(), rules.closes())),
        Map.of(),
        schedules,
        week,
        List.of());
  }
}
