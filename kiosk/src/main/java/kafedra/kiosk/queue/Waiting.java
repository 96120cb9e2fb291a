package kafedra.kiosk.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.TicketFate;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;

/**
 * The queue, in the order of {@link FairOrder}. Each method commits to the journal first; when that
 * fails, it throws and nothing has changed. For the desk's thread alone.
 */
public final class Waiting {
  /** People in the queue at the most. */
  public static final int MOST = 200;

  private final Journal journal;
  private final DeviceClock clock;
  private final Numbers numbers;
  private final List<Ticket> open = new ArrayList<>();

  /** Of tickets drawn since the start: the wall clock may jump while somebody waits. */
  private final Map<Long, Duration> drawn = new HashMap<>();

  /** When holds are over, by the monotonic clock. */
  private final Map<Long, Duration> heldTo = new HashMap<>();

  private long lastSerial;
  private long lastPlace;

  public Waiting(Journal journal, DeviceClock clock, RandomGenerator random) {
    this.journal = journal;
    this.clock = clock;
    numbers = new Numbers(random);
  }

  /**
   * Goes on after a restart.
   *
   * @param held how long a seat is held at the most
   */
  public void recover(Duration held) {
    open.clear();
    open.addAll(journal.openTickets());
    open.sort(Comparator.comparingLong(ticket -> ticket.standing().place()));
    open.stream().filter(it -> it.heldUntil() != null).forEach(it -> goOnHolding(it, held));
    lastSerial = journal.lastTicket().map(Ticket::serial).orElse(0L);
    lastPlace =
        open.stream().mapToLong(ticket -> ticket.standing().place()).max().orElse(lastSerial);
  }

  /** A clock that cannot be believed shortens no hold. */
  private void goOnHolding(Ticket ticket, Duration held) {
    Instant until = ticket.heldUntil();
    Duration left =
        until == null || clock.trust() == ClockTrust.UNTRUSTED
            ? held
            : Duration.between(clock.instant(), until);
    Duration most = left.compareTo(held) > 0 ? held : left;
    heldTo.put(ticket.serial(), clock.sinceBoot().plus(most));
  }

  /** Those who wait or are called, in the order in which they are called. */
  public List<Ticket> open() {
    return List.copyOf(open);
  }

  /** Those to whom no seat is held yet, in the order in which they are called. */
  public List<Ticket> waiting() {
    return open.stream().filter(ticket -> ticket.fate() == Ticket.Fate.WAITING).toList();
  }

  public Optional<Ticket> of(PersonId person) {
    return open.stream().filter(ticket -> ticket.person().equals(person)).findFirst();
  }

  public Optional<Ticket> find(TicketId id) {
    return open.stream().filter(ticket -> ticket.id().equals(id)).findFirst();
  }

  public Optional<Ticket> heldOn(WorkstationId seat) {
    return open.stream().filter(ticket -> seat.equals(ticket.seat())).findFirst();
  }

  /** How many of those who came before this one wait still. Tells of nobody's need. */
  public int cameBefore(Ticket ticket) {
    return (int) open.stream().filter(other -> other.serial() < ticket.serial()).count();
  }

  public boolean isFull() {
    return open.size() >= MOST;
  }

  /** What somebody draws a number with. */
  public record Draw(PersonId person, LocalDate day, Wish wish, Standing.Turn turn) {}

  /** Tells the wait of one of those who wait, in a line as it would be. */
  @FunctionalInterface
  public interface Estimate {
    Optional<Duration> of(List<Ticket> line, Ticket ticket);
  }

  /** Draws a number; whoever has one keeps it. */
  public Ticket draw(Draw draw, Estimate estimate) {
    Optional<Ticket> held = of(draw.person());
    if (held.isPresent()) {
      return held.get();
    }
    Instant now = clock.instant();
    List<Ticket> passed = List.copyOf(FairOrder.passed(open, draw.turn(), now));
    long fresh = lastPlace + 1;
    long place = passed.isEmpty() ? fresh : passed.getFirst().standing().place();
    List<Ticket> line = new ArrayList<>(open.subList(0, open.size() - passed.size()));
    Ticket unstated = ticket(draw, now, place);
    line.add(unstated);
    line.addAll(setBack(passed, fresh));
    Ticket ticket = unstated.stating(estimate.of(line, unstated));
    line.set(line.indexOf(unstated), ticket);
    journal.commit(
        line.subList(line.indexOf(ticket), line.size()).stream()
            .<Change>map(Change.TicketIs::new)
            .toList());
    open.clear();
    open.addAll(line);
    lastSerial = ticket.serial();
    lastPlace = fresh;
    drawn.put(ticket.serial(), clock.sinceBoot());
    return ticket;
  }

  private Ticket ticket(Draw draw, Instant now, long place) {
    List<Integer> used = open.stream().map(Ticket::number).toList();
    return new Ticket(
        lastSerial + 1,
        draw.day(),
        numbers.next(used),
        draw.person(),
        draw.wish(),
        now,
        null,
        new Standing(place, draw.turn(), 0, 0),
        Ticket.Fate.WAITING,
        null,
        null,
        null);
  }

  /** Each takes the place of the one behind it, the last one the new place at the end. */
  private static List<Ticket> setBack(List<Ticket> passed, long end) {
    List<Ticket> moved = new ArrayList<>();
    for (int i = 0; i < passed.size(); i++) {
      long place = i + 1 < passed.size() ? passed.get(i + 1).standing().place() : end;
      moved.add(passed.get(i).waitingAt(passed.get(i).standing().behind(place)));
    }
    return moved;
  }

  /** Holds a free seat for a ticket, for so long. */
  public Ticket call(Ticket ticket, ReplicaItem.Seat seat, Duration held) {
    Ticket called =
        replace(
            ticket,
            ticket.called(
                seat.id(),
                clock.instant().plus(held),
                new Ticket.FirstCall(waited(ticket), seat.lab())),
            List.of());
    heldTo.put(called.serial(), clock.sinceBoot().plus(held));
    return called;
  }

  private Duration waited(Ticket ticket) {
    Duration since = drawn.get(ticket.serial());
    Duration waited =
        since == null ? Duration.between(ticket.drawnAt(), clock.instant()) : clock.since(since);
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  /** Takes back a hold whose seat went away; the ticket keeps its place. */
  public void release(Ticket ticket) {
    var _ = replace(ticket, ticket.waitingAt(ticket.standing()), List.of());
  }

  /** Lets a ticket wait at the end, and takes back its hold. */
  public void toEnd(Ticket ticket, List<Change> besides) {
    var _ = replace(ticket, ticket.waitingAt(ticket.standing().at(++lastPlace)), besides);
    resort();
  }

  /** The person did not come to the seat that was held. */
  public void missed(Ticket ticket, List<Change> besides) {
    if (FairOrder.isLastMiss(ticket)) {
      close(ticket, Ticket.Fate.MISSED, besides);
    } else {
      var _ = replace(ticket, ticket.waitingAt(ticket.standing().missedAt(++lastPlace)), besides);
      resort();
    }
  }

  public void leave(Ticket ticket) {
    close(ticket, Ticket.Fate.LEFT, List.of());
  }

  public void remove(Ticket ticket, List<Change> besides) {
    close(ticket, Ticket.Fate.REMOVED, besides);
  }

  /** What is to be committed with the session of somebody who may have waited. */
  public List<Change> seating(PersonId person, Optional<LabId> lab) {
    return of(person).map(it -> closing(it, Ticket.Fate.SEATED, lab)).orElse(List.of());
  }

  /** The ticket's person has a seat; the change was committed with the session. */
  public void seated(PersonId person) {
    of(person).ifPresent(this::forget);
  }

  /**
   * Closes the tickets for which no more seats are given out today. A clock that cannot be believed
   * sends nobody home.
   */
  public void closeDay(Predicate<Wish> over) {
    if (clock.trust() == ClockTrust.TRUSTED) {
      open().stream()
          .filter(ticket -> over.test(ticket.wish()))
          .forEach(ticket -> close(ticket, Ticket.Fate.CLOSED, List.of()));
    }
  }

  /**
   * Gives up seats held in vain, and closes tickets of a day that is over, which a clock that
   * cannot be believed does not know.
   */
  public void tick(LocalDate today) {
    boolean knowsTheDay = clock.trust() == ClockTrust.TRUSTED;
    for (Ticket ticket : open()) {
      if (knowsTheDay && ticket.day().isBefore(today)) {
        close(ticket, Ticket.Fate.CLOSED, List.of());
      } else if (ticket.heldUntil() != null && isHoldOver(ticket)) {
        missed(ticket, List.of());
      }
    }
  }

  private boolean isHoldOver(Ticket ticket) {
    Duration until = heldTo.getOrDefault(ticket.serial(), Duration.ZERO);
    return clock.sinceBoot().compareTo(until) >= 0;
  }

  private Ticket replace(Ticket old, Ticket fresh, List<Change> besides) {
    List<Change> changes = new ArrayList<>(besides);
    changes.add(new Change.TicketIs(fresh));
    journal.commit(changes);
    open.set(open.indexOf(old), fresh);
    return fresh;
  }

  private void resort() {
    open.sort(Comparator.comparingLong(ticket -> ticket.standing().place()));
  }

  private void close(Ticket ticket, Ticket.Fate how, List<Change> besides) {
    List<Change> changes = new ArrayList<>(besides);
    changes.addAll(closing(ticket, how, Optional.empty()));
    journal.commit(changes);
    forget(ticket);
  }

  private void forget(Ticket ticket) {
    open.removeIf(other -> other.serial() == ticket.serial());
    drawn.remove(ticket.serial());
    heldTo.remove(ticket.serial());
  }

  /**
   * @param taken the lab of the seat taken, which counts as called when none was
   */
  private List<Change> closing(Ticket ticket, Ticket.Fate how, Optional<LabId> taken) {
    Ticket.FirstCall call = ticket.firstCall();
    LabId wished = ticket.wish().lab();
    LabId served = call == null ? taken.orElse(null) : call.lab();
    Duration waited = call == null ? (taken.isPresent() ? waited(ticket) : null) : call.waited();
    return List.of(
        new Change.TicketIs(ticket.closed(how)),
        new Change.Recorded(
            new SiteRecord.TicketClosed(
                clock.stamp(),
                wished == null ? served : wished,
                ticket.drawnAt(),
                ticket.stated(),
                waited,
                told(how))));
  }

  private static TicketFate told(Ticket.Fate fate) {
    return switch (fate) {
      case SEATED -> TicketFate.SEATED;
      case LEFT -> TicketFate.LEFT;
      case MISSED -> TicketFate.MISSED;
      case REMOVED -> TicketFate.REMOVED;
      case CLOSED -> TicketFate.CLOSED;
      case WAITING, CALLED -> throw new IllegalArgumentException("still open: " + fate);
    };
  }
}
