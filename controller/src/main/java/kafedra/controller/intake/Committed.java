package kafedra.controller.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.booking.Booking;

/**
 * What a delivery came to.
 *
 * @param positions per stream that was heard, the highest number of an unbroken row of committed
 *     records
 * @param records new and committed
 * @param duplicates that were committed before
 * @param gaps batches that began beyond what was next
 * @param setAside by what was wrong
 * @param bookings made, refused or cancelled at kiosks
 * @param seats whose sessions began or ended
 */
public record Committed(
    Map<StreamId, Long> positions,
    long records,
    long duplicates,
    long gaps,
    Map<String, Long> setAside,
    List<Booking> bookings,
    Set<WorkstationId> seats) {
  public Committed {
    positions = Map.copyOf(positions);
    setAside = Map.copyOf(setAside);
    bookings = List.copyOf(bookings);
    seats = Set.copyOf(seats);
  }
}
