package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.line.LineProbe;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Requests;

/** What comes from the controller, and how long ago. For the desk's thread alone. */
public final class Upstream {
  /** The controller is asked this often even when nothing is known to have changed. */
  public static final Duration ASK_EVERY = Duration.ofSeconds(60);

  /** How long an answer is awaited before asking again. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Seats that were free so long ago send nobody on a way. */
  static final Duration ELSEWHERE_OLD = Duration.ofMinutes(30);

  /** An answer within this was not held up. */
  static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final int ROUND_TRIPS = 32;

  private final Replica replica;
  private final Requests requests;
  private final Journal journal;
  private final Announcements announcements;
  private final Consumer<Instant> setClock;
  private final LineProbe probe;
  private final DeviceClock clock;
  private final Deque<Duration> roundTrips = new ArrayDeque<>();
  private Reach reach = Reach.OFFLINE;
  private Optional<Duration> heardAt = Optional.empty();
  private Optional<Duration> askedAt = Optional.empty();
  private Optional<FreeElsewhere> elsewhere = Optional.empty();
  private Optional<Duration> elsewhereAt = Optional.empty();
  private boolean awaiting;

  /**
   * @param setClock takes the controller's time, which came with a message
   */
  public Upstream(
      Replica replica,
      Requests requests,
      Journal journal,
      Announcements announcements,
      Consumer<Instant> setClock,
      LineProbe probe,
      DeviceClock clock) {
    this.replica = replica;
    this.requests = requests;
    this.journal = journal;
    this.announcements = announcements;
    this.setClock = setClock;
    this.probe = probe;
    this.clock = clock;
  }

  /** The district's broker is reached. */
  public void up() {
    reach = Reach.ONLINE;
    ask();
  }

  public void down() {
    reach = Reach.OFFLINE;
    awaiting = false;
  }

  /** The controller acknowledged records. */
  public void heard(Instant controllerTime) {
    heard(controllerTime, Optional.empty());
  }

  /**
   * Takes the time that came with a message. One that was long on its way tells a time that is
   * over, never one to come: so the clock is set forward by any, and back only by an answer that
   * came at once.
   *
   * @param roundTrip of the question that it answers, where that is known
   */
  private void heard(Instant controllerTime, Optional<Duration> roundTrip) {
    heardAt = Optional.of(clock.sinceBoot());
    boolean atOnce = roundTrip.filter(it -> it.compareTo(AT_ONCE) < 0).isPresent();
    if (clock.trust() == ClockTrust.UNTRUSTED
        || atOnce
        || controllerTime.isAfter(clock.instant())) {
      setClock.accept(controllerTime);
    }
  }

  private void ask() {
    announcements.ask(replica.version());
    askedAt = Optional.of(clock.sinceBoot());
    awaiting = true;
  }

  /** The controller says how far the replica should be. */
  public void head(SyncHead head) {
    heardAt = Optional.of(clock.sinceBoot());
    if (!head.version().equals(replica.version()) && !awaiting) {
      ask();
    }
  }

  /**
   * A piece of the replica came: keeps it, then shows it, then asks for the next. It asks after the
   * last one too, which tells the controller what is known here.
   */
  public void changes(SyncChanges piece) {
    String filling = piece.filling();
    if (filling != null) {
      probe
          .answered(filling.length(), medianRoundTrip())
          .ifPresent(measured -> journal.commit(List.of(new Change.Recorded(measured))));
    } else if (awaiting) {
      askedAt.ifPresent(asked -> measured(clock.since(asked)));
    }
    heard(piece.now(), awaiting ? askedAt.map(clock::since) : Optional.empty());
    awaiting = false;
    boolean empty = piece.changes().isEmpty() && piece.to().equals(replica.version());
    boolean news = !empty && replica.fits(piece);
    if (news) {
      journal.commit(List.of(new Change.ReplicaChanged(piece)));
      replica.apply(piece);
      requests.answered(replica, clock.instant());
    }
    if (news) {
      ask();
    } else {
      // the clock asks again: at once, two that do not fit would ask and answer for ever
      awaiting = !piece.head().equals(replica.version());
    }
  }

  /** The controller tells where else seats are free. */
  public void elsewhere(FreeElsewhere places) {
    elsewhere = Optional.of(places);
    elsewhereAt = Optional.of(clock.sinceBoot());
  }

  /** Where else seats are or were free; nothing that is older than {@link #ELSEWHERE_OLD}. */
  public Optional<SiteView.Elsewhere> elsewhere() {
    return elsewhereAt
        .map(clock::since)
        .filter(age -> age.compareTo(ELSEWHERE_OLD) < 0)
        .flatMap(age ->
            elsewhere.map(it -> new SiteView.Elsewhere(clock.instant().minus(age), it.places())));
  }

  /** Uses the line a little to measure it, when that costs nobody anything. */
  public void probe(LineProbe.Use use) {
    if (reach == Reach.ONLINE && !awaiting && probe.isDue(use)) {
      announcements.probe(replica.version(), LineProbe.FILL);
    }
  }

  private void measured(Duration roundTrip) {
    if (roundTrips.size() == ROUND_TRIPS) {
      roundTrips.removeFirst();
    }
    roundTrips.addLast(roundTrip);
  }

  /** The median of the round trips since the last call; empty when nothing answered. */
  public Optional<Duration> takeRoundTrip() {
    Optional<Duration> median = medianRoundTrip();
    roundTrips.clear();
    return median;
  }

  private Optional<Duration> medianRoundTrip() {
    List<Duration> sorted = roundTrips.stream().sorted().toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  /** Asks when it is time to. */
  public void tick() {
    Duration since = askedAt.map(clock::since).orElse(ASK_EVERY);
    boolean due = since.compareTo(awaiting ? PATIENCE : ASK_EVERY) >= 0;
    if (reach == Reach.ONLINE && due) {
      ask();
    }
  }

  public SiteView.Controller view() {
    return new SiteView.Controller(
        reach, age().map(age -> clock.instant().minus(age)).orElse(null), announcements.unsent());
  }

  public Reach reach() {
    return reach;
  }

  public ReplicaVersion version() {
    return replica.version();
  }

  /** How long ago the controller was heard; empty if never since the start. */
  public Optional<Duration> age() {
    return heardAt.map(clock::since);
  }
}
