package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.TicketId;
import kafedra.contract.message.QueueState;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.session.Foresight;

/** Tells the district the queue as it is, when it changes. For the desk's thread alone. */
public final class QueueTeller {
  /** An estimate that moved by less is not told: clocks tremble, and the line is thin. */
  static final Duration WORTH_TELLING = Duration.ofMinutes(1);

  private final Waiting waiting;
  private final Foresight foresight;
  private final Announcements announcements;
  private final DeviceClock clock;
  private Optional<QueueState> told = Optional.empty();

  public QueueTeller(
      Waiting waiting, Foresight foresight, Announcements announcements, DeviceClock clock) {
    this.waiting = waiting;
    this.foresight = foresight;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** The district is reached again. */
  void tellAnew() {
    tell(state());
  }

  void tick() {
    QueueState now = state();
    if (told.filter(before -> isSame(before, now)).isEmpty()) {
      tell(now);
    }
  }

  private void tell(QueueState state) {
    announcements.queue(state);
    told = Optional.of(state);
  }

  private QueueState state() {
    List<Ticket> open = waiting.open();
    Map<TicketId, Duration> waits = foresight.waits();
    Instant now = clock.instant();
    return new QueueState(
        now,
        open.size(),
        open.stream()
            .limit(QueueState.MOST)
            .map(
                ticket -> entry(ticket, Optional.ofNullable(waits.get(ticket.id())).map(now::plus)))
            .toList());
  }

  private static QueueState.Entry entry(Ticket ticket, Optional<Instant> expected) {
    return new QueueState.Entry(
        ticket.id(),
        ticket.number(),
        ticket.person(),
        ticket.wish().lab(),
        ticket.wish().features().stream().sorted().toList(),
        ticket.drawnAt(),
        expected.orElse(null),
        ticket.seat(),
        ticket.heldUntil());
  }

  private static boolean isSame(QueueState one, QueueState other) {
    if (one.waiting() != other.waiting() || one.line().size() != other.line().size()) {
      return false;
    }
    for (int i = 0; i < one.line().size(); i++) {
      if (!isSame(one.line().get(i), other.line().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(QueueState.Entry one, QueueState.Entry other) {
    Optional<Instant> before = Optional.ofNullable(one.expected());
    Optional<Instant> now = Optional.ofNullable(other.expected());
    boolean near =
        before
            .flatMap(was -> now.map(is -> Duration.between(was, is).abs()))
            .map(moved -> moved.compareTo(WORTH_TELLING) < 0)
            .orElse(before.isEmpty() && now.isEmpty());
    return near
        && one.ticket().equals(other.ticket())
        && Optional.ofNullable(one.seat()).equals(Optional.ofNullable(other.seat()));
  }
}
