package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.picture.Picture;
import kafedra.kiosk.help.Call;
import org.jspecify.annotations.Nullable;

/**
 * The building as anybody may see it: no names, no person.
 *
 * @param opens local time, «08:00»
 * @param elsewhere null unless no seat is free here and the district has told of others
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
    @Nullable Closed closed,
    @Nullable Elsewhere elsewhere,
    List<HelpCall> calls,
    List<SchoolClass> classes) {

  /**
   * A group that is booked now.
   *
   * @param pictures of those who may sign in by one; nobody's name
   */
  public record SchoolClass(GroupId id, String name, List<Picture> pictures) {}

  /** How far a call for the librarian is. */
  public enum Help {
    CALLED,
    COMING
  }

  /**
   * @param seat its label; null for somebody at the kiosk
   */
  public record HelpCall(@Nullable String seat, Help help) {
    static Help of(Call call) {
      return call.answered().isPresent() ? Help.COMING : Help.CALLED;
    }
  }

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

  /**
   * The queue, by numbers.
   *
   * @param estimateMinutes the wait of somebody who comes now and takes any seat; null when nobody
   *     can say
   * @param next those who wait, by number and not by order: the order of a display would tell whose
   *     need is served sooner
   */
  public record Queue(
      int waiting,
      List<Called> called,
      @Nullable Long estimateMinutes,
      List<Next> next,
      List<LabQueue> labs) {}

  public record Called(int ticket, LabId lab, String seat, Instant until) {}

  /**
   * @param lab null for any
   * @param estimateMinutes about how long from now; null when nobody can say
   */
  public record Next(int ticket, @Nullable LabId lab, @Nullable Long estimateMinutes) {}

  /**
   * @param estimateMinutes the wait of somebody who comes now for this lab
   */
  public record LabQueue(LabId lab, @Nullable Long estimateMinutes) {}

  /**
   * Free seats in other buildings.
   *
   * @param at when the controller told, by this kiosk's clock
   */
  public record Elsewhere(Instant at, List<FreeElsewhere.Place> places) {}

  public record Upcoming(Instant start, Instant end, int seats) {}

  public record Lesson(int number, Instant start, Instant end) {}
}
