package kafedra.kiosk.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.Health;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SessionUse;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.journal.MemoryJournal;
import kafedra.kiosk.line.InterfaceCounters;
import kafedra.kiosk.line.LineMeter;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.signin.Proofs;
import kafedra.kiosk.upkeep.Troubles;

/**
 * A kiosk without a network, whose clock is moved by hand: 10:00 on a Monday, open from 8 to 18,
 * two seats, walk-ins of 30 minutes.
 */
public final class KioskStage {
  public static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
  public static final PersonId ANYA = new PersonId("anya");
  public static final PersonId BORIS = new PersonId("boris");
  public static final PersonId VERA = new PersonId("vera");
  public static final GroupId GROUP = new GroupId("inf-7");
  public static final WorkstationId ONE = new WorkstationId("ws-1");
  public static final WorkstationId TWO = new WorkstationId("ws-2");
  private static final int STEP_SECONDS = 5;

  public final MovableClock clock = new MovableClock(TEN);
  public final List<Instant> doors = new ArrayList<>();
  public final List<Integer> probes = new ArrayList<>();
  public final List<Instant> heard = new ArrayList<>();
  public final Troubles troubles = new Troubles();
  public final MemoryJournal memory = new MemoryJournal();
  public final Map<WorkstationId, SeatOrder> orders = new LinkedHashMap<>();
  public final Map<WorkstationId, SeatCommand> asked = new LinkedHashMap<>();
  public final List<String> woken = new ArrayList<>();
  public final Map<WorkstationId, SeatState> announced = new HashMap<>();
  public final List<CommandReply> replies = new ArrayList<>();
  public final List<KioskState> states = new ArrayList<>();
  public final List<QueueState> queues = new ArrayList<>();
  public final List<HelpCalls> help = new ArrayList<>();
  private final Map<SessionId, SessionUse> uses = new LinkedHashMap<>();
  private final Map<WorkstationId, Optional<SeatOrder.Open>> screens = new HashMap<>();
  private DeskRoom room;
  private long version;

  public KioskStage() {
    room = open(memory);
    List<ReplicaItem> items = new ArrayList<>();
    items.add(new ReplicaItem.Site(new BuildingId("main"), "Школа", "Корпус", "Z"));
    items.add(
        new ReplicaItem.Rules(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofMinutes(15),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0)));
    items.add(new ReplicaItem.Lab(new LabId("lab"), "Зал"));
    items.add(seat(ONE, 0));
    items.add(seat(TWO, 1));
    items.add(new ReplicaItem.Bell(DayOfWeek.MONDAY, 3, LocalTime.of(11, 0), LocalTime.of(11, 40)));
    items.add(person(ANYA, GROUP));
    items.add(person(BORIS, GROUP));
    items.add(person(VERA, new GroupId("other")));
    sync(items.stream().<ReplicaChange>map(ReplicaChange.Put::new).toList());
    agentsReport();
  }

  private static ReplicaItem.Seat seat(WorkstationId id, int column) {
    return new ReplicaItem.Seat(
        id,
        new LabId("lab"),
        Integer.toString(column + 1),
        0,
        column,
        List.of(),
        ReplicaItem.Service.IN_SERVICE);
  }

  private static ReplicaItem.Person person(PersonId id, GroupId group) {
    return new ReplicaItem.Person(
        id,
        id.value(),
        "number-" + id,
        new PinVerifier("", "pin-" + id),
        List.of("card-" + id),
        List.of(group),
        7,
        ReplicaItem.Role.PUPIL);
  }

  private DeskRoom open(Journal journal) {
    return new DeskRoom(
        new DeskRoom.World(
            journal,
            clock,
            new DeskRoom.WallClock(heard::add, () -> false, () -> {}),
            orders::put,
            (seat, command) -> asked.put(seat, command),
            woken::add,
            new Told(),
            Cues.none(),
            () -> doors.add(clock.instant()),
            new PlainProofs(),
            new LineMeter(
                () -> Optional.<InterfaceCounters.Bytes>empty(),
                clock,
                Duration.ofMinutes(5),
                1000),
            () -> new Health(0, 0, 0, 0, 0, 0, 0, null),
            troubles,
            new Random(7),
            "test"));
  }

  /** The kiosk is killed and started again; the agents go on. */
  public void restart() {
    orders.clear();
    room = open(memory);
    agentsReport();
  }

  /** The power is cut and comes back; the kiosk begins with whatever its clock then says. */
  public void cutThePower(Instant wall) {
    clock.reboot(wall, ClockTrust.UNTRUSTED);
    restart();
  }

  /** Network time or the controller sets the clock. */
  public void clockIsSetTo(Instant wall) {
    clock.jumpTo(wall, ClockTrust.TRUSTED);
    counter().tick();
    counter().refresh();
    agentsReport();
  }

  public Desk desk() {
    return room.desk();
  }

  public Counter counter() {
    return room.counter();
  }

  public DeskRoom room() {
    return room;
  }

  public SiteView site() {
    return room.siteViews().now();
  }

  public SiteView.Seat seat(WorkstationId id) {
    return site().seats().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  public void put(ReplicaItem item) {
    sync(List.of(new ReplicaChange.Put(item)));
  }

  private void sync(List<ReplicaChange> changes) {
    ReplicaVersion from = new ReplicaVersion("stage", version);
    version += changes.size();
    ReplicaVersion to = new ReplicaVersion("stage", version);
    counter().received(new SyncChanges(from, to, to, clock.instant(), changes));
    counter().refresh();
  }

  public void book(String id, PersonId person, WorkstationId seat, Duration from, Duration to) {
    put(
        new ReplicaItem.Booking(
            new BookingId(id),
            person,
            null,
            new TimeSlot(TEN.plus(from), TEN.plus(to)),
            List.of(seat),
            ReplicaItem.BookingStatus.CONFIRMED));
  }

  public void bookGroup(String id, Duration from, Duration to, WorkstationId... seats) {
    put(
        new ReplicaItem.Booking(
            new BookingId(id),
            null,
            GROUP,
            new TimeSlot(TEN.plus(from), TEN.plus(to)),
            List.of(seats),
            ReplicaItem.BookingStatus.CONFIRMED));
  }

  /** The person taps a card and gets a visit. */
  public VisitView tap(PersonId person) {
    return done(desk().tap("card-" + person));
  }

  /** The person taps and takes a seat. */
  public VisitView sit(PersonId person, WorkstationId seat) {
    VisitView visit = tap(person);
    VisitView seated = done(desk().takeSeat(visit.token(), Optional.of(seat), Optional.empty()));
    afterwards();
    return seated;
  }

  /** The session that a view shows. */
  public static VisitView.Sitting sitting(VisitView view) {
    return Optional.ofNullable(view.session()).orElseThrow();
  }

  /** The place in the queue that a view shows. */
  public static VisitView.Place place(VisitView view) {
    return Optional.ofNullable(view.ticket()).orElseThrow();
  }

  public SeatOrder order(WorkstationId seat) {
    return Optional.ofNullable(orders.get(seat)).orElseThrow();
  }

  /** What the seat was last told to open for. */
  public Optional<SeatOrder.Open> open(WorkstationId seat) {
    return Optional.ofNullable(order(seat).open());
  }

  /** Who sits there, as the controller was told. */
  public Optional<PersonId> occupant(WorkstationId seat) {
    return Optional.ofNullable(announced.get(seat))
        .flatMap(state -> Optional.ofNullable(state.occupant()))
        .map(SeatState.Occupant::person);
  }

  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
    };
  }

  public static Refusal refusal(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(Object value) -> throw new AssertionError("done: " + value);
      case Outcome.Refused<?>(Refusal why) -> why;
    };
  }

  /** Time passes in small steps, agents report in each. */
  public void pass(Duration length) {
    for (long left = length.toSeconds(); left > 0; left -= STEP_SECONDS) {
      passInSilence(Duration.ofSeconds(Math.min(STEP_SECONDS, left)));
      agentsReport();
    }
  }

  /** Time passes and no agent says a word. */
  public void passInSilence(Duration length) {
    clock.pass(length);
    counter().tick();
    counter().refresh();
  }

  /** What follows any piece of work, then what the agents make of it. */
  public void afterwards() {
    counter().refresh();
    agentsReport();
  }

  /** Agents obey their last order and report. */
  public void agentsReport() {
    report(ONE);
    report(TWO);
  }

  public void report(WorkstationId seat) {
    SeatOrder order = orders.get(seat);
    Optional<SeatOrder.Open> open =
        order == null
            ? screens.getOrDefault(seat, Optional.empty())
            : Optional.ofNullable(order.open());
    screens.put(seat, open);
    if (order != null) {
      order.settled().forEach(uses::remove);
    }
    open.ifPresent(it ->
        uses.putIfAbsent(it.session(), new SessionUse(it.session(), Duration.ZERO, Duration.ZERO)));
    SessionId session = open.map(SeatOrder.Open::session).orElse(null);
    counter()
        .received(
            seat,
            new SeatReport(
                session == null ? ScreenState.LOCKED : ScreenState.OPEN,
                session,
                order == null ? 0 : order.number(),
                List.copyOf(usesOf(seat))));
    counter().refresh();
  }

  private List<SessionUse> usesOf(WorkstationId seat) {
    return uses.values().stream()
        .filter(use ->
            memory.session(use.session()).filter(it -> it.workstation().equals(seat)).isPresent())
        .toList();
  }

  /** What the agent has counted so far for a session. */
  public void count(SessionId session, Duration signedIn, Duration active) {
    uses.put(session, new SessionUse(session, signedIn, active));
  }

  private final class Told implements Announcements {
    @Override
    public void seat(SeatState state) {
      announced.put(state.workstation(), state);
    }

    @Override
    public void queue(QueueState state) {
      queues.add(state);
    }

    @Override
    public void help(HelpCalls calls) {
      help.add(calls);
    }

    @Override
    public void kiosk(KioskState state) {
      states.add(state);
    }

    @Override
    public void reply(CommandReply reply) {
      replies.add(reply);
    }

    @Override
    public void ask(ReplicaVersion have) {}

    @Override
    public void probe(ReplicaVersion have, int fill) {
      probes.add(fill);
    }

    @Override
    public long unsent() {
      return 0;
    }
  }

  /** Verifiers are the secrets themselves. */
  public static final class PlainProofs implements Proofs {
    @Override
    public String card(String number) {
      return number;
    }

    @Override
    public String code(String digits) {
      return digits;
    }

    @Override
    public boolean matches(PinVerifier verifier, String pin) {
      return verifier.proof().equals(pin);
    }

    @Override
    public PinVerifier decoy() {
      return new PinVerifier("", "");
    }
  }
}
