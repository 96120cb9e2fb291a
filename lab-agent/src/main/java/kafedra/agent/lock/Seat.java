package kafedra.agent.lock;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.agent.use.InputIdle;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SessionUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of one workstation, and what was used under it.
 *
 * <p>It opens on a new order of its kiosk and on nothing else. It locks on an order, when the
 * remaining time is over, when the machine starts and when the agent is stopped. A kiosk that falls
 * silent changes nothing before the end. An agent that was killed and comes back within the same
 * boot leaves an open screen open, up to the end it knew; it never opens one.
 *
 * <p>The screen is moved first, and a session that begins is written down at the next {@link
 * #tick}, after the kiosk has been told, so that a tap does not wait for the disk. A session that
 * ends is written down before its total is told. Killed in between, the agent wakes with a memory
 * that is one step old: an open screen that the memory knows nothing of is locked, and a locked one
 * is never opened.
 *
 * <p>When the memory fails (a full disk), the seat works on: the kiosk hears the totals every few
 * seconds, so a pupil loses nothing. Only a kill or a power cut would then cost what the kiosk has
 * not heard, and it would find the screen locked.
 *
 * <p>For one thread.
 */
public final class Seat {
  /** Time left at which the person is warned. */
  static final List<Duration> WARNINGS = List.of(Duration.ofMinutes(5), Duration.ofMinutes(1));

  /**
   * The count of an open seat is saved this often; a kill costs at most that much active time, and
   * no signed-in time.
   */
  static final Duration SAVE_EVERY = Duration.ofSeconds(10);

  /** Ended sessions told in one report; the next follow when these are settled. */
  static final int TOLD_AT_ONCE = 50;

  private static final Logger log = LoggerFactory.getLogger(Seat.class);

  private final Desktop desktop;
  private final InputIdle input;
  private final SeatMemory memory;
  private final BootClock clock;
  private final Tamperings tamperings;
  private final OrderSequence orders = new OrderSequence();
  private final EndedSessions ended = new EndedSessions();
  private final ScreenWatch watch = new ScreenWatch();
  private Optional<Stay> running = Optional.empty();
  private Duration saved = Duration.ZERO;
  private Optional<SeatMemory.Remembered> kept = Optional.empty();
  private boolean changed;
  private boolean unsaved;

  public Seat(Desktop desktop, InputIdle input, SeatMemory memory, BootClock clock) {
    this(desktop, input, memory, clock, new Tamperings(clock));
  }

  /**
   * @param tamperings told of in each report
   */
  public Seat(
      Desktop desktop, InputIdle input, SeatMemory memory, BootClock clock, Tamperings tamperings) {
    this.tamperings = tamperings;
    this.desktop = desktop;
    this.input = input;
    this.memory = memory;
    this.clock = clock;
  }

  /** Finds out where the seat stands: still open within the same boot, else locked. */
  public void start() {
    Duration now = clock.sinceBoot();
    memory.load().ifPresent(remembered -> recall(remembered, now));
    if (running.isEmpty()) {
      lockScreen(now);
    } else {
      watch.wish(Desktop.Screen.OPEN, now);
      running.ifPresent(stay -> desktop.until(stay.end().minus(now)));
    }
    save(now);
  }

  private void recall(SeatMemory.Remembered remembered, Duration now) {
    ended.restore(remembered.ended());
    remembered
        .running()
        .ifPresent(stay -> {
          if (stillOpen(remembered.bootId(), stay, now)) {
            goOn(stay, now);
          } else {
            log.info("{} ended with the boot or with the agent", stay.session());
            ended.add(stay.total());
          }
        });
  }

  private boolean stillOpen(String bootId, Stay stay, Duration now) {
    return bootId.equals(clock.bootId())
        && stay.use().countedTo().compareTo(now) <= 0
        && desktop.screen() == Desktop.Screen.OPEN;
  }

  /** The screen was open all the while, so that time counts as signed in. */
  private void goOn(Stay stay, Duration now) {
    Stay counted = stay.counted(now, lastInput(now));
    if (counted.isOver(now)) {
      log.info("{} was over before the agent came back", stay.session());
      ended.add(counted.total());
    } else {
      log.info("{} goes on for {}", stay.session(), counted.end().minus(now));
      running = Optional.of(counted);
    }
  }

  /** Does what the kiosk wishes, unless the order is an old one. */
  public void obey(SeatOrder order) {
    if (!orders.advance(order)) {
      log.info("order {} of run {} is old and not obeyed", order.number(), order.kioskRun());
      return;
    }
    Duration now = clock.sinceBoot();
    count(now);
    ended.settle(order.settled());
    SeatOrder.Open wish = order.open();
    if (wish == null) {
      end(now);
    } else if (isRunning(wish.session())) {
      running = running.map(stay -> stay.until(now.plus(wish.remaining())));
      desktop.until(wish.remaining());
    } else {
      end(now);
      begin(wish, now);
    }
    changed = true;
  }

  private boolean isRunning(SessionId session) {
    return running.filter(stay -> stay.session().equals(session)).isPresent();
  }

  private void begin(SeatOrder.Open wish, Duration now) {
    if (desktop.screen() == Desktop.Screen.ABSENT) {
      log.warn("{} cannot begin: this machine has no desktop session to open", wish.session());
      return;
    }
    desktop.open(wish.greeting(), wish.remaining(), lesson(wish));
    watch.wish(Desktop.Screen.OPEN, now);
    SessionUse before = ended.resume(wish.session());
    running = Optional.of(Stay.from(now, wish.session(), now.plus(wish.remaining()), before));
    log.info("open for {}, {} left", wish.session(), wish.remaining());
  }

  /** A session that goes on after the agent was away has had its lesson opened already. */
  private Optional<LessonLink> lesson(SeatOrder.Open wish) {
    return ended.knows(wish.session()) ? Optional.empty() : Optional.ofNullable(wish.link());
  }

  /** Shows a message of staff. */
  public void say(String text) {
    desktop.say(text);
  }

  /** Covers the screen while the session goes on; its time runs. */
  public void cover() {
    desktop.cover();
  }

  /**
   * Uncovers a screen that was covered so.
   *
   * @return whether there is a session to uncover it for
   */
  public boolean uncover() {
    running.ifPresent(_ -> desktop.uncover());
    return running.isPresent();
  }

  /** Lets time have its effect. Called about once a second, and when {@link #untilEnd} is over. */
  public void tick() {
    Duration now = clock.sinceBoot();
    warn(now);
    count(now);
    if (watch.locksAgain(desktop.screen(), now)) {
      log.warn("the screen is open and should be locked; locking it again");
      desktop.lock();
    }
    boolean timely = now.minus(saved).compareTo(SAVE_EVERY) >= 0;
    if (changed || (timely && (running.isPresent() || unsaved))) {
      save(now);
    }
  }

  private void warn(Duration now) {
    running.ifPresent(stay ->
        WARNINGS.stream()
            .filter(mark -> stay.passes(mark, now) && !stay.isOver(now))
            .forEach(mark -> desktop.warn(stay.end().minus(now))));
  }

  private void count(Duration now) {
    running = running.map(stay -> stay.counted(now, lastInput(now)));
    if (running.filter(stay -> stay.isOver(now)).isPresent()) {
      end(now);
    }
  }

  private void end(Duration now) {
    running.ifPresent(stay -> {
      // whatever the lock comes to, the total is kept, and the watch locks until it has worked
      running = Optional.empty();
      ended.add(stay.total());
      changed = true;
      lockScreen(now);
      log.info("locked after {}: {}", stay.session(), stay.total());
      save(now);
    });
  }

  private void lockScreen(Duration now) {
    watch.wish(Desktop.Screen.LOCKED, now);
    desktop.lock();
  }

  /**
   * Locks the screen before the agent goes: nobody would lock it at the end. The kiosk opens it
   * again when the agent is back.
   */
  public void stop() {
    Duration now = clock.sinceBoot();
    count(now);
    end(now);
    if (changed) {
      save(now);
    }
  }

  private Optional<Duration> lastInput(Duration now) {
    return input.idle().map(now::minus);
  }

  private void save(Duration now) {
    saved = now;
    changed = false;
    SeatMemory.Remembered present =
        new SeatMemory.Remembered(clock.bootId(), running, ended.list());
    if (kept.filter(present::equals).isPresent()) {
      return;
    }
    try {
      memory.save(present);
      kept = Optional.of(present);
      unsaved = false;
    } catch (UncheckedIOException failed) {
      kept = Optional.empty();
      tellOnce(failed);
      unsaved = true;
    }
  }

  private void tellOnce(UncheckedIOException failed) {
    if (!unsaved) {
      log.warn(
          "the seat works on without its memory ({}): a power cut would lose what the kiosk has not"
              + " heard. Maybe the disk is full.",
          String.valueOf(failed.getCause()));
    }
  }

  /** How the seat is, for the kiosk. */
  public SeatReport report() {
    List<SessionUse> uses = new ArrayList<>(running.map(Stay::total).stream().toList());
    ended.list().stream().limit(TOLD_AT_ONCE).forEach(uses::add);
    return new SeatReport(
        running.isPresent() ? ScreenState.OPEN : ScreenState.LOCKED,
        running.map(Stay::session).orElse(null),
        orders.last(),
        uses,
        watch.fault().orElse(null),
        tamperings.latest().orElse(null));
  }

  /** Time until the screen locks by itself; empty while it is locked. */
  public Optional<Duration> untilEnd() {
    return running.map(stay -> stay.end().minus(clock.sinceBoot()));
  }
}
