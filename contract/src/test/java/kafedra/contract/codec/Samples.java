package kafedra.contract.codec;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.CallId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.*;
import kafedra.contract.message.ReplicaItem.BookingStatus;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;

/**
 * One of each message, every record and item in it, with every field set or left out at least once.
 */
final class Samples {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Stamp AT = new Stamp(NOON, Duration.ofMinutes(90), ClockTrust.TRUSTED);
  private static final Stamp DOUBTFUL =
      new Stamp(Instant.EPOCH, Duration.ofSeconds(3), ClockTrust.UNTRUSTED);
  private static final SessionId SESSION = new SessionId("s-1");
  private static final WorkstationId SEAT = new WorkstationId("w-bor-7");
  private static final PersonId PERSON = new PersonId("p-0012");
  private static final BookingId BOOKING = new BookingId("b-1");
  private static final TimeSlot LESSON = TimeSlot.of(NOON, Duration.ofMinutes(40));
  private static final Health HEALTH = new Health(125, 900, 4000, 20_000, 60_000, 800, 40, 51);
  private static final Health NO_SENSOR = new Health(0, 0, 1, 0, 1, 0, 0, null);
  private static final TicketId TICKET = new TicketId("t-42");
  private static final ReplicaVersion HEAD = new ReplicaVersion("0123abcd", 20);

  static final Message PRESENCE = new Presence(Reach.ONLINE);

  private Samples() {}

  static Map<String, Message> all() {
    Map<String, Message> all = new LinkedHashMap<>();
    all.put("record-batch", batch());
    all.put(
        "record-batch-empty",
        new RecordBatch(new StreamId(new KioskId("k-bor"), "0123abcd"), 1, 1, List.of()));
    all.put("record-ack", new RecordAck(new StreamId(new KioskId("k-bor"), "0123abcd"), 66, NOON));
    all.put(
        "seat-state-in-use",
        new SeatState(
            NOON,
            SEAT,
            SeatCondition.IN_USE,
            new SeatState.Occupant(SESSION, PERSON, LESSON.end())));
    all.put("seat-state-free", new SeatState(NOON, SEAT, SeatCondition.FREE, null));
    all.put("kiosk-state", new KioskState(AT, "0.1.0", 2, 17, HEALTH, null));
    all.put(
        "kiosk-state-troubled",
        new KioskState(
            AT,
            "0.1.0",
            2,
            17,
            HEALTH,
            List.of(KioskTrouble.RECORDS_LOST, KioskTrouble.READER_FAILING)));
    all.put("queue-state", queue());
    all.put(
        "help-calls",
        new HelpCalls(
            NOON,
            List.of(
                new HelpCalls.Call(new CallId("h-1"), NOON, SEAT, PERSON, null),
                new HelpCalls.Call(new CallId("h-2"), NOON, null, null, NOON.plusSeconds(9)))));
    all.put("queue-state-empty", new QueueState(NOON, 0, List.of()));
    all.put(
        "free-elsewhere",
        new FreeElsewhere(
            NOON, List.of(new FreeElsewhere.Place("Сосновская школа", "Корпус в Бору", 4))));
    all.put("presence", PRESENCE);
    all.put("sync-request", new SyncRequest(ReplicaVersion.NONE));
    all.put("sync-request-fill", new SyncRequest(HEAD, 49_152));
    all.put("sync-changes-filled", new SyncChanges(HEAD, HEAD, HEAD, NOON, List.of(), "abc"));
    all.put("sync-head", new SyncHead(HEAD));
    all.put(
        "sync-changes",
        new SyncChanges(new ReplicaVersion("0123abcd", 0), HEAD, HEAD, NOON, changes()));
    all.put("command-end", command(new CommandAction.EndSession(SESSION)));
    all.put(
        "command-end-elsewhere",
        command(new CommandAction.EndSession(SESSION, EndReason.SIGNED_IN_ELSEWHERE)));
    all.put("command-call-next", command(new CommandAction.CallNext(SEAT)));
    all.put("command-ticket-to-end", command(new CommandAction.TicketToEnd(TICKET)));
    all.put("command-answer-call", command(new CommandAction.AnswerCall(new CallId("h-1"))));
    all.put("command-remove-ticket", command(new CommandAction.RemoveTicket(TICKET)));
    all.put(
        "command-extend",
        command(new CommandAction.ExtendSession(SESSION, Duration.ofMinutes(10))));
    all.put("command-seat", command(new CommandAction.SeatPerson(PERSON, SEAT)));
    all.put(
        "command-act-message",
        command(new CommandAction.ActOnSeat(SEAT, SeatAct.MESSAGE, "Подойдите ко мне", SESSION)));
    all.put(
        "command-act-wake",
        command(new CommandAction.ActOnSeat(SEAT, SeatAct.WAKE, "52:54:00:12:34:56", null)));
    all.put(
        "command-reply-details",
        new CommandReply(new CommandId("c-1"), CommandOutcome.DONE, null, "screen LOCKED"));
    all.put(
        "command-reply-done", new CommandReply(new CommandId("c-1"), CommandOutcome.DONE, null));
    all.put(
        "command-reply-refused",
        new CommandReply(new CommandId("c-1"), CommandOutcome.REFUSED, "session-over"));
    all.put(
        "seat-order-open",
        new SeatOrder(
            "1f2e3d4c",
            5,
            new SeatOrder.Open(SESSION, Duration.ofMinutes(20), "Маша К."),
            List.of()));
    all.put(
        "seat-order-open-lesson",
        new SeatOrder(
            "1f2e3d4c",
            5,
            new SeatOrder.Open(
                SESSION,
                Duration.ofMinutes(20),
                "Маша К.",
                new LessonLink("https://courses.example/course/view.php?id=12")),
            List.of()));
    all.put("seat-order-locked", new SeatOrder("1f2e3d4c", 6, null, List.of(SESSION)));
    all.put(
        "seat-report-open",
        new SeatReport(
            ScreenState.OPEN,
            SESSION,
            5,
            List.of(new SessionUse(SESSION, Duration.ofMinutes(9), Duration.ofMinutes(7)))));
    all.put("seat-report-locked", new SeatReport(ScreenState.LOCKED, null, 6, List.of()));
    all.put(
        "seat-report-fault",
        new SeatReport(ScreenState.LOCKED, null, 7, List.of(), SeatFault.NO_DESKTOP));
    all.put(
        "seat-report-tampered",
        new SeatReport(
            ScreenState.LOCKED,
            null,
            7,
            List.of(),
            null,
            new Tampering("t-1", Tampering.Kind.LOCKER_ENDED, Duration.ofSeconds(90))));
    all.put(
        "seat-health-inventory",
        new SeatHealth("Debian GNU/Linux 13", "0.1.0", NO_SENSOR, INVENTORY));
    all.put(
        "seat-command-message",
        new SeatCommand(
            new CommandId("c-1"),
            SeatAct.MESSAGE,
            "Звонок через пять минут",
            SESSION,
            Duration.ofSeconds(2),
            Duration.ofSeconds(118)));
    all.put(
        "seat-command-restart",
        new SeatCommand(
            new CommandId("c-2"),
            SeatAct.RESTART,
            null,
            null,
            Duration.ZERO,
            Duration.ofMinutes(2)));
    all.put(
        "seat-reply-done",
        new SeatReply(new CommandId("c-1"), CommandOutcome.DONE, null, "screen LOCKED"));
    all.put(
        "seat-reply-refused",
        new SeatReply(new CommandId("c-1"), CommandOutcome.REFUSED, "session-over", null));
    all.put("seat-health", new SeatHealth("Debian GNU/Linux 13", "0.1.0", NO_SENSOR));
    all.put("agent-presence", new AgentPresence(Reach.OFFLINE));
    return all;
  }

  private static final Inventory INVENTORY =
      new Inventory(
          List.of(Feature.WEBCAM, Feature.HEADSET), DiskHealth.SOUND, 3, "52:54:00:12:34:56");

  static RecordBatch batch() {
    return new RecordBatch(new StreamId(new KioskId("k-bor"), "0123abcd"), 3, 57, records());
  }

  static List<SiteRecord> records() {
    return List.of(
        new SiteRecord.SessionStarted(
            AT, SESSION, SEAT, PERSON, BOOKING, SignInMethod.CARD, LESSON.end()),
        new SiteRecord.SessionStarted(
            DOUBTFUL, SESSION, SEAT, PERSON, null, SignInMethod.PIN, LESSON.end()),
        new SiteRecord.SessionExtended(AT, SESSION, LESSON.end()),
        new SiteRecord.SessionUsed(AT, SESSION, Duration.ofMinutes(5), Duration.ofMinutes(4)),
        new SiteRecord.SessionEnded(
            AT, SESSION, EndReason.SIGNED_OUT, Duration.ofMinutes(20), Duration.ofMinutes(17)),
        new SiteRecord.BookingRequested(AT, BOOKING, PERSON, SEAT, LESSON),
        new SiteRecord.BookingRequested(AT, BOOKING, PERSON, null, LESSON),
        new SiteRecord.BookingWithdrawn(AT, BOOKING, PERSON),
        new SiteRecord.LineMeasured(
            AT, Duration.ofMinutes(5), LineMethod.PASSIVE, 1016, 120, 1080, Duration.ofMillis(48)),
        new SiteRecord.LineMeasured(
            AT, Duration.ofMinutes(5), LineMethod.LOWER_BOUND, 3, 1, 9, null),
        new SiteRecord.SeatChanged(AT, SEAT, SeatCondition.UNKNOWN),
        new SiteRecord.WorkstationChecked(AT, SEAT, HEALTH),
        new SiteRecord.CodeUsed(AT, "c0de", PERSON),
        new SiteRecord.StaffActed(
            AT, new PersonId("p-0001"), StaffAct.CLOSED_SEAT, SEAT, null, null),
        new SiteRecord.StaffActed(
            AT, new PersonId("p-0001"), StaffAct.REGISTERED_CARD, null, PERSON, "0004A1B2C3"),
        new SiteRecord.MoodsCounted(
            AT, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 23), 7, 2, 1),
        new SiteRecord.FaultReported(AT, SEAT, FaultKind.NO_PICTURE),
        new SiteRecord.DemandRefused(AT, RefusedDemand.NO_FREE_SEAT),
        new SiteRecord.TicketClosed(
            AT,
            new LabId("bor-lab"),
            NOON,
            Duration.ofMinutes(12),
            Duration.ofMinutes(15),
            TicketFate.SEATED),
        new SiteRecord.TicketClosed(AT, null, NOON, null, null, TicketFate.LEFT),
        new SiteRecord.WorkstationChecked(
            AT, SEAT, NO_SENSOR, "Debian GNU/Linux 13", "0.1.0", INVENTORY),
        new SiteRecord.SeatTampered(AT, SEAT, "t-1", Tampering.Kind.LOCKER_ENDED));
  }

  private static QueueState queue() {
    return new QueueState(
        NOON,
        3,
        List.of(
            new QueueState.Entry(
                TICKET, 57, PERSON, null, List.of(), NOON, null, SEAT, LESSON.end()),
            new QueueState.Entry(
                new TicketId("t-43"),
                18,
                new PersonId("p-0001"),
                new LabId("bor-lab"),
                List.of(Feature.ACCESSIBLE),
                NOON,
                LESSON.end(),
                null,
                null)));
  }

  private static List<ReplicaChange> changes() {
    List<ReplicaItem> items =
        List.of(
            new ReplicaItem.Site(
                new BuildingId("bor"), "Сосновская школа", "Корпус в Бору", "Europe/Moscow"),
            new ReplicaItem.Lab(new LabId("bor-lab"), "Компьютерный зал"),
            new ReplicaItem.Seat(
                SEAT,
                new LabId("bor-lab"),
                "7",
                1,
                2,
                List.of(Feature.LINUX, Feature.WEBCAM),
                Service.IN_SERVICE),
            new ReplicaItem.Person(
                PERSON,
                "Маша К.",
                "10012",
                new PinVerifier("00ff", "abcd"),
                List.of("beef"),
                List.of(new GroupId("g-7a")),
                7,
                Role.PUPIL),
            new ReplicaItem.Person(
                new PersonId("p-0001"),
                "Анна П.",
                null,
                null,
                List.of(),
                List.of(),
                null,
                Role.STAFF,
                ReplicaItem.Priority.SHORTER_WAIT),
            new ReplicaItem.Booking(
                BOOKING, PERSON, null, LESSON, List.of(SEAT), BookingStatus.CONFIRMED),
            new ReplicaItem.Booking(
                new BookingId("b-2"),
                null,
                new GroupId("g-7a"),
                LESSON,
                List.of(),
                BookingStatus.CANCELLED),
            new ReplicaItem.Booking(
                new BookingId("b-3"),
                null,
                new GroupId("g-7a"),
                LESSON,
                List.of(SEAT),
                BookingStatus.CONFIRMED,
                new LessonLink("https://webinar.example/r/7a")),
            new ReplicaItem.Bell(DayOfWeek.SATURDAY, 1, LocalTime.of(8, 30), LocalTime.of(9, 10)),
            new ReplicaItem.Rules(
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                Duration.ofMinutes(60),
                Duration.ofMinutes(15),
                LocalTime.of(8, 0),
                LocalTime.of(18, 0),
                new ReplicaItem.Turns(2, Duration.ofMinutes(5))),
            new ReplicaItem.ScreenNorm(
                Duration.ofMinutes(10),
                List.of(
                    new ReplicaItem.ScreenLimit(7, Duration.ofMinutes(30), Duration.ofMinutes(60)),
                    new ReplicaItem.ScreenLimit(null, Duration.ofMinutes(45), null)),
                ReplicaItem.Holding.TOLD,
                ReplicaItem.Holding.HELD,
                ReplicaItem.Holding.OFF),
            new ReplicaItem.Group(new GroupId("g-7a"), "7А"),
            new ReplicaItem.EntryCode("c0de", PERSON, LESSON.end()),
            new ReplicaItem.UsedElsewhere(
                PERSON, LocalDate.of(2026, 11, 23), Duration.ofMinutes(20)),
            new ReplicaItem.LabDay(
                new LabId("bor-lab"),
                LocalDate.of(2026, 11, 23),
                List.of(LESSON),
                List.of(new ReplicaItem.LabLesson(1, LESSON)),
                null,
                ""),
            new ReplicaItem.LabDay(
                new LabId("bor-lab"),
                LocalDate.of(2026, 11, 24),
                List.of(),
                List.of(),
                ReplicaItem.Closed.REMOTE,
                "Мороз"),
            new ReplicaItem.LabDay(
                new LabId("bor-lab"),
                LocalDate.of(2026, 11, 25),
                List.of(),
                List.of(),
                ReplicaItem.Closed.CLOSED,
                "Прорвало трубу",
                ReplicaItem.Running.ENDS));
    List<ReplicaChange> changes = new java.util.ArrayList<>();
    items.forEach(item -> changes.add(new ReplicaChange.Put(item)));
    changes.add(new ReplicaChange.Gone("person/p-0002"));
    return changes;
  }

  private static Command command(CommandAction action) {
    return new Command(new CommandId("c-1"), NOON, action);
  }
}
