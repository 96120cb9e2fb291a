package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SessionUse;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.Tampering;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.seat.Agents;
import kafedra.kiosk.session.Room;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the room's seats as its sessions want them, and tells who looks on. */
public final class Floor {
  private static final Logger log = LoggerFactory.getLogger(Floor.class);

  private final Replica replica;
  private final Agents agents;
  private final Sessions sessions;
  private final QueueDesk queue;
  private final Room room;
  private final Seating seating;
  private final Journal journal;
  private final Announcements announcements;
  private final Cues cues;
  private final DeviceClock clock;
  private final Map<WorkstationId, SeatState> told = new HashMap<>();
  private final Map<WorkstationId, String> tampered = new HashMap<>();

  public Floor(
      Replica replica,
      Agents agents,
      Sessions sessions,
      QueueDesk queue,
      Room room,
      Seating seating,
      Journal journal,
      Announcements announcements,
      Cues cues,
      DeviceClock clock) {
    this.replica = replica;
    this.agents = agents;
    this.sessions = sessions;
    this.queue = queue;
    this.room = room;
    this.seating = seating;
    this.journal = journal;
    this.announcements = announcements;
    this.cues = cues;
    this.clock = clock;
  }

  /** An agent reported its screen and what it counted. */
  public void heard(WorkstationId workstation, SeatReport report) {
    boolean appeared = agents.report(workstation).isEmpty();
    agents.heard(workstation, report);
    report.uses().forEach(sessions::count);
    tellOf(workstation, Optional.ofNullable(report.tampering()));
    settle(workstation, report);
    freeWhoCannotStart(workstation, report);
    if (appeared || !isAsWished(workstation, report) || isForgettable(workstation, report)) {
      order(workstation);
    }
  }

  /** An agent tells of it in each report; it is recorded once, and the controller knows its id. */
  private void tellOf(WorkstationId workstation, Optional<Tampering> happened) {
    happened
        .filter(it -> !it.id().equals(tampered.put(workstation, it.id())))
        .ifPresent(it -> {
          log.warn("somebody laid hands on the lock of {}: {}", workstation, it.kind());
          cues.attention();
          Stamp now = clock.stamp();
          Duration ago = it.ago().compareTo(now.sinceBoot()) < 0 ? it.ago() : now.sinceBoot();
          Stamp then = new Stamp(now.wall().minus(ago), now.sinceBoot().minus(ago), now.trust());
          journal.commit(
              List.of(
                  new Change.Recorded(
                      new SiteRecord.SeatTampered(then, workstation, it.id(), it.kind()))));
        });
  }

  public void presence(WorkstationId workstation, Reach reach) {
    agents.presence(workstation, reach);
  }

  /** Records the ends whose totals this report makes final. */
  private void settle(WorkstationId workstation, SeatReport report) {
    for (Session session : sessions.awaited(workstation)) {
      boolean told = report.uses().stream().anyMatch(it -> it.session().equals(session.id()));
      boolean over = !session.id().equals(report.session());
      if (over && (told || agents.obeyedNewest(workstation))) {
        sessions.settle(session);
      }
    }
    for (SessionUse use : report.uses()) {
      if (!use.session().equals(report.session())) {
        addLate(use);
      }
    }
  }

  /** A seat that was told to open and says that it cannot: its person may take another at once. */
  private void freeWhoCannotStart(WorkstationId workstation, SeatReport report) {
    Optional<Session> session =
        sessions.on(workstation).filter(it -> it.signedIn().isZero() && report.session() == null);
    if (report.fault() != null && session.isPresent() && agents.obeyedNewest(workstation)) {
      log.warn("{} cannot be opened ({}); its session is ended", workstation, report.fault());
      cues.attention();
      end(session.get(), EndReason.MOVED);
    }
  }

  /**
   * Totals of a session whose end was recorded while its agent was away, or that an earlier kiosk
   * began. Totals are never differences, so one more record makes the sum right.
   */
  private void addLate(SessionUse use) {
    if (sessions.running(use.session()).isPresent() || sessions.isAwaited(use.session())) {
      return;
    }
    Optional<Session> stored = journal.session(use.session());
    boolean more =
        stored.isEmpty()
            || use.signedIn().compareTo(stored.get().signedIn()) > 0
            || use.active().compareTo(stored.get().active()) > 0;
    if (more) {
      sessions.addLate(stored, use);
    }
  }

  private boolean isAsWished(WorkstationId workstation, SeatReport report) {
    Optional<SessionId> wish = sessions.on(workstation).map(Session::id);
    return wish.equals(Optional.ofNullable(report.session())) || !agents.obeyedNewest(workstation);
  }

  private boolean isForgettable(WorkstationId workstation, SeatReport report) {
    return !forgettable(report).equals(agents.toldSettled(workstation))
        && !forgettable(report).isEmpty();
  }

  /** Sessions in a report whose totals stand in the journal. */
  private List<SessionId> forgettable(SeatReport report) {
    return report.uses().stream()
        .map(SessionUse::session)
        .filter(id -> !id.equals(report.session()))
        .filter(id -> sessions.running(id).isEmpty() && !sessions.isAwaited(id))
        .toList();
  }

  /** Tells a seat's agent how it is to be. */
  public void order(WorkstationId workstation) {
    Optional<SeatOrder.Open> open =
        sessions
            .on(workstation)
            .filter(session -> sessions.remaining(session).isPositive())
            .map(session ->
                new SeatOrder.Open(
                    session.id(),
                    atLeastOneMilli(sessions.remaining(session)),
                    replica.person(session.person()).map(ReplicaItem.Person::greeting).orElse(""),
                    replica.lesson(session.booking()).orElse(null)));
    List<SessionId> settled = agents.report(workstation).map(this::forgettable).orElse(List.of());
    agents.order(workstation, open, settled);
  }

  private static Duration atLeastOneMilli(Duration length) {
    return length.toMillis() < 1 ? Duration.ofMillis(1) : length;
  }

  /** Orders every seat anew: the site broker was away. */
  public void orderAll() {
    everySeat().forEach(this::order);
  }

  private Set<WorkstationId> everySeat() {
    Set<WorkstationId> all = new LinkedHashSet<>();
    replica.seats().forEach(seat -> all.add(seat.id()));
    sessions.running().forEach(session -> all.add(session.workstation()));
    return all;
  }

  /** What time alone brings about. */
  public void tick() {
    for (Session session : sessions.due()) {
      end(session, session.reason());
    }
    sessions.overdue().forEach(sessions::settle);
    seating.makeWay().forEach(this::order);
    seating.clearClosed().forEach(this::order);
    queue.tick();
    sessions.recordUse();
    for (WorkstationId workstation : everySeat()) {
      if (agents.isOrderDue(workstation)) {
        order(workstation);
      }
    }
  }

  /** Ends a running session and locks its seat at once. */
  public void end(Session session, EndReason reason) {
    end(session, reason, List.of());
  }

  /** As above, with changes that are committed with it. */
  public void end(Session session, EndReason reason, List<Change> besides) {
    sessions.end(session, reason, besides);
    order(session.workstation());
  }

  /** Makes good what any change may have brought about: calls, orders, announcements. */
  public void refresh() {
    queue.callNext();
    for (WorkstationId workstation : everySeat()) {
      Optional<SessionId> wish = sessions.on(workstation).map(Session::id);
      if (!agents.orderedFor(workstation, wish)) {
        order(workstation);
      }
    }
    announce();
  }

  private void announce() {
    Instant now = clock.instant();
    List<Change> changes = new ArrayList<>();
    List<SeatState> fresh = new ArrayList<>();
    for (ReplicaItem.Seat seat : replica.seats()) {
      SeatState state = state(seat, now);
      SeatState before = told.get(seat.id());
      boolean early =
          before == null
              && state.condition() == SeatCondition.UNKNOWN
              && agents.mayStillAppear(seat.id());
      if (early || (before != null && isSame(before, state))) {
        continue;
      }
      fresh.add(state);
      if (before == null || before.condition() != state.condition()) {
        changes.add(
            new Change.Recorded(
                new SiteRecord.SeatChanged(clock.stamp(), seat.id(), state.condition())));
      }
    }
    fresh.forEach(announcements::seat);
    if (!changes.isEmpty()) {
      journal.commit(changes);
    }
    fresh.forEach(state -> told.put(state.workstation(), state));
  }

  private SeatState state(ReplicaItem.Seat seat, Instant now) {
    SeatCondition condition = room.condition(seat, now);
    Optional<SeatState.Occupant> occupant =
        condition == SeatCondition.IN_USE
            ? sessions
                .on(seat.id())
                .map(session ->
                    new SeatState.Occupant(session.id(), session.person(), session.plannedEnd()))
            : Optional.empty();
    return new SeatState(now, seat.id(), condition, occupant.orElse(null));
  }

  private static boolean isSame(SeatState one, SeatState other) {
    return one.condition() == other.condition()
        && Optional.ofNullable(one.occupant()).equals(Optional.ofNullable(other.occupant()));
  }

  /** Tells the state of every seat: the controller is connected again. */
  public void announceAll() {
    Instant now = clock.instant();
    for (ReplicaItem.Seat seat : replica.seats()) {
      if (told.containsKey(seat.id())) {
        announcements.seat(state(seat, now));
      }
    }
  }
}
