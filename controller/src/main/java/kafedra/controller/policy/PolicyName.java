package kafedra.controller.policy;

import java.util.Arrays;
import java.util.List;

/**
 * Every rule that a school can switch, in the order in which they are shown and judged. What each
 * does to whom is told to people on the page of rules; its numbers are {@link PolicyNumber}.
 *
 * <p>The defaults suit a village school with one room: the norms of hygiene hold for a day and warn
 * for a sitting, nobody takes all the seats of a week, and a seat that nobody comes for is given
 * on.
 */
public enum PolicyName {
  /** No sitting is longer than the norm's limit of a lesson for the grade. */
  SCREEN_SITTING(Force.WARN, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Screen time of a school day, used and booked, over all sites. */
  SCREEN_DAY(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** After a full sitting a rest before the next. */
  SCREEN_REST(Force.WARN, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Minutes a person may book for one day. */
  DAILY_QUOTA(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Minutes a person may book for one week, Monday to Sunday. */
  WEEKLY_QUOTA(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Bookings of a person that are not over yet. */
  OPEN_BOOKINGS(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** How early a person may book. */
  DAYS_AHEAD(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Time between two bookings of a person. */
  GAP(Force.OFF, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Whoever let seats stand empty books none for a while. */
  NO_SHOW_BAN(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Seats for certain grades only. */
  SEAT_GRADES(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** Seats kept for those who need them, and a head start for those whom the school favours. */
  NEED(Force.ON, Say.OF_LIBRARIAN, Mildness.NEVER_WARNS),
  /** What bookings take of the building's line together is no more than it carries. */
  LINE(Force.ON, Say.OF_LIBRARIAN, Mildness.CAN_WARN),
  /** What is more important may take the seats of what is less, never of an examination. */
  PURPOSE_ORDER(Force.ON, Say.OF_NOBODY, Mildness.NEVER_WARNS),
  /** A seat that nobody came for is free again after the school's grace. */
  NO_SHOW_RELEASE(Force.ON, Say.OF_NOBODY, Mildness.NEVER_WARNS),
  /** At the kiosk: who sits gets more time only until so many wait for the seat. */
  EXTENSION_STOP(Force.ON, Say.OF_NOBODY, Mildness.NEVER_WARNS),
  /** At the kiosk: the seat of the one called goes to the next when the time is over. */
  CALL_RELEASE(Force.ON, Say.OF_NOBODY, Mildness.NEVER_WARNS);

  /** Who may set a rule aside for one booking, with a reason that is kept. */
  public enum Say {
    OF_NOBODY,
    OF_LIBRARIAN
  }

  private enum Mildness {
    CAN_WARN,
    NEVER_WARNS
  }

  private final Force usual;
  private final Say exception;
  private final Mildness mildness;

  PolicyName(Force usual, Say exception, Mildness mildness) {
    this.usual = usual;
    this.exception = exception;
    this.mildness = mildness;
  }

  /** How a school holds it that has said nothing. */
  public Force usual() {
    return usual;
  }

  public boolean mayBeOverridden() {
    return exception == Say.OF_LIBRARIAN;
  }

  /** Whether the rule can be held so; some cannot only warn. */
  public boolean allows(Force force) {
    return force != Force.WARN || mildness == Mildness.CAN_WARN;
  }

  public List<Force> forces() {
    return Arrays.stream(Force.values()).filter(this::allows).toList();
  }

  public List<PolicyNumber> numbers() {
    return Arrays.stream(PolicyNumber.values()).filter(it -> it.policy() == this).toList();
  }
}
