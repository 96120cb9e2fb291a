package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import kafedra.contract.message.ReplicaItem;

/** Why something that was asked for was not done. Nothing was changed. */
public sealed interface Refusal {
  /** A stable word; the screen and the controller know what to say for it. */
  String code();

  /**
   * @param day that is closed
   */
  static Refusal closedToday(ReplicaItem.LabDay day) {
    return new ClosedToday(Objects.requireNonNull(day.closed()), day.note());
  }

  /** Reasons that need no more than their word. */
  enum Plain implements Refusal {
    UNKNOWN_CARD,
    UNKNOWN_CODE,
    VISIT_OVER,
    SEAT_TAKEN,
    SEAT_NOT_AVAILABLE,
    NO_FREE_SEAT,
    ALREADY_SEATED,
    OUTSIDE_OPENING_HOURS,
    NO_TIME_LEFT,
    PEOPLE_WAITING,
    LONGEST_REACHED,
    /** Of the norm of screen time, for a session that is to grow. */
    BREAK_DUE,
    NO_SESSION,
    SESSION_OVER,
    BOOKING_OVERLAPS_OWN,
    BOOKING_IN_PAST,
    TIME_UNKNOWN,
    NO_SUCH_SEAT,
    QUEUE_FULL,
    TOO_MANY_CALL,
    STAFF_ONLY,
    CARD_TAKEN,
    NOBODY_WAITS,
    TICKET_GONE,
    NOT_FOUND,
    MALFORMED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param until when the booking that is in the way ends or begins to free the seat
   */
  record BookedByOthers(Instant until) implements Refusal {
    @Override
    public String code() {
      return "booked-by-others";
    }
  }

  /**
   * No seat is given out on the whole day.
   *
   * @param note what staff wrote about it; may be empty
   */
  record ClosedToday(ReplicaItem.Closed reason, String note) implements Refusal {
    @Override
    public String code() {
      return "closed-today";
    }
  }

  /**
   * Eyes need a rest after a full sitting.
   *
   * @param until when it is over
   */
  record RestFirst(Instant until) implements Refusal {
    @Override
    public String code() {
      return "rest-first";
    }
  }

  /**
   * @param attemptsLeft before a pause is imposed
   */
  record WrongNumberOrPin(int attemptsLeft) implements Refusal {
    @Override
    public String code() {
      return "wrong-number-or-pin";
    }
  }

  record TooManyAttempts(Duration retryAfter) implements Refusal {
    @Override
    public String code() {
      return "too-many-attempts";
    }
  }
}
