package kafedra.kiosk.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;

/**
 * What staff ask for from afar. The answer is committed with the act itself, so a command that
 * arrives again is answered again and not done again, whatever happened between. For the desk's
 * thread alone.
 */
public final class Commands {
  private final Replica replica;
  private final Sessions sessions;
  private final Seating seating;
  private final Floor floor;
  private final QueueDesk queue;
  private final HelpDesk help;
  private final Journal journal;
  private final Announcements announcements;
  private final DeviceClock clock;

  public Commands(
      Replica replica,
      Sessions sessions,
      Seating seating,
      Floor floor,
      QueueDesk queue,
      HelpDesk help,
      Journal journal,
      Announcements announcements,
      DeviceClock clock) {
    this.replica = replica;
    this.sessions = sessions;
    this.seating = seating;
    this.floor = floor;
    this.queue = queue;
    this.help = help;
    this.journal = journal;
    this.announcements = announcements;
    this.clock = clock;
  }

  public void received(Command command) {
    Optional<CommandReply> before = journal.reply(command.id());
    if (before.isEmpty() && !clock.instant().isBefore(command.expires())) {
      CommandReply expired = new CommandReply(command.id(), CommandOutcome.EXPIRED, "expired");
      journal.commit(List.of(answered(expired)));
      before = Optional.of(expired);
    }
    announcements.reply(before.orElseGet(() -> carryOut(command)));
  }

  private CommandReply carryOut(Command command) {
    CommandReply done = new CommandReply(command.id(), CommandOutcome.DONE, null);
    List<Change> besides = List.of(answered(done));
    Outcome<?> outcome =
        switch (command.action()) {
          case CommandAction.EndSession(SessionId id, EndReason why) ->
              end(id, why == null ? EndReason.STAFF_ENDED : why, besides);
          case CommandAction.ExtendSession(SessionId id, Duration by) -> extend(id, by, besides);
          case CommandAction.SeatPerson(PersonId person, WorkstationId workstation) ->
              seat(person, workstation, besides);
          case CommandAction.CallNext(WorkstationId seat) -> queue.callNext(seat, besides);
          case CommandAction.TicketToEnd(TicketId ticket) -> queue.toEnd(ticket, besides);
          case CommandAction.RemoveTicket(TicketId ticket) -> queue.remove(ticket, besides);
          case CommandAction.AnswerCall(CallId call) -> help.answer(call, besides);
        };
    return switch (outcome) {
      case Outcome.Done<?> _ -> done;
      case Outcome.Refused<?>(Refusal why) -> {
        CommandReply refused = new CommandReply(command.id(), CommandOutcome.REFUSED, why.code());
        journal.commit(List.of(answered(refused)));
        yield refused;
      }
    };
  }

  private Change answered(CommandReply reply) {
    return new Change.CommandAnswered(reply, clock.instant());
  }

  private Outcome<Session> end(SessionId id, EndReason why, List<Change> besides) {
    Optional<Session> session = sessions.running(id);
    if (session.isEmpty()) {
      return new Outcome.Refused<>(Plain.SESSION_OVER);
    }
    floor.end(session.get(), why, besides);
    return new Outcome.Done<>(session.get());
  }

  private Outcome<Session> extend(SessionId id, Duration by, List<Change> besides) {
    Optional<Session> session = sessions.running(id);
    if (session.isEmpty()) {
      return new Outcome.Refused<>(Plain.SESSION_OVER);
    }
    Outcome<Session> outcome =
        by.isPositive()
            ? seating.extend(session.get(), Optional.of(by), Seating.Norm.SET_ASIDE, besides)
            : new Outcome.Refused<>(Plain.MALFORMED);
    if (outcome instanceof Outcome.Done<Session>(Session longer)) {
      floor.order(longer.workstation());
    }
    return outcome;
  }

  private Outcome<Session> seat(PersonId person, WorkstationId workstation, List<Change> besides) {
    if (replica.person(person).isEmpty()) {
      return new Outcome.Refused<>(Plain.NOT_FOUND);
    }
    Outcome<Session> outcome =
        seating.take(
            person,
            seating.offer(person, workstation, Seating.Norm.SET_ASIDE),
            SignInMethod.STAFF,
            Optional.empty(),
            besides);
    if (outcome instanceof Outcome.Done<Session>(Session session)) {
      floor.order(session.workstation());
    }
    return outcome;
  }
}
