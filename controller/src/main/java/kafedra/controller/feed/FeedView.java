package kafedra.controller.feed;

import java.time.ZoneId;
import java.util.List;

/**
 * What a feed shows now.
 *
 * @param name of the group or lab, or what a kiosk calls the person
 * @param zone of the school
 * @param items by start
 */
public record FeedView(String name, ZoneId zone, List<FeedItem> items) {
  public FeedView {
    items = List.copyOf(items);
  }
}
