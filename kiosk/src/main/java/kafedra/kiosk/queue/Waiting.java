package kafedra.kiosk.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;

/** The queue: first come, first called. For the desk's thread alone. */
public final class Waiting {
  /** How long a seat is held for the one called. */
  public static final Duration HELD_FOR = Duration.ofMinutes(3);

  private final Journal journal;
  private final DeviceClock clock;
  private final List<Ticket> open = new ArrayList<>();
  private Optional<Ticket> last = Optional.empty();

  public Waiting(Journal journal, DeviceClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Goes on after a restart. */
  public void recover() {
    open.clear();
    open.addAll(journal.openTickets());
    last = journal.lastTicket();
  }

  /** Those who wait or are called, in order of arrival. */
  public List<Ticket> open() {
    return List.copyOf(open);
  }

  /** Those to whom no seat is held yet, in order of arrival. */
  public List<Ticket> waiting() {
    return open.stream().filter(ticket -> ticket.fate() == Ticket.Fate.WAITING).toList();
  }

  public Optional<Ticket> of(PersonId person) {
    return open.stream().filter(ticket -> ticket.person().equals(person)).findFirst();
  }

  public Optional<Ticket> heldOn(WorkstationId seat) {
    return open.stream().filter(ticket -> seat.equals(ticket.seat())).findFirst();
  }

  /** How many are before this one, those called included. */
  public int ahead(Ticket ticket) {
    return (int) open.stream().filter(other -> other.serial() < ticket.serial()).count();
  }

  /** Draws a number; whoever has one keeps it. */
  public Ticket draw(PersonId person, LocalDate day) {
    Optional<Ticket> held = of(person);
    if (held.isPresent()) {
      return held.get();
    }
    int number =
        last.filter(ticket -> ticket.day().equals(day))
            .map(ticket -> ticket.number() % Ticket.HIGHEST + 1)
            .orElse(1);
    long serial = last.map(Ticket::serial).orElse(0L) + 1;
    Ticket ticket = new Ticket(serial, day, number, person, Ticket.Fate.WAITING, null, null);
    journal.commit(List.of(new Change.TicketIs(ticket)));
    open.add(ticket);
    last = Optional.of(ticket);
    return ticket;
  }

  /** Holds a free seat for a ticket. */
  public Ticket call(Ticket ticket, WorkstationId seat) {
    return replace(ticket, ticket.called(seat, clock.instant().plus(HELD_FOR)));
  }

  public void leave(Ticket ticket) {
    close(ticket.closed(Ticket.Fate.LEFT));
  }

  /** The ticket's person has a seat; the change was committed with the session. */
  public void seated(PersonId person) {
    open.removeIf(ticket -> ticket.person().equals(person));
  }

  /** Takes back a hold whose seat went away. */
  public void release(Ticket ticket) {
    replace(ticket, ticket.waitingAgain());
  }

  /** Closes tickets whose seat was held in vain, and those of a day that is over. */
  public void tick(Instant now, LocalDate today) {
    for (Ticket ticket : open()) {
      boolean inVain = ticket.heldUntil() != null && !now.isBefore(ticket.heldUntil());
      if (inVain || ticket.day().isBefore(today)) {
        close(ticket.closed(Ticket.Fate.MISSED));
      }
    }
  }

  private Ticket replace(Ticket old, Ticket fresh) {
    journal.commit(List.of(new Change.TicketIs(fresh)));
    open.set(open.indexOf(old), fresh);
    return fresh;
  }

  private void close(Ticket closed) {
    journal.commit(List.of(new Change.TicketIs(closed)));
    open.removeIf(ticket -> ticket.serial() == closed.serial());
    last = last.map(ticket -> ticket.serial() == closed.serial() ? closed : ticket);
  }
}
