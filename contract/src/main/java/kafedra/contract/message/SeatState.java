package kafedra.contract.message;

import java.time.Instant;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is now, retained, for the live view. What is to be kept travels as a {@link
 * SiteRecord}.
 *
 * @param occupant who sits there; null unless {@code condition} is {@code IN_USE}
 */
public record SeatState(
    Instant at, WorkstationId workstation, SeatCondition condition, @Nullable Occupant occupant)
    implements Message.FromKiosk {
  /** Who uses the seat, and until when. */
  public record Occupant(SessionId session, PersonId person, Instant plannedEnd) {
    public Occupant {
      plannedEnd = Millis.of(plannedEnd);
    }
  }

  public SeatState {
    at = Millis.of(at);
    if ((condition == SeatCondition.IN_USE) != (occupant != null)) {
      throw new IllegalArgumentException(
          "a seat has an occupant when, and only when, it is in use: " + condition);
    }
  }
}
