package kafedra.controller.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Purpose;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/**
 * Adds up hours. Each school's days are its own: what crosses midnight there is shared between the
 * two days. The time that a session was signed in for is taken to follow its start without a break;
 * the active part is spread evenly over it. Schools are added up side by side.
 */
public final class UsageReports {
  private final UsageSource source;
  private final Roster roster;
  private final Calendar calendar;
  private final InstantSource clock;

  public UsageReports(UsageSource source, Roster roster, Calendar calendar, InstantSource clock) {
    this.source = source;
    this.roster = roster;
    this.calendar = calendar;
    this.clock = clock;
  }

  public UsageReport report(UsageQuestion question) {
    Instant now = clock.instant();
    return question.schools().parallelStream()
        .collect(() -> new Adding(question, now), Adding::add, Adding::add)
        .report();
  }

  /** One report in the making, or its part of some schools. */
  private final class Adding {
    private final UsageQuestion question;
    private final Instant now;
    private final Map<String, Tally> rows;
    private final Tally total = new Tally();

    Adding(UsageQuestion question, Instant now) {
      this.question = question;
      this.now = now;
      this.rows = question.by() == Cut.DAY ? new TreeMap<>() : new LinkedHashMap<>();
      prepareRows();
    }

    /** Rows that are shown even when nothing happened in them. */
    private void prepareRows() {
      switch (question.by()) {
        case DAY -> question.from().datesUntil(question.to()).forEach(it -> row(it.toString()));
        case SCHOOL -> question.schools().forEach(it -> row(it.value()));
        case LAB ->
            question.schools().stream()
                .flatMap(school -> roster.premises().labsOf(school).stream())
                .forEach(lab -> row(lab.id().value()));
        case GROUP, PURPOSE -> {}
      }
    }

    private Tally row(String key) {
      return rows.computeIfAbsent(key, any -> new Tally());
    }

    UsageReport report() {
      List<UsageReport.Row> all = new ArrayList<>();
      rows.forEach((key, tally) -> all.add(new UsageReport.Row(key, tally.figures())));
      return new UsageReport(
          question.by(), all, new UsageReport.Row(UsageReport.TOTAL, total.figures()));
    }

    void add(SchoolId school) {
      calendar.of(school).ifPresent(this::add);
    }

    /** What was added up of other schools. */
    void add(Adding others) {
      others.rows.forEach((key, tally) -> row(key).add(tally));
      total.add(others.total);
    }

    private void add(SchoolCalendar school) {
      TimeSlot span = LocalDays.span(question.from(), question.to(), school.zone());
      source.sessions(school.school(), span, question.by(), fact -> add(school, span, fact));
      source.bookings(school.school(), span, question.by(), fact -> add(school, span, fact));
      for (Instant refused : source.refusals(school.school(), span)) {
        for (Tally tally : roomRows(school, null, LocalDate.ofInstant(refused, school.zone()))) {
          tally.refuse();
        }
      }
      for (Lab lab : roster.premises().labsOf(school.school())) {
        offer(school, lab, span);
      }
    }

    private void add(SchoolCalendar school, TimeSlot span, SessionFact fact) {
      if (span.contains(fact.start())) {
        LocalDate day = LocalDate.ofInstant(fact.start(), school.zone());
        for (Tally tally : rowsOf(school, fact, day)) {
          tally.begin();
          tally.meet(fact.person());
        }
      }
      if (fact.signedIn().isZero()) {
        return;
      }
      double activeShare = (double) fact.active().toMillis() / fact.signedIn().toMillis();
      LocalDays.split(
          TimeSlot.of(fact.start(), fact.signedIn()),
          school.zone(),
          (day, part) -> {
            if (isAsked(day)) {
              for (Tally tally : rowsOf(school, fact, day)) {
                tally.use((double) part.toMillis(), part.toMillis() * activeShare);
                tally.meet(fact.person());
              }
            }
          });
    }

    private void add(SchoolCalendar school, TimeSlot span, BookingFact fact) {
      LocalDays.split(
          fact.slot(),
          school.zone(),
          (day, part) -> {
            if (isAsked(day)) {
              for (Tally tally : rowsOf(school, fact, day)) {
                tally.book(part.multipliedBy(fact.seats()));
                tally.meet(fact.person());
              }
            }
          });
      Instant graceEnds = fact.slot().start().plus(school.rules().grace());
      if (span.contains(fact.slot().start()) && !graceEnds.isAfter(now)) {
        Instant checkedIn = fact.checkedIn();
        LocalDate day = LocalDate.ofInstant(fact.slot().start(), school.zone());
        for (Tally tally : rowsOf(school, fact, day)) {
          tally.fallDue();
          if (checkedIn == null || checkedIn.isAfter(graceEnds)) {
            tally.missed();
          }
        }
      }
    }

    /** Open hours of each seat without those out of service, up to now. */
    private void offer(SchoolCalendar school, Lab lab, TimeSlot span) {
      List<Workstation> seats = roster.premises().seatsOf(lab.id());
      List<UsageSource.OutOfService> gaps = source.outOfService(lab.id(), span);
      for (LocalDate day = question.from(); day.isBefore(question.to()); day = day.plusDays(1)) {
        for (TimeSlot open : hours(school, lab, day)) {
          if (!open.start().isBefore(now)) {
            return;
          }
          TimeSlot past = open.end().isAfter(now) ? new TimeSlot(open.start(), now) : open;
          Duration time = past.length().multipliedBy(seats.size());
          for (UsageSource.OutOfService gap : gaps) {
            time = time.minus(common(gap.slot(), past));
          }
          for (Tally tally : roomRows(school, lab.id(), day)) {
            tally.offer(time);
          }
        }
      }
    }

    private static List<TimeSlot> hours(SchoolCalendar school, Lab lab, LocalDate day) {
      return switch (school.day(lab.id(), day)) {
        case DayPlan.Open open -> open.hours();
        case DayPlan.Closed closed -> List.of();
      };
    }

    private boolean isAsked(LocalDate day) {
      return !day.isBefore(question.from()) && day.isBefore(question.to());
    }

    private List<Tally> rowsOf(SchoolCalendar school, SessionFact fact, LocalDate day) {
      return question.by().isOfRooms()
          ? roomRows(school, fact.lab(), day)
          : List.of(row(doing(fact.group(), fact.purpose())), total);
    }

    private List<Tally> rowsOf(SchoolCalendar school, BookingFact fact, LocalDate day) {
      return question.by().isOfRooms()
          ? roomRows(school, fact.lab(), day)
          : List.of(row(doing(fact.group(), fact.purpose())), total);
    }

    private String doing(@Nullable GroupId group, @Nullable Purpose purpose) {
      if (question.by() == Cut.GROUP) {
        return group == null ? UsageReport.NONE : group.value();
      }
      return purpose == null ? UsageReport.WALK_IN : purpose.name();
    }

    private List<Tally> roomRows(SchoolCalendar school, @Nullable LabId lab, LocalDate day) {
      return switch (question.by()) {
        case DAY -> List.of(row(day.toString()), total);
        case SCHOOL -> List.of(row(school.school().value()), total);
        case LAB -> lab == null ? List.of(total) : List.of(row(lab.value()), total);
        case GROUP, PURPOSE -> List.of(total);
      };
    }
  }

  private static Duration common(TimeSlot one, TimeSlot other) {
    Instant start = one.start().isAfter(other.start()) ? one.start() : other.start();
    Instant end = one.end().isBefore(other.end()) ? one.end() : other.end();
    return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
  }
}
