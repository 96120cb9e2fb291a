package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.controller.calendar.PlanDraft.Bells;
import kafedra.controller.calendar.PlanDraft.Ring;
import kafedra.controller.calendar.PlanFault.Kind;
import org.jspecify.annotations.Nullable;

/** The bell schedules of a draft, and on which weekday each rings. */
final class BellsCheck {
  static final int MOST_SCHEDULES = 40;
  static final int MOST_LESSONS = 60;
  static final int HIGHEST_NUMBER = 20;

  private final PlanFaults faults;
  private List<BellSchedule> schedules = List.of();
  private Map<DayOfWeek, String> week = Map.of();

  BellsCheck(PlanFaults faults) {
    this.faults = faults;
  }

  List<BellSchedule> schedules() {
    return schedules;
  }

  Map<DayOfWeek, String> week() {
    return week;
  }

  /**
   * @param otherwise whose bells stand where the draft has none
   */
  void read(PlanDraft draft, SchoolPlan otherwise) {
    List<@Nullable Bells> bells = draft.bells();
    if (bells == null) {
      schedules = otherwise.bells();
      week = draft.week() == null ? otherwise.week() : week(draft.week());
      return;
    }
    schedules = schedules(bells);
    if (draft.week() != null) {
      week = week(draft.week());
    } else if (!bells.isEmpty()) {
      faults.add("week", Kind.MISSING);
    }
  }

  void require(String field, String schedule) {
    if (schedules.stream().noneMatch(it -> it.name().equals(schedule))) {
      faults.add(field, Kind.UNKNOWN_BELLS, schedule);
    }
  }

  private Map<DayOfWeek, String> week(Map<String, @Nullable String> draft) {
    Map<DayOfWeek, String> ringing = new EnumMap<>(DayOfWeek.class);
    if (faults.fewEnough("week", draft.size(), DayOfWeek.values().length)) {
      draft.forEach((text, schedule) -> {
        String place = "week." + text;
        Optional<DayOfWeek> day = faults.weekday(place, text);
        if (schedule == null) {
          faults.add(place, Kind.MISSING);
        } else {
          require(place, schedule);
          day.ifPresent(it -> ringing.put(it, schedule));
        }
      });
    }
    return ringing;
  }

  private List<BellSchedule> schedules(List<@Nullable Bells> drafts) {
    List<BellSchedule> made = new ArrayList<>();
    if (!faults.fewEnough("bells", drafts.size(), MOST_SCHEDULES)) {
      return made;
    }
    PlanFaults.Once once = faults.new Once();
    for (int i = 0; i < drafts.size(); i++) {
      String place = "bells[" + i + "]";
      Bells draft = drafts.get(i);
      if (draft == null) {
        faults.add(place, Kind.MISSING);
        continue;
      }
      String name = faults.name(place + ".name", draft.name());
      once.claim(place + ".name", name);
      made.add(new BellSchedule(name, lessons(place + ".lessons", draft.lessons())));
    }
    return made;
  }

  private List<BellTime> lessons(String field, @Nullable List<@Nullable Ring> drafts) {
    List<BellTime> made = new ArrayList<>();
    if (drafts == null || drafts.isEmpty()) {
      faults.add(field, Kind.MISSING);
      return made;
    }
    if (!faults.fewEnough(field, drafts.size(), MOST_LESSONS)) {
      return made;
    }
    PlanFaults.Once once = faults.new Once();
    Map<Shift, List<PlanFaults.Placed<LocalTime>>> placed = new EnumMap<>(Shift.class);
    for (int i = 0; i < drafts.size(); i++) {
      String place = field + "[" + i + "]";
      lesson(place, drafts.get(i))
          .ifPresent(it -> {
            once.claim(place + ".number", it.shift() + " " + it.number());
            made.add(it);
            placed
                .computeIfAbsent(it.shift(), shift -> new ArrayList<>())
                .add(new PlanFaults.Placed<>(place, place + ".start", it.start(), it.end()));
          });
    }
    placed.values().forEach(faults::disjoint);
    return made;
  }

  private Optional<BellTime> lesson(String place, @Nullable Ring draft) {
    if (draft == null) {
      faults.add(place, Kind.MISSING);
      return Optional.empty();
    }
    Integer given = draft.number();
    int number = given == null ? -1 : given;
    boolean numbered = number >= 0 && number <= HIGHEST_NUMBER;
    if (!numbered) {
      faults.add(place + ".number", Kind.BAD_NUMBER, 0, HIGHEST_NUMBER);
    }
    Optional<Shift> shift = shift(place + ".shift", draft.shift());
    Optional<PlanFaults.Times> times =
        faults.times(place + ".start", draft.start(), place + ".end", draft.end());
    return numbered && shift.isPresent() && times.isPresent()
        ? times.map(it -> new BellTime(number, shift.get(), it.start(), it.end()))
        : Optional.empty();
  }

  private Optional<Shift> shift(String field, @Nullable String text) {
    if (text == null) {
      return Optional.of(Shift.FIRST);
    }
    try {
      return Optional.of(Shift.valueOf(text));
    } catch (IllegalArgumentException unknown) {
      faults.add(field, Kind.UNKNOWN_SHIFT);
      return Optional.empty();
    }
  }
}
