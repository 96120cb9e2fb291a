package kafedra.controller.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;

/**
 * What rooms, perhaps of several schools, were booked for together.
 *
 * @param parts its bookings in the schools that were asked about, of any status but refused, by
 *     start; at least one is live
 * @param reach whether there are others
 */
public record Event(Series series, List<Booking> parts, Reach reach) {
  /** How far an event goes beyond the schools that were asked about. */
  public enum Reach {
    /** Every booking of it is in these schools. */
    THESE_SCHOOLS,
    OTHERS_TOO
  }

  public Event {
    parts = List.copyOf(parts);
    if (parts.stream().noneMatch(Booking::isLive)) {
      throw new IllegalArgumentException("nothing of " + series.id() + " is live");
    }
  }

  /** The first of its live bookings; one of them may have been moved by itself. */
  public Booking first() {
    return parts.stream().filter(Booking::isLive).findFirst().orElseThrow();
  }

  /** Events with a live booking in these schools that touches the range, by start. */
  public static List<Event> touching(
      BookingDesk desk, Collection<SchoolId> schools, TimeSlot range) {
    Map<SeriesId, List<Booking>> found = new LinkedHashMap<>();
    for (SchoolId school : schools) {
      for (Booking booking : desk.inSchool(school, range)) {
        if (booking.series() != null && booking.isLive()) {
          found.computeIfAbsent(booking.series(), fresh -> new ArrayList<>()).add(booking);
        }
      }
    }
    List<Event> events = new ArrayList<>();
    found.forEach((id, touching) ->
        desk.series(id)
            .filter(it -> it.kind() == Series.Kind.EVENT)
            .ifPresent(it -> events.add(of(it, desk.ofSeries(id), touching, schools))));
    events.sort(
        Comparator.comparing((Event it) -> it.first().slot().start())
            .thenComparing(it -> it.series().id().value()));
    return events;
  }

  /** Of an event that ended long ago, memory has nothing and what was found is all there is. */
  private static Event of(
      Series series, List<Booking> all, List<Booking> found, Collection<SchoolId> schools) {
    List<Booking> known = all.isEmpty() ? found : all;
    List<Booking> parts =
        known.stream()
            .filter(it -> schools.contains(it.school()))
            .filter(it -> it.status() != BookingStatus.REFUSED)
            .sorted(
                Comparator.comparing((Booking it) -> it.slot().start())
                    .thenComparing(it -> it.lab().value()))
            .toList();
    boolean others = known.stream().anyMatch(it -> !schools.contains(it.school()));
    return new Event(series, parts, others ? Reach.OTHERS_TOO : Reach.THESE_SCHOOLS);
  }
}
