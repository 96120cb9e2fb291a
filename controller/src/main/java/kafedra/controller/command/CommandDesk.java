package kafedra.controller.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.EndReason;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.session.Session;
import kafedra.controller.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what staff want done in a building, keeps it, and sends it until it is answered or too
 * late.
 */
public final class CommandDesk {
  /** After this nobody who asked still stands there. */
  public static final Duration VALID = Duration.ofMinutes(2);

  /** How long an ended command can be asked about. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** The answer to a command that was sent at the last moment may still be under way. */
  private static final Duration LATE_ANSWER = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);

  private final CommandStore store;
  private final Sessions sessions;
  private final LiveDistrict live;
  private final Roster roster;
  private final CommandSender sender;
  private final InstantSource clock;
  private final Map<CommandId, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();

  public CommandDesk(
      CommandStore store,
      Sessions sessions,
      LiveDistrict live,
      Roster roster,
      CommandSender sender,
      InstantSource clock) {
    this.store = store;
    this.sessions = sessions;
    this.live = live;
    this.roster = roster;
    this.sender = sender;
    this.clock = clock;
  }

  public Issue endSession(SessionId session, String by) {
    return onSession(session, new CommandAction.EndSession(session), by);
  }

  /** As above, for a reason that the person is told. */
  public Issue endSession(SessionId session, EndReason reason, String by) {
    return onSession(session, new CommandAction.EndSession(session, reason), by);
  }

  /** The seat held for somebody who does not come goes to the next who waits for it. */
  public Issue callNext(LabId lab, WorkstationId workstation, String by) {
    return roster
        .premises()
        .labOf(workstation)
        .filter(found -> found.id().equals(lab))
        .flatMap(found -> roster.premises().building(found.building()))
        .map(building -> issue(building, new CommandAction.CallNext(workstation), by))
        .orElseGet(Issue.NoSuchWorkstation::new);
  }

  /** Asks something of the kiosk of the lab's building: of its queue, of those who call. */
  public Issue ofKiosk(Lab lab, CommandAction action, String by) {
    return roster
        .premises()
        .building(lab.building())
        .map(building -> issue(building, action, by))
        .orElseGet(Issue.NoSuchWorkstation::new);
  }

  /**
   * @param time to add; the kiosk refuses what its building's rules do not allow
   */
  public Issue extendSession(SessionId session, Duration time, String by) {
    return onSession(session, new CommandAction.ExtendSession(session, time), by);
  }

  public Issue seatPerson(LabId lab, PersonId person, WorkstationId workstation, String by) {
    Premises premises = roster.premises();
    if (premises.labOf(workstation).filter(found -> found.id().equals(lab)).isEmpty()) {
      return new Issue.NoSuchWorkstation();
    }
    if (roster.person(person).isEmpty()) {
      return new Issue.NoSuchPerson();
    }
    return buildingOf(workstation)
        .map(building -> issue(building, new CommandAction.SeatPerson(person, workstation), by))
        .orElseGet(Issue.NoSuchWorkstation::new);
  }

  /** Has something done at a workstation. */
  public Issue act(CommandAction.ActOnSeat act, String by) {
    return buildingOf(act.workstation())
        .map(building -> issue(building, act, by))
        .orElseGet(Issue.NoSuchWorkstation::new);
  }

  /** The building in which a session runs; empty when it is unknown or over. */
  public Optional<Building> buildingOf(SessionId session) {
    Optional<Session> reported = sessions.find(session);
    if (reported.isPresent()) {
      return reported
          .filter(it -> it.end() == null)
          .flatMap(it -> roster.premises().buildingOf(it.kiosk()));
    }
    return live.seatOf(session).flatMap(this::buildingOf);
  }

  private Optional<Building> buildingOf(WorkstationId workstation) {
    Premises premises = roster.premises();
    return premises.labOf(workstation).flatMap(lab -> premises.building(lab.building()));
  }

  private Issue onSession(SessionId session, CommandAction action, String by) {
    return buildingOf(session)
        .map(building -> issue(building, action, by))
        .orElseGet(Issue.NoSuchSession::new);
  }

  private Issue issue(Building building, CommandAction action, String by) {
    Instant now = clock.instant();
    IssuedCommand command =
        new IssuedCommand(
            new CommandId("c" + UUID.randomUUID().toString().replace("-", "")),
            building.kiosk(),
            building.school(),
            action,
            by,
            now,
            now.plus(VALID),
            IssuedCommand.State.WAITING,
            null,
            null);
    store.add(command);
    awaited.put(command.id(), new CompletableFuture<>());
    send(command);
    return new Issue.Issued(command);
  }

  private void send(IssuedCommand command) {
    sender.send(command.kiosk(), new Command(command.id(), command.expires(), command.action()));
  }

  /** The command as it stands once it has ended, or after {@code patience}. */
  public Optional<IssuedCommand> await(CommandId id, Duration patience) {
    CompletableFuture<Boolean> ending = awaited.get(id);
    if (ending != null) {
      try {
        Boolean ended = ending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        log.trace("{} ended: {}", id, ended);
      } catch (TimeoutException stillWaiting) {
        log.debug("{} is not answered yet", id);
      } catch (ExecutionException failed) {
        throw new IllegalStateException("the ending of " + id + " cannot fail", failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return store.find(id);
  }

  public Optional<IssuedCommand> find(CommandId id) {
    return store.find(id);
  }

  /** A kiosk answered. An answer from another kiosk than was asked is left alone. */
  public void replied(KioskId kiosk, CommandReply reply) {
    Optional<IssuedCommand> asked = store.find(reply.id()).filter(it -> it.kiosk().equals(kiosk));
    if (asked.isEmpty()) {
      log.warn("{} answered {}, which it was not asked", kiosk, reply.id());
      return;
    }
    IssuedCommand.State state =
        switch (reply.outcome()) {
          case DONE -> IssuedCommand.State.DONE;
          case REFUSED -> IssuedCommand.State.REFUSED;
          case EXPIRED -> IssuedCommand.State.EXPIRED;
        };
    end(reply.id(), state, reply.reason(), reply.details());
  }

  private void end(
      CommandId id, IssuedCommand.State state, @Nullable String reason, @Nullable String details) {
    store.end(id, state, reason, details);
    CompletableFuture<Boolean> ending = awaited.remove(id);
    if (ending != null) {
      ending.complete(true);
    }
  }

  /** Sends again what waits, and ends what is too late. */
  public void tick(Instant now) {
    for (IssuedCommand command : store.waiting()) {
      if (now.isBefore(command.expires())) {
        send(command);
      } else if (now.isAfter(command.expires().plus(LATE_ANSWER))) {
        end(command.id(), IssuedCommand.State.EXPIRED, null, null);
      }
    }
  }

  /** Forgets commands that ended long ago. */
  public void forgetOld(Instant now) {
    store.forgetBefore(now.minus(KEPT));
  }
}
