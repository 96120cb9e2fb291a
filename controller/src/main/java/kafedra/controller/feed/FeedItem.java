package kafedra.controller.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Purpose;

/**
 * A booking as a feed may show it.
 *
 * @param version as of the booking
 * @param madeAt when the booking was made
 * @param group name of the group it is for; empty for one person or nobody
 * @param label what it is about; always empty in a lab's feed, since people write names there
 * @param seats always empty in a lab's feed
 * @param link where to join a webinar; empty without one, and always in a lab's feed
 */
public record FeedItem(
    BookingId id,
    TimeSlot slot,
    int version,
    Instant madeAt,
    Standing standing,
    LabId lab,
    Purpose purpose,
    Optional<String> group,
    String label,
    List<WorkstationId> seats,
    String link) {
  public FeedItem {
    seats = List.copyOf(seats);
  }

  /** Whether it takes place. */
  public enum Standing {
    CONFIRMED,
    /** Shown, so that programs that have it take it away. */
    CANCELLED
  }
}
