package kafedra.contract.message;

/** Why a session ended. */
public enum EndReason {
  SIGNED_OUT,
  TIME_UP,
  STAFF_ENDED,
  MOVED,
  BOOKING_BEGAN,
  /** The person began another session in another building. */
  SIGNED_IN_ELSEWHERE,
  /** The room was closed for the day, and whoever sat there was not to finish. */
  ROOM_CLOSED,
  /** The kiosk found it past its end after an interruption. */
  RECOVERED
}
