package kafedra.controller.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kafedra.contract.id.CallId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.SeatAct;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.command.CommandDesk;
import kafedra.controller.command.Issue;
import kafedra.controller.command.IssuedCommand;
import kafedra.controller.fleet.Devices;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What staff have done in a room: end, extend, seat. */
final class CommandResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);
  private static final Access STAFF_OF_ROOMS = Access.of(StaffRole.LIBRARIAN, StaffRole.SYSADMIN);

  /** How long a request waits for the kiosk's answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(CommandResource.class);

  private static final int MOST_MINUTES = 240;

  private record ExtensionBody(@Nullable Integer minutes) {}

  private record SeatingBody(@Nullable String person, @Nullable String workstation) {}

  private record SeatBody(@Nullable String workstation) {}

  private record ActBody(@Nullable String act, @Nullable String text, @Nullable String session) {}

  private record CommandView(
      CommandId id, IssuedCommand.State state, @Nullable String reason, @Nullable String details) {
    static CommandView of(IssuedCommand command) {
      return new CommandView(command.id(), command.state(), command.reason(), command.details());
    }
  }

  private final CommandDesk desk;
  private final Roster roster;
  private final Devices devices;
  private final AuditLog audit;

  CommandResource(CommandDesk desk, Roster roster, Devices devices, AuditLog audit) {
    this.devices = devices;
    this.desk = desk;
    this.roster = roster;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.change(Route.Method.POST, "/sessions/{session}/end", LIBRARIANS, this::end),
        Route.json(Route.Method.POST, "/sessions/{session}/extend", LIBRARIANS, this::extend),
        Route.json(Route.Method.POST, "/labs/{lab}/seatings", LIBRARIANS, this::seat),
        Route.json(Route.Method.POST, "/labs/{lab}/queue/next", LIBRARIANS, this::callNext),
        Route.change(
            Route.Method.POST, "/labs/{lab}/queue/{ticket}/to-end", LIBRARIANS, this::toEnd),
        Route.change(
            Route.Method.POST, "/labs/{lab}/queue/{ticket}/remove", LIBRARIANS, this::remove),
        Route.change(
            Route.Method.POST, "/labs/{lab}/calls/{call}/answer", LIBRARIANS, this::answerCall),
        Route.json(
            Route.Method.POST, "/workstations/{workstation}/acts", STAFF_OF_ROOMS, this::act),
        Route.get("/commands/{command}", STAFF_OF_ROOMS, this::command));
  }

  private Reply end(Call call) {
    SessionId session = session(call);
    String login = call.staff().login();
    return answer(call, "session-end-asked", session.value(), desk.endSession(session, login));
  }

  private Reply extend(Call call) {
    SessionId session = session(call);
    ExtensionBody body = call.body(ExtensionBody.class);
    int minutes = Fields.number("minutes", body.minutes(), 1, MOST_MINUTES);
    return answer(
        call,
        "session-extension-asked",
        session.value(),
        desk.extendSession(session, Duration.ofMinutes(minutes), call.staff().login()));
  }

  private SessionId session(Call call) {
    SessionId session = call.pathId("session", SessionId::new);
    Building building = call.seen(desk.buildingOf(session), Building::school);
    log.debug("{} runs in {}", session, building.id());
    return session;
  }

  private Reply seat(Call call) {
    Lab lab = call.lab();
    SeatingBody body = call.body(SeatingBody.class);
    PersonId person = Fields.id("person", body.person(), PersonId::new);
    WorkstationId seat = Fields.id("workstation", body.workstation(), WorkstationId::new);
    if (roster.person(person).map(Person::school).filter(call::maySee).isEmpty()) {
      throw Problem.at(ProblemCode.UNKNOWN_PERSON, "person");
    }
    return answer(
        call,
        "seating-asked",
        seat.value(),
        desk.seatPerson(lab.id(), person, seat, call.staff().login()));
  }

  private Reply act(Call call) {
    WorkstationId seat = call.pathId("workstation", WorkstationId::new);
    Lab lab = call.seen(call.premises().labOf(seat), this::schoolOf);
    ActBody body = call.body(ActBody.class);
    SeatAct act = Fields.word("act", body.act(), SeatAct.class);
    SessionId session =
        body.session() == null ? null : Fields.id("session", body.session(), SessionId::new);
    log.debug("{} at {} in {}", act, seat, lab.id());
    return answer(
        call,
        "seat-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-asked",
        seat.value(),
        desk.act(
            new CommandAction.ActOnSeat(seat, act, text(act, seat, body), session),
            call.staff().login()));
  }

  private SchoolId schoolOf(Lab lab) {
    return roster.premises().building(lab.building()).map(Building::school).orElseThrow();
  }

  private @Nullable String text(SeatAct act, WorkstationId seat, ActBody body) {
    return switch (act) {
      case MESSAGE -> Fields.text("text", body.text(), CommandAction.ActOnSeat.LONGEST_TEXT);
      case WAKE ->
          devices.wakeAddress(seat).orElseThrow(() -> Problem.of(ProblemCode.NO_WAKE_ADDRESS));
      case COVER, UNCOVER, RESTART, SHUT_DOWN, DIAGNOSE -> null;
    };
  }

  private Reply callNext(Call call) {
    Lab lab = call.lab();
    WorkstationId seat =
        Fields.id("workstation", call.body(SeatBody.class).workstation(), WorkstationId::new);
    return answer(
        call,
        "queue-next-asked",
        seat.value(),
        desk.callNext(lab.id(), seat, call.staff().login()));
  }

  private Reply toEnd(Call call) {
    return onTicket(call, "queue-to-end-asked", CommandAction.TicketToEnd::new);
  }

  private Reply remove(Call call) {
    return onTicket(call, "queue-removal-asked", CommandAction.RemoveTicket::new);
  }

  private Reply onTicket(Call call, String note, Function<TicketId, CommandAction> action) {
    Lab lab = call.lab();
    TicketId ticket = call.pathId("ticket", TicketId::new);
    return answer(
        call,
        note,
        lab.id() + "/" + ticket,
        desk.ofKiosk(lab, action.apply(ticket), call.staff().login()));
  }

  private Reply answer(Call call, String action, String subject, Issue issue) {
    return switch (issue) {
      case Issue.Issued issued -> {
        CommandId id = issued.command().id();
        audit.note(call.staff().login(), action, subject, id.value());
        yield new Reply.Json(
            202, CommandView.of(desk.await(id, PATIENCE).orElse(issued.command())));
      }
      case Issue.NoSuchSession none -> throw Problem.of(ProblemCode.SESSION_OVER);
      case Issue.NoSuchWorkstation none ->
          throw Problem.at(ProblemCode.UNKNOWN_SEAT, "workstation");
      case Issue.NoSuchPerson none -> throw Problem.at(ProblemCode.UNKNOWN_PERSON, "person");
    };
  }

  private Reply answerCall(Call call) {
    Lab lab = call.lab();
    CallId answered = call.pathId("call", CallId::new);
    return answer(
        call,
        "call-answered",
        answered.value(),
        desk.ofKiosk(lab, new CommandAction.AnswerCall(answered), call.staff().login()));
  }

  private Reply command(Call call) {
    IssuedCommand command =
        call.seen(desk.find(call.pathId("command", CommandId::new)), IssuedCommand::school);
    return Reply.ok(CommandView.of(command));
  }
}
