package kafedra.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kafedra.contract.id.BookingId;
import kafedra.controller.booking.Booking;

/** Bookings that may be changed, from which many threads draw. */
final class BookedPool {
  private final List<BookingId> ids = new ArrayList<>();
  private final Map<BookingId, Integer> places = new HashMap<>();

  /** What a booking has become; one that is not live any more leaves. */
  synchronized void put(Booking booking) {
    Integer place = places.get(booking.id());
    if (booking.isLive() && place == null) {
      places.put(booking.id(), ids.size());
      ids.add(booking.id());
    } else if (!booking.isLive() && place != null) {
      remove(booking.id(), place);
    }
  }

  private void remove(BookingId id, int place) {
    BookingId last = ids.removeLast();
    places.remove(id);
    if (!last.equals(id)) {
      ids.set(place, last);
      places.put(last, place);
    }
  }

  synchronized Optional<BookingId> any(Random random) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
  }

  synchronized int size() {
    return ids.size();
  }
}
