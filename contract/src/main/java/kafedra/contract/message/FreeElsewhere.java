package kafedra.contract.message;

import java.time.Instant;
import java.util.List;
import kafedra.contract.time.Millis;

/**
 * Where else in the district seats are free, for the screen of a building that has none. Counts of
 * rooms only; nothing that tells of a person.
 *
 * @param at when the controller looked
 * @param places those with a free seat, most seats first, at most {@value #MOST}
 */
public record FreeElsewhere(Instant at, List<Place> places) implements Message.ToKiosk {
  /** A screen shows no more. */
  public static final int MOST = 5;

  /**
   * A building of another school or of the same.
   *
   * @param seats free now, at least 1
   */
  public record Place(String school, String building, int seats) {
    public Place {
      if (seats < 1) {
        throw new IllegalArgumentException("a place with " + seats + " free seats is no offer");
      }
    }
  }

  public FreeElsewhere {
    at = Millis.of(at);
    places = List.copyOf(places);
    if (places.size() > MOST) {
      throw new IllegalArgumentException(places.size() + " places; " + MOST + " is the most");
    }
  }
}
