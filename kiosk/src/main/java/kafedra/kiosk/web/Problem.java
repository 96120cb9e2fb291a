package kafedra.kiosk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kafedra.contract.message.ReplicaItem;
import kafedra.kiosk.session.Refusal;

/**
 * A problem as RFC 9457 has it, with a stable {@code code}. The screen owns the words for people;
 * the title here is for whoever reads a log.
 *
 * @param more further members, such as {@code attemptsLeft}
 */
record Problem(int status, String code, String title, Map<String, Object> more) {
  static Problem of(int status, String code, String title) {
    return new Problem(status, code, title, Map.of());
  }

  static Problem malformed(String why) {
    return of(400, "malformed", why);
  }

  static Problem of(Refusal refusal) {
    Map<String, Object> more =
        switch (refusal) {
          case Refusal.Plain plain -> Map.of();
          case Refusal.BookedByOthers(Instant until) -> Map.of("until", until);
          case Refusal.RestFirst(Instant until) -> Map.of("until", until);
          case Refusal.ClosedToday(ReplicaItem.Closed reason, String note) ->
              Map.of("reason", reason, "note", note);
          case Refusal.WrongNumberOrPin(int left) -> Map.of("attemptsLeft", left);
          case Refusal.TooManyAttempts(Duration wait) -> Map.of("retryAfter", wait);
        };
    return new Problem(statusOf(refusal), refusal.code(), "Refused: " + refusal.code(), more);
  }

  private static int statusOf(Refusal refusal) {
    return switch (refusal) {
      case Refusal.BookedByOthers booked -> 409;
      case Refusal.RestFirst rest -> 409;
      case Refusal.ClosedToday closed -> 409;
      case Refusal.WrongNumberOrPin wrong -> 401;
      case Refusal.TooManyAttempts many -> 429;
      case Refusal.Plain plain ->
          switch (plain) {
            case UNKNOWN_CARD, UNKNOWN_CODE -> 401;
            case VISIT_OVER -> 410;
            case NOT_FOUND -> 404;
            case STAFF_ONLY -> 403;
            case MALFORMED -> 400;
            case SEAT_TAKEN,
                SEAT_NOT_AVAILABLE,
                NO_FREE_SEAT,
                ALREADY_SEATED,
                OUTSIDE_OPENING_HOURS,
                NO_TIME_LEFT,
                PEOPLE_WAITING,
                LONGEST_REACHED,
                BREAK_DUE,
                NO_SESSION,
                SESSION_OVER,
                BOOKING_OVERLAPS_OWN,
                BOOKING_IN_PAST,
                TIME_UNKNOWN,
                NO_SUCH_SEAT,
                QUEUE_FULL,
                TOO_MANY_CALL,
                CARD_TAKEN,
                NOBODY_WAITS,
                TICKET_GONE ->
                409;
          };
    };
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title);
    members.put("status", status);
    members.put("code", code);
    members.putAll(more);
    return members;
  }
}
