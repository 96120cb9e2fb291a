package kafedra.controller.booking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import kafedra.contract.id.BookingId;
import kafedra.contract.time.TimeSlot;

/** Bookings of one lab, person, group or series, in the order of their start. */
final class Shelf {
  private record Place(long start, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::start).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final ConcurrentSkipListMap<Place, Booking> bookings = new ConcurrentSkipListMap<>();

  private static Place place(Instant start, BookingId id) {
    return new Place(start.toEpochMilli(), id.value());
  }

  void put(Booking booking) {
    bookings.put(place(booking.slot().start(), booking.id()), booking);
  }

  void remove(Booking booking) {
    bookings.remove(place(booking.slot().start(), booking.id()));
  }

  /** Those that touch the range, by start; none is longer than {@link BookingPolicies#LONGEST}. */
  List<Booking> touching(TimeSlot range) {
    long before = range.start().minus(BookingPolicies.LONGEST).toEpochMilli();
    return bookings
        .subMap(new Place(before, ""), new Place(range.end().toEpochMilli(), ""))
        .values()
        .stream()
        .filter(booking -> booking.slot().overlaps(range))
        .toList();
  }

  /** As {@link #touching}, only those whose seats are kept. */
  List<Booking> live(TimeSlot range) {
    return touching(range).stream().filter(Booking::isLive).toList();
  }

  List<Booking> all() {
    return List.copyOf(bookings.values());
  }
}
