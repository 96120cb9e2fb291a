package kafedra.controller.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.calendar.PlanCheck;
import kafedra.controller.calendar.PlanDraft;
import kafedra.controller.calendar.PlanFault;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.district.District;
import kafedra.controller.roster.Lab;

/** The school years and the agreements of a district file. */
final class CalendarReader {
  private CalendarReader() {}

  /**
   * @param usual by which hours and bells are told that the file leaves out
   */
  static Optional<District.FilePlan> plan(Place place, List<Lab> labs, SchoolCalendar usual) {
    Set<LabId> known =
        labs.stream()
            .filter(lab -> lab.school().equals(usual.school()))
            .map(Lab::id)
            .collect(Collectors.toSet());
    return place
        .as(PlanDraft.class)
        .flatMap(draft -> checked(place, PlanCheck.check(draft, known, usual)))
        .map(plan -> new District.FilePlan(usual.school(), plan, place.json()));
  }

  private static Optional<SchoolPlan> checked(Place place, PlanCheck.Checked checked) {
    return switch (checked) {
      case PlanCheck.Checked.Good good -> Optional.of(good.plan());
      case PlanCheck.Checked.Faulty faulty -> {
        faulty.faults().forEach(fault -> place.at(fault.field()).wrong(sentence(fault)));
        yield Optional.empty();
      }
    };
  }

  private static String sentence(PlanFault fault) {
    String first = fault.words().isEmpty() ? "" : fault.words().getFirst();
    return switch (fault.kind()) {
      case MISSING -> "is missing";
      case BAD_DATE -> "must be a day such as 2026-09-01";
      case BAD_TIME -> "must be a time such as 08:30";
      case BAD_NAME -> "must be text of 1 to " + first + " characters";
      case BAD_NUMBER -> "must be a whole number from " + first + " to " + fault.words().getLast();
      case UNKNOWN_DAY -> "is no weekday such as MONDAY";
      case UNKNOWN_SHIFT -> "must be FIRST, SECOND or EVENING";
      case UNKNOWN_LAB -> "is no lab of this school";
      case UNKNOWN_BELLS -> "there is no bell schedule «" + first + "» in bells";
      case LAST_BEFORE_FIRST -> "is before first, " + first + ". Maybe the two are swapped.";
      case TOO_LONG -> "is more than " + first + " days after the first day";
      case OUTSIDE_YEAR -> "is outside the school year";
      case OVERLAPS -> "overlaps " + first;
      case TWICE -> "stands in " + first + " already";
      case END_BEFORE_START -> "is not after its start, " + first;
      case NOTHING_SPECIAL -> "says nothing special: give taughtAs, bells or hours";
      case SKIPPED_BY_CLOCKS -> "clocks go forward over this lesson on " + first;
      case TOO_MANY -> "has more than " + first + " entries";
    };
  }

  static List<Agreement> agreements(Place list, Places places) {
    return list.each().stream().flatMap(place -> agreement(place, places).stream()).toList();
  }

  private static Optional<Agreement> agreement(Place place, Places places) {
    place.only(Set.of("number", "base", "network", "first", "last"));
    String number = place.at("number").text();
    place.at("number").claim("agreement", number);
    Optional<SchoolId> base = school(place.at("base"), places);
    Optional<SchoolId> network = school(place.at("network"), places);
    if (base.isPresent() && base.equals(network)) {
      place.at("network").wrong("is the same school as base");
      return Optional.empty();
    }
    Optional<DaySpan> days = days(place);
    return base.flatMap(
        one -> network.flatMap(other -> days.map(it -> new Agreement(number, one, other, it))));
  }

  private static Optional<SchoolId> school(Place place, Places places) {
    Optional<SchoolId> id = place.as(SchoolId::new);
    if (id.isPresent() && !places.isKnown("school", id.get().value())) {
      place.wrong("there is no school «" + id.get() + "»");
      return Optional.empty();
    }
    return id;
  }

  private static Optional<DaySpan> days(Place place) {
    var first = place.at("first").as(LocalDate::parse);
    var last = place.at("last").as(LocalDate::parse);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      place.at("last").wrong("is before first, " + first.get() + ". Maybe the two are swapped.");
      return Optional.empty();
    }
    return Optional.of(new DaySpan(first.get(), last.get()));
  }
}
