package kafedra.agent.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SessionUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Totals of sessions that are over, until the kiosk says that it has stored them. */
final class EndedSessions {
  /**
   * Totals kept; a seat has some ten sessions a day, and only a kiosk that hears reports but never
   * settles lets them grow.
   */
  static final int MOST = 256;

  private static final Logger log = LoggerFactory.getLogger(EndedSessions.class);

  private final List<SessionUse> totals = new ArrayList<>();

  void restore(List<SessionUse> remembered) {
    remembered.forEach(this::add);
  }

  /** Adds a total; the oldest gives way when there are too many. */
  void add(SessionUse total) {
    if (totals.size() == MOST) {
      log.error(
          "{} sessions wait for the kiosk to settle them; the total of {} is given up: {} signed"
              + " in, {} active. Maybe the kiosk's database is full.",
          MOST,
          totals.getFirst().session(),
          totals.getFirst().signedIn(),
          totals.getFirst().active());
      totals.removeFirst();
    }
    totals.add(total);
  }

  void settle(List<SessionId> settled) {
    totals.removeIf(total -> settled.contains(total.session()));
  }

  /** Whether a session was open here before. */
  boolean knows(SessionId session) {
    return totals.stream().anyMatch(total -> total.session().equals(session));
  }

  /** Takes out what a session used so far, since it goes on; nothing used if it is new. */
  SessionUse resume(SessionId session) {
    Optional<SessionUse> before =
        totals.stream().filter(total -> total.session().equals(session)).findFirst();
    before.ifPresent(totals::remove);
    return before.orElse(new SessionUse(session, Duration.ZERO, Duration.ZERO));
  }

  /** Oldest first. */
  List<SessionUse> list() {
    return List.copyOf(totals);
  }
}
