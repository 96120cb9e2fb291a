package kafedra.controller.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import kafedra.contract.time.TimeSlot;

/**
 * A calendar in the words that people read, ready to be written.
 *
 * @param refresh how often programs should ask again
 */
public record CalendarFile(String name, ZoneId zone, Duration refresh, List<Entry> entries) {
  public CalendarFile {
    entries = List.copyOf(entries);
  }

  /**
   * One event. Texts may hold any characters; whoever writes them escapes.
   *
   * @param uid the same for as long as the event lives, and nobody else's
   * @param sequence grows with each change
   * @param stamp when the event was last known to be new
   * @param details may be empty
   */
  public record Entry(
      String uid,
      TimeSlot slot,
      int sequence,
      Instant stamp,
      FeedItem.Standing standing,
      String summary,
      String location,
      String details) {}
}
