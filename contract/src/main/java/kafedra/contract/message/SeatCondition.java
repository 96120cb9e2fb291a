package kafedra.contract.message;

/** What is known of a seat. Only a seat whose agent answers is ever free. */
public enum SeatCondition {
  FREE,
  IN_USE,
  /** Free, and kept for a booking or for the next in the queue. */
  HELD,
  OUT_OF_SERVICE,
  /** Its agent is not heard: switched off, unplugged or killed. */
  UNKNOWN
}
