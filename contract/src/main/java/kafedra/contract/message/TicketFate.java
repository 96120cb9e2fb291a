package kafedra.contract.message;

/** What became of somebody who waited. */
public enum TicketFate {
  /** Has a seat. */
  SEATED,
  /** Went away by their own word. */
  LEFT,
  /** Did not come to the seats that were held. */
  MISSED,
  /** Taken out of the queue by staff. */
  REMOVED,
  /** The lab closed before their turn. */
  CLOSED
}
