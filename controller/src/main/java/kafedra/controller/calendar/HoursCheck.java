package kafedra.controller.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kafedra.contract.id.LabId;
import kafedra.controller.calendar.PlanDraft.Hours;
import kafedra.controller.calendar.PlanFault.Kind;
import org.jspecify.annotations.Nullable;

/** The opening hours of a draft. */
final class HoursCheck {
  static final int MOST_STRETCHES = 8;
  static final int MOST_LABS = 200;

  private final PlanFaults faults;

  HoursCheck(PlanFaults faults) {
    this.faults = faults;
  }

  WeekHours week(String field, Map<String, @Nullable List<@Nullable Hours>> draft) {
    Map<DayOfWeek, List<Stretch>> days = new EnumMap<>(DayOfWeek.class);
    if (faults.fewEnough(field, draft.size(), DayOfWeek.values().length)) {
      for (Map.Entry<String, @Nullable List<@Nullable Hours>> entry : draft.entrySet()) {
        String place = field + "." + entry.getKey();
        Optional<DayOfWeek> day = faults.weekday(place, entry.getKey());
        List<Stretch> open = stretches(place, entry.getValue());
        day.ifPresent(it -> days.put(it, open));
      }
    }
    return new WeekHours(days);
  }

  List<Stretch> stretches(String field, @Nullable List<@Nullable Hours> drafts) {
    List<Stretch> made = new ArrayList<>();
    if (drafts == null) {
      faults.add(field, Kind.MISSING);
      return made;
    }
    if (!faults.fewEnough(field, drafts.size(), MOST_STRETCHES)) {
      return made;
    }
    List<PlanFaults.Placed<LocalTime>> placed = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String place = field + "[" + i + "]";
      stretch(place, drafts.get(i))
          .ifPresent(it -> {
            made.add(it);
            placed.add(new PlanFaults.Placed<>(place, place + ".opens", it.opens(), it.closes()));
          });
    }
    faults.disjoint(placed);
    return made;
  }

  private Optional<Stretch> stretch(String place, @Nullable Hours draft) {
    if (draft == null) {
      faults.add(place, Kind.MISSING);
      return Optional.empty();
    }
    return faults
        .times(place + ".opens", draft.opens(), place + ".closes", draft.closes())
        .map(it -> new Stretch(it.start(), it.end()));
  }

  Map<LabId, WeekHours> labs(
      @Nullable Map<String, @Nullable Map<String, @Nullable List<@Nullable Hours>>> draft,
      Set<LabId> known) {
    Map<LabId, WeekHours> labs = new LinkedHashMap<>();
    if (draft == null || !faults.fewEnough("labs", draft.size(), MOST_LABS)) {
      return labs;
    }
    for (String text : new TreeSet<>(draft.keySet())) {
      String place = "labs." + text;
      Map<String, @Nullable List<@Nullable Hours>> week = draft.get(text);
      Optional<LabId> lab = known.stream().filter(it -> it.value().equals(text)).findFirst();
      if (lab.isEmpty()) {
        faults.add(place, Kind.UNKNOWN_LAB);
      } else if (week == null) {
        faults.add(place, Kind.MISSING);
      } else {
        labs.put(lab.get(), week(place, week));
      }
    }
    return labs;
  }
}
