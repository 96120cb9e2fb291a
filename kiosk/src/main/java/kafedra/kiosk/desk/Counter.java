package kafedra.kiosk.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.AgentPresence;
import kafedra.contract.message.Command;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.Health;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.message.Message;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatHealth;
import kafedra.contract.message.SeatReply;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.line.LineMeter;
import kafedra.kiosk.line.LineProbe;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.seat.HealthRecords;
import kafedra.kiosk.seat.SeatServices;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.ScreenBudget;
import kafedra.kiosk.signin.Visits;
import kafedra.kiosk.upkeep.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk as a whole: hands each message to who deals with it, lets time pass, and shows what came
 * of it. For the desk's thread alone.
 */
public final class Counter {
  /** How often the kiosk tells how it is. */
  public static final Duration STATE_EVERY = Duration.ofSeconds(60);

  /** How often the screen is told the state of the building when nothing changes. */
  public static final Duration SHOW_EVERY = Duration.ofSeconds(30);

  private static final Duration TRY_EVERY = Duration.ofSeconds(5);

  /** What the desk works with. */
  public record Parts(
      Desk desk,
      BookingDesk bookings,
      HelpDesk help,
      Floor floor,
      Upstream upstream,
      Timekeeper timekeeper,
      SeatServices services,
      Commands commands,
      HealthRecords healthRecords,
      LineMeter lineMeter,
      Waiting waiting,
      QueueTeller queueTeller,
      Visits visits,
      SiteViews siteViews,
      Journal journal,
      Announcements announcements,
      Supplier<Health> machine,
      Troubles troubles,
      Runnable openDoor,
      String version) {}

  private static final Logger log = LoggerFactory.getLogger(Counter.class);

  private final Parts parts;
  private final DeviceClock clock;
  private Screen screen = new NoScreen();
  private Optional<Duration> stateAt = Optional.empty();
  private Optional<Duration> triedAt = Optional.empty();
  private Optional<Duration> shownAt = Optional.empty();
  private Optional<SiteView> shownSite = Optional.empty();
  private Optional<VisitKey> shownVisit = Optional.empty();

  public Counter(Parts parts, DeviceClock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /** What makes a visit worth showing anew; times that only run down do not. */
  private record VisitKey(Duration touchedAt, VisitView still) {}

  private static final class NoScreen implements Screen {
    @Override
    public void show(SiteView site) {}

    @Override
    public void show(Optional<VisitView> visit) {}

    @Override
    public void show(Refusal refusal) {}
  }

  /** Before the thread starts: where views are pushed to. */
  public void showOn(Screen newScreen) {
    screen = newScreen;
  }

  /** A card was tapped at a reader. The visit is shown by the refresh that follows. */
  public void tapped(String card) {
    switch (parts.desk().tap(card)) {
      case Outcome.Done<VisitView>(VisitView begun) -> {
        if (begun.role() == ReplicaItem.Role.STAFF) {
          parts.openDoor().run();
        }
      }
      case Outcome.Refused<VisitView>(Refusal why) -> {
        log.info("A card at the reader was refused: {}", why.code());
        screen.show(why);
      }
    }
  }

  /** The controller's side said something. */
  public void received(Message.ToKiosk message) {
    switch (message) {
      case RecordAck ack -> parts.upstream().heard(ack.now());
      case SyncHead head -> parts.upstream().head(head);
      case SyncChanges piece -> parts.upstream().changes(piece);
      case Command command -> parts.commands().received(command);
      case FreeElsewhere places -> parts.upstream().elsewhere(places);
    }
  }

  /** An agent said something. */
  public void received(WorkstationId from, Message.FromAgent message) {
    switch (message) {
      case SeatReport report -> parts.floor().heard(from, report);
      case SeatReply reply -> parts.commands().heard(from, reply);
      case SeatHealth health -> parts.healthRecords().heard(from, health);
      case AgentPresence presence -> parts.floor().presence(from, presence.reach());
    }
  }

  /** The district's broker is reached: everything that is only said and not kept is said anew. */
  public void districtUp() {
    parts.upstream().up();
    parts.floor().announceAll();
    parts.queueTeller().tellAnew();
    parts.help().tellAnew();
    tellState();
  }

  public void districtDown() {
    parts.upstream().down();
  }

  /** The site's broker is reached. */
  public void siteUp() {
    parts.floor().orderAll();
  }

  /** What time alone brings about. */
  public void tick() {
    recoverStore();
    parts.timekeeper().tick();
    parts.desk().tick();
    parts.help().tick();
    parts.floor().tick();
    parts.upstream().tick();
    parts.commands().tick();
    parts
        .lineMeter()
        .tick(parts.upstream()::takeRoundTrip)
        .ifPresent(measured -> parts.journal().commit(List.of(new Change.Recorded(measured))));
    if (isOver(stateAt, STATE_EVERY)) {
      tellState();
    }
    parts.queueTeller().tick();
    SiteView site = parts.siteViews().now();
    parts.upstream().probe(use(site));
    showSite(site);
  }

  private LineProbe.Use use(SiteView site) {
    if (site.lesson() != null || !parts.lineMeter().isIdle()) {
      return LineProbe.Use.BUSY;
    }
    return site.open() ? LineProbe.Use.IDLE : LineProbe.Use.CLOSED;
  }

  /** A disk that was full is tried again, and not only when somebody comes. */
  private void recoverStore() {
    boolean failing = parts.troubles().now().contains(KioskTrouble.STORE_FAILING);
    if (failing && isOver(triedAt, TRY_EVERY)) {
      triedAt = Optional.of(clock.sinceBoot());
      try {
        parts.journal().tryWriting();
        log.info("The disk takes writes again");
      } catch (RuntimeException stillFailing) {
        log.warn("The disk takes no writes: {}", stillFailing.getMessage());
      }
    }
  }

  /** For supervisors: how the kiosk is, without any name. */
  public HealthView health() {
    Upstream upstream = parts.upstream();
    return new HealthView(
        true,
        parts.version(),
        upstream.reach(),
        upstream.age().orElse(null),
        parts.announcements().unsent(),
        upstream.version().number(),
        parts.siteViews().now().seats().stream()
            .filter(seat -> seat.condition() != SeatCondition.UNKNOWN)
            .count(),
        troubles());
  }

  private List<KioskTrouble> troubles() {
    if (clock.trust() == ClockTrust.TRUSTED) {
      parts.troubles().isRidOf(KioskTrouble.CLOCK_UNKNOWN);
    } else {
      parts.troubles().has(KioskTrouble.CLOCK_UNKNOWN);
    }
    return parts.troubles().now();
  }

  private boolean isOver(Optional<Duration> since, Duration length) {
    return since.filter(at -> clock.since(at).compareTo(length) < 0).isEmpty();
  }

  private void tellState() {
    stateAt = Optional.of(clock.sinceBoot());
    parts
        .announcements()
        .kiosk(
            new KioskState(
                clock.stamp(),
                parts.version(),
                parts.waiting().waiting().size(),
                parts.announcements().unsent(),
                parts.machine().get(),
                troubles()));
  }

  /** At most once a tick, so twice a second. */
  private void showSite(SiteView now) {
    SiteView still = still(now);
    if (isOver(shownAt, SHOW_EVERY) || !shownSite.equals(Optional.of(still))) {
      shownAt = Optional.of(clock.sinceBoot());
      shownSite = Optional.of(still);
      screen.show(now);
    }
  }

  private static SiteView still(SiteView view) {
    return new SiteView(
        java.time.Instant.EPOCH,
        view.zone(),
        view.school(),
        view.building(),
        view.open(),
        view.opens(),
        view.closes(),
        new SiteView.Controller(
            view.controller().reach(), null, Math.min(1, view.controller().unsent())),
        null,
        view.labs(),
        view.seats(),
        view.free(),
        view.total(),
        view.queue(),
        view.upcoming(),
        view.lesson(),
        view.closed(),
        view.elsewhere(),
        view.calls(),
        view.classes());
  }

  /** After each piece of work: what it brought about is done, told and shown at once. */
  public void refresh() {
    parts.services().refresh();
    parts.floor().refresh();
    parts.bookings().refresh();
    parts.help().refresh();
    Optional<VisitView> visit = parts.desk().visit();
    Optional<VisitKey> key = visit.map(this::key);
    if (!key.equals(shownVisit)) {
      shownVisit = key;
      screen.show(visit);
    }
  }

  private VisitKey key(VisitView view) {
    Duration touched = parts.visits().current().map(it -> it.touchedAt()).orElse(Duration.ZERO);
    VisitView.Sitting sitting = view.session();
    return new VisitKey(
        touched,
        new VisitView(
            view.token(),
            view.greeting(),
            view.role(),
            view.method(),
            java.time.Instant.EPOCH,
            sitting == null ? null : still(sitting),
            view.ended(),
            view.due(),
            view.bookings(),
            view.ticket(),
            view.free(),
            Duration.ofMinutes(view.walkIn().toMinutes()),
            view.refusal(),
            view.lessons(),
            still(view.screenTime()),
            view.help(),
            view.staff(),
            view.asksMood()));
  }

  private static ScreenBudget.Standing still(ScreenBudget.Standing standing) {
    return new ScreenBudget.Standing(
        Duration.ofMinutes(standing.used().toMinutes()),
        standing.day(),
        standing.sitting(),
        Duration.ofMinutes(standing.sat().toMinutes()),
        standing.restUntil());
  }

  private static VisitView.Sitting still(VisitView.Sitting sitting) {
    return new VisitView.Sitting(
        sitting.id(),
        sitting.seat(),
        sitting.seatLabel(),
        sitting.startedAt(),
        sitting.plannedEnd(),
        Duration.ZERO,
        sitting.canExtend(),
        Duration.ofMinutes(sitting.extendBy().toMinutes()),
        sitting.extendRefusal(),
        sitting.screen(),
        sitting.lesson());
  }
}
