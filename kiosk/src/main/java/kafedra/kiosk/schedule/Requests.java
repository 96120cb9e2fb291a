package kafedra.kiosk.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;

/**
 * Bookings asked for or taken back here, until the controller has answered. For the desk's thread
 * alone.
 */
public final class Requests {
  private final Journal journal;
  private final DeviceClock clock;
  private final Map<BookingId, BookingRequest> open = new HashMap<>();

  public Requests(Journal journal, DeviceClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Goes on after a restart. */
  public void recover() {
    journal.requests().forEach(request -> open.put(request.id(), request));
  }

  public List<BookingRequest> of(PersonId person) {
    return open.values().stream().filter(it -> it.person().equals(person)).toList();
  }

  public Collection<BookingRequest> all() {
    return open.values();
  }

  public Optional<BookingRequest> find(BookingId id) {
    return Optional.ofNullable(open.get(id));
  }

  public boolean isWithdrawn(BookingId id) {
    return find(id).filter(it -> it.wish() == BookingRequest.Wish.WITHDRAW).isPresent();
  }

  /** Sends a request on its way. */
  public void ask(BookingRequest request) {
    journal.commit(
        List.of(
            new Change.RequestIs(request),
            new Change.Recorded(
                new SiteRecord.BookingRequested(
                    clock.stamp(),
                    request.id(),
                    request.person(),
                    request.workstation(),
                    request.slot()))));
    open.put(request.id(), request);
  }

  /** Takes back a request or a booking. */
  public void withdraw(BookingId id, PersonId person, TimeSlot slot) {
    BookingRequest withdrawn =
        find(id)
            .map(BookingRequest::withdrawn)
            .orElseGet(
                () -> new BookingRequest(id, person, null, slot, BookingRequest.Wish.WITHDRAW));
    journal.commit(
        List.of(
            new Change.RequestIs(withdrawn),
            new Change.Recorded(new SiteRecord.BookingWithdrawn(clock.stamp(), id, person))));
    open.put(id, withdrawn);
  }

  /** Lets go of requests that the replica answers, and of those whose time is over. */
  public void answered(Replica replica, Instant now) {
    List<Change> changes = new ArrayList<>();
    for (BookingRequest request : List.copyOf(open.values())) {
      if (isAnswered(request, replica) || !request.slot().end().isAfter(now)) {
        changes.add(new Change.RequestAnswered(request.id()));
      }
    }
    if (!changes.isEmpty()) {
      journal.commit(changes);
      changes.forEach(it -> open.remove(((Change.RequestAnswered) it).id()));
    }
  }

  private static boolean isAnswered(BookingRequest request, Replica replica) {
    Optional<ReplicaItem.Booking> booking = replica.booking(request.id());
    return switch (request.wish()) {
      case BOOK -> booking.isPresent();
      case WITHDRAW ->
          booking.filter(it -> it.status() != ReplicaItem.BookingStatus.CONFIRMED).isPresent();
    };
  }
}
