package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.Holding;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Refusal.Plain;
import org.jspecify.annotations.Nullable;

/**
 * The norm of screen time as this kiosk can keep to it: its own sessions to the minute, other
 * sites' as the controller last told. What is not known refuses nobody, and a cut line gives nobody
 * more. For the desk's thread alone.
 */
public final class ScreenBudget {
  /** Sessions of a day that are looked at; nobody begins as many. */
  private static final int MOST = 100;

  private final Replica replica;
  private final Sessions sessions;
  private final Journal journal;
  private final DeviceClock clock;
  private Optional<Looked> looked = Optional.empty();

  /** One person's day as the journal had it; asked for once and not once for each seat. */
  private record Looked(PersonId person, LocalDate date, long changes, List<Session> sessions) {}

  public ScreenBudget(Replica replica, Sessions sessions, Journal journal, DeviceClock clock) {
    this.replica = replica;
    this.sessions = sessions;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * How a person stands today.
   *
   * @param used with input, at all sites as far as is known
   * @param day what the norm allows in all; null where it sets nothing or is not held to
   * @param sitting what it allows without a break; null as above
   * @param sat since the last break that was long enough
   * @param restUntil when a break that is due is over; null when none is due
   */
  public record Standing(
      Duration used,
      @Nullable Duration day,
      @Nullable Duration sitting,
      Duration sat,
      @Nullable Instant restUntil) {}

  public Standing of(PersonId person) {
    List<Session> today = today(person);
    Stretch stretch = stretch(today);
    return new Standing(
        used(person, today),
        limit(person).map(ReplicaItem.ScreenLimit::day).filter(it -> isTold(Rule.DAY)).orElse(null),
        sitting(person).filter(it -> isTold(Rule.SITTING)).orElse(null),
        stretch.sat(),
        restUntil(person, stretch).filter(it -> isTold(Rule.BREAKS)).orElse(null));
  }

  private enum Rule {
    SITTING,
    DAY,
    BREAKS
  }

  private Holding holding(Rule rule) {
    return norm()
        .map(norm ->
            switch (rule) {
              case SITTING -> norm.sitting();
              case DAY -> norm.day();
              case BREAKS -> norm.breaks();
            })
        .orElse(Holding.OFF);
  }

  private boolean isTold(Rule rule) {
    return holding(rule) != Holding.OFF;
  }

  private boolean isHeld(Rule rule) {
    return holding(rule) == Holding.HELD;
  }

  private Optional<ReplicaItem.ScreenNorm> norm() {
    return replica.norm();
  }

  /** Grades that a table leaves out have no limit; grade 12 and adults have the school's own. */
  private Optional<ReplicaItem.ScreenLimit> limit(PersonId person) {
    Optional<Integer> grade = replica.person(person).flatMap(it -> Optional.ofNullable(it.grade()));
    List<ReplicaItem.ScreenLimit> limits =
        norm().map(ReplicaItem.ScreenNorm::limits).orElse(List.of());
    Optional<ReplicaItem.ScreenLimit> ofGrade =
        grade.flatMap(it -> limits.stream().filter(limit -> it.equals(limit.grade())).findFirst());
    boolean pupil = grade.filter(it -> it < 12).isPresent();
    return ofGrade.isPresent() || pupil
        ? ofGrade
        : limits.stream().filter(limit -> limit.grade() == null).findFirst();
  }

  private Optional<Duration> sitting(PersonId person) {
    return limit(person).map(ReplicaItem.ScreenLimit::sitting);
  }

  private List<Session> today(PersonId person) {
    LocalDate date = clock.instant().atZone(replica.zone()).toLocalDate();
    long changes = sessions.changes();
    boolean fresh =
        looked
            .filter(it -> it.person().equals(person) && it.date().equals(date))
            .filter(it -> it.changes() == changes)
            .isPresent();
    if (!fresh) {
      Instant midnight = date.atStartOfDay(replica.zone()).toInstant();
      looked =
          Optional.of(
              new Looked(person, date, changes, journal.sessionsOf(person, midnight, MOST)));
    }
    return looked.orElseThrow().sessions().stream().map(sessions::asCounted).toList();
  }

  private Duration used(PersonId person, List<Session> today) {
    LocalDate date = clock.instant().atZone(replica.zone()).toLocalDate();
    Duration here = today.stream().map(Session::active).reduce(Duration.ZERO, Duration::plus);
    return replica
        .usedElsewhere(person)
        .filter(it -> it.date().equals(date))
        .map(it -> here.plus(it.used()))
        .orElse(here);
  }

  /** Sessions with no long enough break between them. */
  private record Stretch(Duration sat, Optional<Instant> endedAt) {}

  /**
   * @param newestFirst one person's
   */
  private Stretch stretch(List<Session> newestFirst) {
    Instant now = clock.instant();
    Duration rest = norm().map(ReplicaItem.ScreenNorm::rest).orElse(Duration.ZERO);
    Duration sat = Duration.ZERO;
    Instant next = now;
    for (Session session : newestFirst) {
      Instant over = session.endedAt() == null ? now : session.endedAt();
      if (Duration.between(over, next).compareTo(rest) >= 0) {
        break;
      }
      sat = sat.plus(session.signedIn());
      next = session.startedAt();
    }
    return new Stretch(
        sat, newestFirst.stream().findFirst().flatMap(it -> Optional.ofNullable(it.endedAt())));
  }

  private Optional<Instant> restUntil(PersonId person, Stretch stretch) {
    Duration rest = norm().map(ReplicaItem.ScreenNorm::rest).orElse(Duration.ZERO);
    return sitting(person)
        .filter(limit -> limit.minus(stretch.sat()).compareTo(SeatRules.LEAST) < 0)
        .flatMap(limit -> stretch.endedAt())
        .map(ended -> ended.plus(rest))
        .filter(until -> until.isAfter(clock.instant()));
  }

  /** Why a person may not sit down now; empty when nothing that is held speaks against it. */
  Optional<Refusal> refusal(PersonId person) {
    Stretch stretch = stretch(today(person));
    Optional<Instant> rest =
        restUntil(person, stretch).filter(it -> isHeld(Rule.BREAKS) || isHeld(Rule.SITTING));
    if (rest.isPresent()) {
      return rest.map(Refusal.RestFirst::new);
    }
    return most(person)
        .filter(it -> it.compareTo(SeatRules.LEAST) < 0)
        .map(it -> Plain.NO_TIME_LEFT);
  }

  /** How long a person may sit down for now; empty for no limit. */
  Optional<Duration> most(PersonId person) {
    List<Session> today = today(person);
    Optional<Duration> sitting =
        sitting(person)
            .filter(it -> isHeld(Rule.SITTING))
            .map(limit -> limit.minus(stretch(today).sat()))
            .filter(Duration::isPositive);
    Optional<Duration> day = leftOfDay(person);
    return sitting.isPresent() && day.isPresent()
        ? Optional.of(shorter(sitting.get(), day.get()))
        : sitting.or(() -> day);
  }

  private Optional<Duration> leftOfDay(PersonId person) {
    return limit(person)
        .filter(it -> isHeld(Rule.DAY))
        .flatMap(it -> Optional.ofNullable(it.day()))
        .map(limit -> limit.minus(used(person, today(person))));
  }

  /** By how much a running session may grow at the most; empty for no limit. */
  Optional<Duration> growth(Session session) {
    Duration remaining = sessions.remaining(session);
    Optional<Duration> sitting =
        sitting(session.person())
            .filter(it -> isHeld(Rule.SITTING))
            .map(limit -> limit.minus(stretch(today(session.person())).sat()).minus(remaining));
    Optional<Duration> day = leftOfDay(session.person()).map(left -> left.minus(remaining));
    return sitting.isPresent() && day.isPresent()
        ? Optional.of(shorter(sitting.get(), day.get()))
        : sitting.or(() -> day);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
