package kafedra.controller.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import kafedra.contract.id.LabId;
import kafedra.controller.calendar.PlanDraft.Named;
import kafedra.controller.calendar.PlanDraft.Special;
import kafedra.controller.calendar.PlanFault.Kind;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a draft, or tells everything that is wrong with it, each with its place. */
public final class PlanCheck {
  static final int MOST_TERMS = 12;
  static final int MOST_HOLIDAYS = 100;
  static final int MOST_SPECIAL_DAYS = 400;

  /** A school year with its summer. */
  static final int LONGEST_YEAR = 400;

  private final Set<LabId> known;
  private final ZoneId zone;
  private final SchoolPlan otherwise;
  private final PlanFaults faults = new PlanFaults();

  private PlanCheck(Set<LabId> known, ZoneId zone, SchoolPlan otherwise) {
    this.known = known;
    this.zone = zone;
    this.otherwise = otherwise;
  }

  /** What came of it. */
  public sealed interface Checked {
    record Good(SchoolPlan plan) implements Checked {}

    /**
     * @param faults all of them, at the most {@value PlanFaults#MOST}
     */
    record Faulty(List<PlanFault> faults) implements Checked {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * @param labs of the school
   * @param standing whose hours and bells stand where the draft leaves them out
   */
  public static Checked check(PlanDraft draft, Set<LabId> labs, SchoolCalendar standing) {
    return new PlanCheck(labs, standing.zone(), standing.plan()).check(draft);
  }

  private Checked check(PlanDraft draft) {
    DaySpan year = year(draft.year());
    List<Term> terms = named("terms", draft.terms(), MOST_TERMS, Term::new, year);
    List<Holiday> holidays = named("holidays", draft.holidays(), MOST_HOLIDAYS, Holiday::new, null);
    HoursCheck hours = new HoursCheck(faults);
    BellsCheck bells = new BellsCheck(faults);
    bells.read(draft, otherwise);
    SchoolPlan plan =
        new SchoolPlan(
            year,
            terms,
            holidays,
            draft.hours() == null ? otherwise.hours() : hours.week("hours", draft.hours()),
            hours.labs(draft.labs(), known),
            bells.schedules(),
            bells.week(),
            special(draft.specialDays(), hours, bells));
    if (faults.found().isEmpty() && year != null) {
      againstClocks(plan, year);
    }
    return faults.found().isEmpty() ? new Checked.Good(plan) : new Checked.Faulty(faults.found());
  }

  private @Nullable DaySpan year(PlanDraft.@Nullable Days days) {
    if (days == null) {
      return null;
    }
    Optional<DaySpan> year = faults.days("year", days.first(), days.last());
    if (year.isPresent() && year.get().first().plusDays(LONGEST_YEAR).isBefore(year.get().last())) {
      faults.add("year.last", Kind.TOO_LONG, LONGEST_YEAR);
    }
    return year.orElse(null);
  }

  private <T> List<T> named(
      String field,
      @Nullable List<@Nullable Named> drafts,
      int most,
      BiFunction<String, DaySpan, T> maker,
      @Nullable DaySpan bounds) {
    List<T> made = new ArrayList<>();
    if (drafts == null || !faults.fewEnough(field, drafts.size(), most)) {
      return made;
    }
    List<PlanFaults.Placed<LocalDate>> placed = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String place = field + "[" + i + "]";
      Named draft = drafts.get(i);
      if (draft == null) {
        faults.add(place, Kind.MISSING);
        continue;
      }
      String name = faults.name(place + ".name", draft.name());
      faults
          .days(place, draft.first(), draft.last())
          .ifPresent(days -> {
            made.add(maker.apply(name, days));
            within(bounds, place, days);
            placed.add(
                new PlanFaults.Placed<>(
                    place, place + ".first", days.first(), days.last().plusDays(1)));
          });
    }
    faults.disjoint(placed);
    return made;
  }

  private void within(@Nullable DaySpan bounds, String place, DaySpan days) {
    if (bounds != null && !bounds.contains(days.first())) {
      faults.add(place + ".first", Kind.OUTSIDE_YEAR);
    }
    if (bounds != null && !bounds.contains(days.last())) {
      faults.add(place + ".last", Kind.OUTSIDE_YEAR);
    }
  }

  private List<SpecialDay> special(
      @Nullable List<@Nullable Special> drafts, HoursCheck hours, BellsCheck bells) {
    List<SpecialDay> made = new ArrayList<>();
    if (drafts == null || !faults.fewEnough("specialDays", drafts.size(), MOST_SPECIAL_DAYS)) {
      return made;
    }
    PlanFaults.Once once = faults.new Once();
    for (int i = 0; i < drafts.size(); i++) {
      String place = "specialDays[" + i + "]";
      Special draft = drafts.get(i);
      if (draft == null) {
        faults.add(place, Kind.MISSING);
        continue;
      }
      special(place, draft, hours, bells)
          .ifPresent(day -> {
            once.claim(place + ".date", day.date());
            made.add(day);
          });
    }
    return made;
  }

  private Optional<SpecialDay> special(
      String place, Special draft, HoursCheck hours, BellsCheck bells) {
    String taughtAs = draft.taughtAs();
    String schedule = draft.bells();
    List<PlanDraft.@Nullable Hours> open = draft.hours();
    String name =
        draft.name() == null || draft.name().isEmpty()
            ? ""
            : faults.name(place + ".name", draft.name());
    if (taughtAs == null && schedule == null && open == null) {
      faults.add(place, Kind.NOTHING_SPECIAL);
    }
    if (schedule != null) {
      bells.require(place + ".bells", schedule);
    }
    var weekday =
        taughtAs == null ? null : faults.weekday(place + ".taughtAs", taughtAs).orElse(null);
    var stretches = open == null ? null : hours.stretches(place + ".hours", open);
    return faults
        .date(place + ".date", draft.date())
        .map(date -> new SpecialDay(date, name, weekday, schedule, stretches));
  }

  /** A lesson that the clocks skip whole would be promised and not take place. */
  private void againstClocks(SchoolPlan plan, DaySpan year) {
    Set<LocalDate> nights = zone.getRules().isFixedOffset() ? Set.of() : clocksGoForward(year);
    for (LocalDate night : nights) {
      List<BellTime> ringing = plan.lessonsOn(night);
      for (int i = 0; i < plan.bells().size(); i++) {
        List<BellTime> lessons = plan.bells().get(i).lessons();
        for (int j = 0; j < lessons.size(); j++) {
          BellTime bell = lessons.get(j);
          if (lessons.equals(ringing)
              && WallTime.slot(night, bell.start(), bell.end(), zone).isEmpty()) {
            faults.add("bells[" + i + "].lessons[" + j + "].start", Kind.SKIPPED_BY_CLOCKS, night);
          }
        }
      }
    }
  }

  private Set<LocalDate> clocksGoForward(DaySpan year) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(year.first().minusDays(1).atStartOfDay(zone).toInstant());
    while (change != null && !change.getDateTimeBefore().toLocalDate().isAfter(year.last())) {
      if (change.isGap()) {
        changes.add(change);
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return changes.stream()
        .map(it -> it.getDateTimeBefore().toLocalDate())
        .filter(year::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
