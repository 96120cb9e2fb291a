package kafedra.controller.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.EndReason;
import kafedra.controller.access.AuditLog;
import kafedra.controller.fleet.Contact;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.session.Session;
import kafedra.controller.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy that a person has one live session in the district: of two that run in two buildings
 * the one that began earlier is ended. A building that is not reached is told when it is back; what
 * was used there stays used. A start told by a clock that cannot be believed ends nothing.
 */
public final class OneSession {
  /** Who is told so in the audit log. */
  public static final String POLICY = "policy:one-session";

  /** A kiosk's refusal is followed by the record that explains it; it is not asked again before. */
  static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(OneSession.class);

  private final Sessions sessions;
  private final LiveDistrict live;
  private final CommandDesk commands;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Map<SessionId, Instant> asked = new HashMap<>();

  public OneSession(
      Sessions sessions,
      LiveDistrict live,
      CommandDesk commands,
      AuditLog audit,
      InstantSource clock) {
    this.sessions = sessions;
    this.live = live;
    this.commands = commands;
    this.audit = audit;
    this.clock = clock;
  }

  /** Looks for people who sit at two places, and has all but the newest session ended. */
  public void tick() {
    Instant now = clock.instant();
    asked.values().removeIf(at -> !now.isBefore(at.plus(ASKED_AGAIN)));
    Map<PersonId, List<Session>> doubled =
        sessions.doubled(now).stream()
            .collect(Collectors.groupingBy(session -> session.personOrThrow()));
    doubled.values().forEach(of -> of.stream().skip(1).forEach(older -> end(older, of.getFirst())));
  }

  private void end(Session older, Session newest) {
    boolean reached = live.status(older.kiosk()).contact() == Contact.ONLINE;
    if (!reached || older.kiosk().equals(newest.kiosk()) || asked.containsKey(older.id())) {
      return;
    }
    asked.put(older.id(), clock.instant());
    Issue issue = commands.endSession(older.id(), EndReason.SIGNED_IN_ELSEWHERE, POLICY);
    if (issue instanceof Issue.Issued(IssuedCommand command)) {
      audit.note(POLICY, "session-end-asked", older.id().value(), command.id().value());
      log.info("{} runs beside {} of the same person, and is ended", older.id(), newest.id());
    }
  }
}
