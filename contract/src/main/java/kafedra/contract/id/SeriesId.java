package kafedra.contract.id;

/**
 * Bookings that were made together: a recurring one, an event over several schools, a timetable.
 */
public record SeriesId(String value) {
  public SeriesId {
    IdText.require("series id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
