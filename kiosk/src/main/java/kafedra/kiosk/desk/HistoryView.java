package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What somebody did at this kiosk lately, newest first; for themselves alone. */
public record HistoryView(List<Past> sessions) {
  public HistoryView {
    sessions = List.copyOf(sessions);
  }

  /**
   * @param length how long the seat was theirs
   */
  public record Past(Instant start, String seatLabel, Duration length) {}
}
