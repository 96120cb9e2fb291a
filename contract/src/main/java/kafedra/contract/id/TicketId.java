package kafedra.contract.id;

/**
 * A place in a building's queue, unique within its kiosk. Not the number that the display shows.
 */
public record TicketId(String value) {
  public TicketId {
    IdText.require("ticket id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
