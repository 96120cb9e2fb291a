package kafedra.contract.message;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A building's queue as it is now, retained, for the live view. What is to be kept travels as a
 * {@link SiteRecord}. It does not say who is served sooner and why.
 *
 * @param waiting all who wait or are called, those that {@code line} has no room for included
 * @param line in the order in which they are to be called, at most {@value #MOST}
 */
public record QueueState(Instant at, int waiting, List<Entry> line) implements Message.FromKiosk {
  /** People in one state at the most; it stays far under the payload limit. */
  public static final int MOST = 200;

  /**
   * Somebody who waits.
   *
   * @param number what the display shows
   * @param lab the lab they wait for; null for any of the building
   * @param features what the seat must have
   * @param expected about when a seat will be theirs; null when nobody can say
   * @param seat held for them; null while they wait
   * @param heldUntil until when; null while they wait
   */
  public record Entry(
      TicketId ticket,
      int number,
      PersonId person,
      @Nullable LabId lab,
      List<Feature> features,
      Instant drawnAt,
      @Nullable Instant expected,
      @Nullable WorkstationId seat,
      @Nullable Instant heldUntil) {
    public Entry {
      features = List.copyOf(features);
      drawnAt = Millis.of(drawnAt);
      expected = expected == null ? null : Millis.of(expected);
      heldUntil = heldUntil == null ? null : Millis.of(heldUntil);
      if ((seat == null) != (heldUntil == null)) {
        throw new IllegalArgumentException("number " + number + ": a seat is held until some time");
      }
    }
  }

  public QueueState {
    at = Millis.of(at);
    line = List.copyOf(line);
    if (line.size() > MOST || waiting < line.size()) {
      throw new IllegalArgumentException(
          "queue of " + waiting + " tells of " + line.size() + "; " + MOST + " is the most");
    }
  }
}
