package kafedra.kiosk.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue.
 *
 * @param serial order of arrival, never used twice
 * @param day the building's local day it was drawn on
 * @param number 1 to 999, what the display shows
 * @param drawnAt by the wall clock
 * @param stated the wait that was told when it was drawn; null when nobody could say
 * @param firstCall null until a seat was held for it
 * @param seat held for it; null while it waits
 * @param heldUntil until when; null while it waits
 */
public record Ticket(
    long serial,
    LocalDate day,
    int number,
    PersonId person,
    Wish wish,
    Instant drawnAt,
    @Nullable Duration stated,
    Standing standing,
    Fate fate,
    @Nullable FirstCall firstCall,
    @Nullable WorkstationId seat,
    @Nullable Instant heldUntil) {

  /** What became of a ticket. */
  public enum Fate {
    WAITING,
    /** A seat is held for it. */
    CALLED,
    SEATED,
    LEFT,
    /** Nobody came for the seats that were held. */
    MISSED,
    REMOVED,
    /** The day was over. */
    CLOSED
  }

  /**
   * How long it took until a seat was held for it the first time.
   *
   * @param lab of that seat
   */
  public record FirstCall(Duration waited, LabId lab) {
    public FirstCall {
      waited = waited.isNegative() ? Duration.ZERO : Millis.of(waited);
    }
  }

  /** Numbers are not higher than this. */
  public static final int HIGHEST = 999;

  public Ticket {
    drawnAt = Millis.of(drawnAt);
    stated = stated == null ? null : Millis.of(stated);
    heldUntil = heldUntil == null ? null : Millis.of(heldUntil);
    if (number < 1 || number > HIGHEST) {
      throw new IllegalArgumentException("ticket number " + number + " is not within 1 to 999");
    }
    if ((fate == Fate.CALLED) != (seat != null && heldUntil != null)) {
      throw new IllegalArgumentException("a called ticket, and no other, has a seat held: " + fate);
    }
  }

  /** What commands call it; the number alone is given again. */
  public TicketId id() {
    return new TicketId("t-" + serial);
  }

  public boolean isOpen() {
    return fate == Fate.WAITING || fate == Fate.CALLED;
  }

  Ticket stating(Optional<Duration> wait) {
    return new Ticket(
        serial,
        day,
        number,
        person,
        wish,
        drawnAt,
        wait.orElse(null),
        standing,
        fate,
        firstCall,
        seat,
        heldUntil);
  }

  Ticket called(WorkstationId heldSeat, Instant until, FirstCall call) {
    return with(standing, Fate.CALLED, firstCall == null ? call : firstCall, heldSeat, until);
  }

  /** Waits, at this place. */
  Ticket waitingAt(Standing where) {
    return with(where, Fate.WAITING, firstCall, null, null);
  }

  Ticket closed(Fate how) {
    return with(standing, how, firstCall, null, null);
  }

  private Ticket with(
      Standing where,
      Fate how,
      @Nullable FirstCall call,
      @Nullable WorkstationId heldSeat,
      @Nullable Instant until) {
    return new Ticket(
        serial, day, number, person, wish, drawnAt, stated, where, how, call, heldSeat, until);
  }
}
