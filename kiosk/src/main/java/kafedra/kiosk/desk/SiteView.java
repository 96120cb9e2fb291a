package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import org.jspecify.annotations.Nullable;

/**
 * The building as anybody may see it: no names, no person.
 *
 * @param opens local time, «08:00»
 * @param replicaAge since the controller was last heard; null if never since the start
 */
public record SiteView(
    Instant now,
    String zone,
    String school,
    String building,
    boolean open,
    @Nullable String opens,
    @Nullable String closes,
    Controller controller,
    @Nullable Duration replicaAge,
    List<Lab> labs,
    List<Seat> seats,
    int free,
    int total,
    Queue queue,
    List<Upcoming> upcoming,
    @Nullable Lesson lesson,
    @Nullable Closed closed) {

  /** Why no lab opens on this day. */
  public record Closed(ReplicaItem.Closed reason, String note) {}

  public record Controller(Reach reach, @Nullable Instant lastHeard, long unsent) {}

  public record Lab(LabId id, String name) {}

  /**
   * @param until when it is expected to be free; null when it is or when nobody knows
   */
  public record Seat(
      WorkstationId id,
      LabId lab,
      String label,
      int row,
      int column,
      List<Feature> features,
      SeatCondition condition,
      @Nullable Instant until) {}

  public record Queue(int waiting, List<Called> called, @Nullable Long estimateMinutes) {}

  public record Called(int ticket, String seat, Instant until) {}

  public record Upcoming(Instant start, Instant end, int seats) {}

  public record Lesson(int number, Instant start, Instant end) {}
}
