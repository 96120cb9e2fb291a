package kafedra.kiosk.queue;

import java.time.Instant;
import java.time.LocalDate;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue.
 *
 * @param serial order of arrival, never used twice
 * @param day the building's local day it was drawn on
 * @param number 1 to 999, what the display shows
 * @param seat held for it; null while it waits
 * @param heldUntil until when; null while it waits
 */
public record Ticket(
    long serial,
    LocalDate day,
    int number,
    PersonId person,
    Fate fate,
    @Nullable WorkstationId seat,
    @Nullable Instant heldUntil) {

  /** What became of a ticket. */
  public enum Fate {
    WAITING,
    /** A seat is held for it. */
    CALLED,
    SEATED,
    LEFT,
    /** Nobody came for the seat that was held. */
    MISSED
  }

  /** Numbers start again after this one. */
  public static final int HIGHEST = 999;

  public Ticket {
    heldUntil = heldUntil == null ? null : Millis.of(heldUntil);
    if (number < 1 || number > HIGHEST) {
      throw new IllegalArgumentException("ticket number " + number + " is not within 1 to 999");
    }
    if ((fate == Fate.CALLED) != (seat != null && heldUntil != null)) {
      throw new IllegalArgumentException("a called ticket, and no other, has a seat held: " + fate);
    }
  }

  public boolean isOpen() {
    return fate == Fate.WAITING || fate == Fate.CALLED;
  }

  Ticket called(WorkstationId heldSeat, Instant until) {
    return new Ticket(serial, day, number, person, Fate.CALLED, heldSeat, until);
  }

  /** Its seat went away before its time; it waits again, at its old place. */
  Ticket waitingAgain() {
    return new Ticket(serial, day, number, person, Fate.WAITING, null, null);
  }

  public Ticket closed(Fate how) {
    return new Ticket(serial, day, number, person, how, null, null);
  }
}
