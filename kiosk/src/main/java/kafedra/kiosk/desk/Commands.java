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
import kafedra.contract.message.SeatAct;
import kafedra.contract.message.SeatReply;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.seat.Agents;
import kafedra.kiosk.seat.MachineWaker;
import kafedra.kiosk.seat.SeatActs;
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
  /** Nothing is heard of the seat's agent. */
  static final String SEAT_SILENT = "seat-silent";

  private final Replica replica;
  private final Agents agents;
  private final Sessions sessions;
  private final Seating seating;
  private final Floor floor;
  private final QueueDesk queue;
  private final HelpDesk help;
  private final SeatActs acts;
  private final MachineWaker waker;
  private final Journal journal;
  private final Announcements announcements;
  private final DeviceClock clock;

  public Commands(
      Replica replica,
      Agents agents,
      Sessions sessions,
      Seating seating,
      Floor floor,
      QueueDesk queue,
      HelpDesk help,
      SeatActs acts,
      MachineWaker waker,
      Journal journal,
      Announcements announcements,
      DeviceClock clock) {
    this.replica = replica;
    this.agents = agents;
    this.sessions = sessions;
    this.seating = seating;
    this.floor = floor;
    this.queue = queue;
    this.help = help;
    this.acts = acts;
    this.waker = waker;
    this.journal = journal;
    this.announcements = announcements;
    this.clock = clock;
  }

  public void received(Command command) {
    if (acts.isUnderWay(command.id())) {
      return;
    }
    Optional<CommandReply> before = journal.reply(command.id());
    if (before.isEmpty() && !clock.instant().isBefore(command.expires())) {
      CommandReply expired = new CommandReply(command.id(), CommandOutcome.EXPIRED, "expired");
      journal.commit(List.of(answered(expired)));
      before = Optional.of(expired);
    }
    before.or(() -> carryOut(command)).ifPresent(announcements::reply);
  }

  /** An agent answered what it was asked to do. */
  public void heard(WorkstationId from, SeatReply reply) {
    acts.heard(from, reply).ifPresent(this::answer);
  }

  /** What time alone brings about: agents are asked again, and what is too late is answered. */
  public void tick() {
    acts.tick().forEach(this::answer);
  }

  private void answer(CommandReply reply) {
    journal.commit(List.of(answered(reply)));
    announcements.reply(reply);
  }

  /** The answer; empty if it is the agent's, and comes later. */
  private Optional<CommandReply> carryOut(Command command) {
    return command.action() instanceof CommandAction.ActOnSeat act
        ? act(command, act)
        : Optional.of(carryOutHere(command));
  }

  private Optional<CommandReply> act(Command command, CommandAction.ActOnSeat act) {
    Optional<String> refusal = whyNot(act);
    if (refusal.isEmpty() && act.act() != SeatAct.WAKE) {
      endBeforeItGoes(act);
      acts.ask(command, act);
      return Optional.empty();
    }
    if (refusal.isEmpty()) {
      Optional.ofNullable(act.text()).ifPresent(waker::wake);
    }
    CommandReply reply =
        refusal
            .map(why -> new CommandReply(command.id(), CommandOutcome.REFUSED, why))
            .orElse(new CommandReply(command.id(), CommandOutcome.DONE, null));
    journal.commit(List.of(answered(reply)));
    return Optional.of(reply);
  }

  private Optional<String> whyNot(CommandAction.ActOnSeat act) {
    Optional<SessionId> running = sessions.on(act.workstation()).map(Session::id);
    Optional<SessionId> meant = Optional.ofNullable(act.session());
    boolean goesOff = act.act() == SeatAct.RESTART || act.act() == SeatAct.SHUT_DOWN;
    if (replica.seats().stream().noneMatch(seat -> seat.id().equals(act.workstation()))) {
      return Optional.of(Plain.NO_SUCH_SEAT.code());
    }
    if (meant.isPresent() && !meant.equals(running)) {
      return Optional.of(Plain.SESSION_OVER.code());
    }
    if (goesOff && running.isPresent() && meant.isEmpty()) {
      return Optional.of(Plain.SEAT_TAKEN.code());
    }
    boolean silent = agents.report(act.workstation()).isEmpty() || acts.isFull();
    return silent && act.act() != SeatAct.WAKE ? Optional.of(SEAT_SILENT) : Optional.empty();
  }

  /** Whoever sits at a machine that is switched off has had their session. */
  private void endBeforeItGoes(CommandAction.ActOnSeat act) {
    if (act.act() == SeatAct.RESTART || act.act() == SeatAct.SHUT_DOWN) {
      sessions
          .on(act.workstation())
          .ifPresent(session -> floor.end(session, EndReason.STAFF_ENDED));
    }
  }

  private CommandReply carryOutHere(Command command) {
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
          case CommandAction.ActOnSeat _ ->
              throw new IllegalStateException("an agent's to do: " + command.id());
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
