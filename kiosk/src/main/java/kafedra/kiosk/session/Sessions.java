package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SessionUse;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.Moment;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the building. Each method commits to the journal first; when that fails, it
 * throws and nothing has changed. For the desk's thread alone.
 */
public final class Sessions {
  /** Running totals are recorded this often while they change. */
  public static final Duration USE_INTERVAL = Duration.ofMinutes(5);

  /** How long an ended session waits for its agent's final totals. */
  public static final Duration LAST_WORD = Duration.ofSeconds(60);

  /** How long somebody who comes to the screen is told why their seat was locked. */
  static final Duration EXPLAINED_FOR = Duration.ofMinutes(30);

  /** A wall clock that is off by less than this is right. */
  private static final Duration DELAY = Duration.ofSeconds(2);

  private static final Duration BOOKINGS_REMEMBERED = Duration.ofHours(24);

  private final Journal journal;
  private final DeviceClock clock;
  private final Map<SessionId, Session> running = new HashMap<>();
  private final Map<SessionId, Session> ended = new HashMap<>();
  private final Map<SessionId, Duration> endsAt = new HashMap<>();
  private final Map<SessionId, Duration> endedAt = new HashMap<>();
  private final Map<SessionId, Duration> useRecordedAt = new HashMap<>();
  private final Map<SessionId, Session> recorded = new HashMap<>();

  /** Whole lengths of sessions that run since before the restart, until their agents report. */
  private final Map<SessionId, Duration> recovered = new HashMap<>();

  private record Interrupted(Session session, Duration at) {}

  private final Map<PersonId, Interrupted> endedByOthers = new HashMap<>();

  private final Set<BookingId> checkedIn = new HashSet<>();
  private long changes;

  public Sessions(Journal journal, DeviceClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Goes on after a restart. Of the time that was left when the end was said, what has certainly
   * passed is over: a wrong clock ends no session early. And never more is left than what the agent
   * had not yet counted: a clock that lost time adds no minutes.
   */
  public void recover() {
    checkedIn.addAll(journal.checkedInSince(clock.instant().minus(BOOKINGS_REMEMBERED)));
    for (Session session : journal.unsettledSessions()) {
      if (session.standing() == Session.Standing.RUNNING) {
        Duration byClock = session.leftWhenPlanned().minus(clock.passedSince(session.planned()));
        Duration whole = Duration.between(session.startedAt(), session.plannedEnd());
        Duration uncounted = whole.minus(session.signedIn());
        Duration left = byClock.compareTo(uncounted) < 0 ? byClock : uncounted;
        keepRunning(session, left);
        recovered.put(session.id(), whole);
      } else {
        ended.put(session.id(), session);
        endedAt.put(session.id(), clock.sinceBoot());
      }
    }
    for (Session session : List.copyOf(running.values())) {
      if (!remaining(session).isPositive()) {
        end(session, EndReason.RECOVERED, List.of());
      }
    }
  }

  private void keepRunning(Session session, Duration left) {
    running.put(session.id(), session);
    endsAt.put(session.id(), clock.sinceBoot().plus(left));
    useRecordedAt.putIfAbsent(session.id(), clock.sinceBoot());
    recorded.putIfAbsent(session.id(), session);
  }

  public Collection<Session> running() {
    return running.values();
  }

  public Optional<Session> running(SessionId id) {
    return Optional.ofNullable(running.get(id));
  }

  public Optional<Session> on(WorkstationId workstation) {
    return running.values().stream()
        .filter(session -> session.workstation().equals(workstation))
        .findFirst();
  }

  public Optional<Session> of(PersonId person) {
    return running.values().stream().filter(it -> it.person().equals(person)).findFirst();
  }

  /**
   * The newest session of a person that was ended by others a short while ago. Forgotten with a
   * restart: it explains, and decides nothing.
   */
  public Optional<Session> endedFor(PersonId person) {
    endedByOthers.values().removeIf(it -> clock.since(it.at()).compareTo(EXPLAINED_FOR) >= 0);
    return Optional.ofNullable(endedByOthers.get(person)).map(Interrupted::session);
  }

  public boolean wasCheckedIn(BookingId booking) {
    return checkedIn.contains(booking);
  }

  /** Time until the seat locks, by the monotonic clock; not positive when it is over. */
  public Duration remaining(Session session) {
    return endsAt.getOrDefault(session.id(), clock.sinceBoot()).minus(clock.sinceBoot());
  }

  /**
   * How long the session lasts in all if nobody acts. What the agent has counted stands against a
   * wall clock that was set back between.
   */
  Duration granted(Session session) {
    Duration byWall = Duration.between(session.startedAt(), session.plannedEnd());
    Duration byAgent = session.signedIn().plus(remaining(session));
    return byWall.compareTo(byAgent) > 0 ? byWall : byAgent;
  }

  /** When the seat locks, by the wall clock as it is now. */
  public Instant endOf(Session session) {
    return clock.instant().plus(remaining(session));
  }

  /** Begins a session of this length; {@code besides} is committed with it. */
  public Session begin(
      PersonId person,
      WorkstationId workstation,
      @Nullable BookingId booking,
      SignInMethod method,
      Duration length,
      List<Change> besides) {
    Instant now = clock.instant();
    Session session =
        new Session(
            new SessionId(UUID.randomUUID().toString()),
            workstation,
            person,
            booking,
            method,
            now,
            now.plus(length),
            clock.moment(),
            Session.Standing.RUNNING,
            EndReason.TIME_UP,
            null,
            Duration.ZERO,
            Duration.ZERO);
    commit(
        besides,
        new Change.SessionIs(session),
        new Change.Recorded(
            new SiteRecord.SessionStarted(
                clock.stamp(),
                session.id(),
                workstation,
                person,
                booking,
                method,
                session.plannedEnd())));
    keepRunning(session, length);
    if (booking != null) {
      checkedIn.add(booking);
    }
    return session;
  }

  /** Moves the end of a running session; {@code reason} is why it will end then. */
  public Session move(Session session, Duration remaining, EndReason reason, List<Change> besides) {
    Session moved = session.endingAt(clock.instant().plus(remaining), clock.moment(), reason);
    commit(
        besides,
        new Change.SessionIs(moved),
        new Change.Recorded(
            new SiteRecord.SessionExtended(clock.stamp(), moved.id(), moved.plannedEnd())));
    keepRunning(moved, remaining);
    recovered.remove(moved.id());
    return moved;
  }

  /**
   * The wall clock was moved, or can be believed from now on. A session that an earlier start of
   * the machine promised by a clock that could be believed is held to that; any other keeps the
   * time it has left, and its times are told anew.
   */
  public void clockIsSet() {
    for (Session session : List.copyOf(running.values())) {
      Moment planned = session.planned();
      Duration left = remaining(session);
      boolean heldToTheWall =
          planned.stamp().trust() == ClockTrust.TRUSTED && !planned.boot().equals(clock.boot());
      if (heldToTheWall && clock.trust() == ClockTrust.TRUSTED) {
        Duration byWall = Duration.between(clock.instant(), session.plannedEnd());
        keepRunning(session, byWall.compareTo(left) < 0 ? byWall : left);
      } else if (!heldToTheWall) {
        Duration by = Duration.between(session.plannedEnd(), clock.instant().plus(left));
        boolean moved = by.abs().compareTo(DELAY) >= 0;
        Session told = session.shifted(moved ? by : Duration.ZERO, clock.moment());
        List<Change> news =
            moved
                ? List.of(
                    new Change.Recorded(
                        new SiteRecord.SessionExtended(
                            clock.stamp(), told.id(), told.plannedEnd())))
                : List.of();
        commit(news, new Change.SessionIs(told));
        keepRunning(told, left);
      }
    }
  }

  /** Ends a running session. Its record follows when the agent has said its last word. */
  public void end(Session session, EndReason reason, List<Change> besides) {
    Session over = session.ended(clock.instant(), reason);
    commit(besides, new Change.SessionIs(over));
    running.remove(over.id());
    endsAt.remove(over.id());
    useRecordedAt.remove(over.id());
    recovered.remove(over.id());
    ended.put(over.id(), over);
    endedAt.put(over.id(), clock.sinceBoot());
    if (reason == EndReason.SIGNED_IN_ELSEWHERE) {
      endedByOthers.put(over.person(), new Interrupted(over, clock.sinceBoot()));
    }
  }

  /** Takes totals that an agent counted; they are kept with the next record. */
  public void count(SessionUse use) {
    running.computeIfPresent(use.session(), (id, session) -> session.counted(use));
    takeBackWhatARestartAdded(use.session());
    ended.computeIfPresent(use.session(), (id, session) -> session.counted(use));
  }

  /**
   * The journal knows the agent's count of some minutes ago. Where the wall clock was lost with the
   * restart, only the first report tells what is really left.
   */
  private void takeBackWhatARestartAdded(SessionId id) {
    Session session = running.get(id);
    Duration whole = recovered.remove(id);
    if (session != null && whole != null) {
      Duration uncounted = whole.minus(session.signedIn());
      if (uncounted.compareTo(remaining(session)) < 0) {
        endsAt.put(id, clock.sinceBoot().plus(uncounted));
      }
    }
  }

  /** Ended sessions of a seat that wait for the agent's last word. */
  public List<Session> awaited(WorkstationId workstation) {
    return ended.values().stream().filter(it -> it.workstation().equals(workstation)).toList();
  }

  public boolean isAwaited(SessionId id) {
    return ended.containsKey(id);
  }

  /** Records the end with the totals known now, which are final. */
  public void settle(Session session) {
    Session settled = ended.getOrDefault(session.id(), session).settled();
    Instant at = settled.endedAt() == null ? clock.instant() : settled.endedAt();
    Duration ago = Duration.between(at, clock.instant());
    Duration sinceBoot = clock.sinceBoot().minus(ago.isNegative() ? Duration.ZERO : ago);
    commit(
        List.of(),
        new Change.SessionIs(settled),
        new Change.Recorded(
            new SiteRecord.SessionEnded(
                new Stamp(at, sinceBoot.isNegative() ? Duration.ZERO : sinceBoot, clock.trust()),
                settled.id(),
                settled.reason(),
                settled.signedIn(),
                settled.active())));
    ended.remove(settled.id());
    endedAt.remove(settled.id());
    recorded.remove(settled.id());
  }

  /**
   * Takes totals of a session that is over. Of a session that this kiosk knows, they are what was
   * counted after its end was recorded; of another, an earlier kiosk of the building began it.
   */
  public void addLate(Optional<Session> stored, SessionUse use) {
    List<Change> late = new ArrayList<>();
    stored.ifPresent(session -> late.add(new Change.SessionIs(session.counted(use))));
    late.add(
        new Change.Recorded(
            new SiteRecord.SessionUsed(
                clock.stamp(), use.session(), use.signedIn(), use.active())));
    commit(late);
  }

  /** Ended sessions whose agent has been silent for too long. */
  public List<Session> overdue() {
    return ended.values().stream()
        .filter(session ->
            clock.since(endedAt.getOrDefault(session.id(), Duration.ZERO)).compareTo(LAST_WORD) > 0)
        .toList();
  }

  /** Running sessions whose time is over. */
  public List<Session> due() {
    return running.values().stream().filter(it -> !remaining(it).isPositive()).toList();
  }

  /** Records the totals of running sessions that have changed since the last time. */
  public void recordUse() {
    List<Change> totals = new ArrayList<>();
    List<Session> now = new ArrayList<>();
    for (Session session : running.values()) {
      Duration last = useRecordedAt.getOrDefault(session.id(), Duration.ZERO);
      boolean isDue = clock.since(last).compareTo(USE_INTERVAL) >= 0;
      Session before = recorded.getOrDefault(session.id(), session);
      if (isDue && session.signedIn().compareTo(before.signedIn()) > 0) {
        totals.add(new Change.SessionIs(session));
        totals.add(
            new Change.Recorded(
                new SiteRecord.SessionUsed(
                    clock.stamp(), session.id(), session.signedIn(), session.active())));
        now.add(session);
      }
    }
    if (!totals.isEmpty()) {
      journal.commit(totals);
      for (Session session : now) {
        recorded.put(session.id(), session);
        useRecordedAt.put(session.id(), clock.sinceBoot());
      }
    }
  }

  /** Grows when a session begins, changes its end or is over; what was looked up before is old. */
  long changes() {
    return changes;
  }

  /** The session with what its agent has counted since it was last kept. */
  public Session asCounted(Session kept) {
    return running.getOrDefault(kept.id(), ended.getOrDefault(kept.id(), kept));
  }

  private void commit(List<Change> besides, Change... own) {
    changes++;
    List<Change> all = new ArrayList<>(List.of(own));
    all.addAll(besides);
    journal.commit(all);
  }
}
