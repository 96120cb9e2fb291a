package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SignInMethod;
import kafedra.kiosk.session.ScreenBudget;
import org.jspecify.annotations.Nullable;

/**
 * What the person before the screen may see and do.
 *
 * @param idleUntil when the visit ends without a touch
 * @param walkIn what this person would get now; zero when refused
 * @param refusal why no seat can be had now, a stable word
 * @param help how far this person's call for the librarian is; null when they did not call
 * @param staff null for everybody but staff who tapped their card
 * @param asksMood whether this person is asked how it was
 */
public record VisitView(
    String token,
    String greeting,
    ReplicaItem.Role role,
    SignInMethod method,
    Instant idleUntil,
    @Nullable Sitting session,
    @Nullable Ended ended,
    @Nullable Due due,
    List<Booked> bookings,
    @Nullable Place ticket,
    List<WorkstationId> free,
    Duration walkIn,
    @Nullable String refusal,
    List<Lesson> lessons,
    ScreenBudget.Standing screenTime,
    SiteView.@Nullable Help help,
    @Nullable Staff staff,
    boolean asksMood) {

  /**
   * What staff see behind their card.
   *
   * @param cardFor whose new card is awaited; null when none is
   */
  public record Staff(@Nullable String cardFor) {}

  /**
   * @param extendRefusal why it cannot be extended, a stable word
   * @param lesson whether the booking's lesson opens on the seat
   */
  public record Sitting(
      SessionId id,
      WorkstationId seat,
      String seatLabel,
      Instant startedAt,
      Instant plannedEnd,
      Duration remaining,
      boolean canExtend,
      Duration extendBy,
      @Nullable String extendRefusal,
      Screen screen,
      boolean lesson) {}

  /** A session of this person that was ended here a short while ago, without their word. */
  public record Ended(String seatLabel, EndReason reason) {}

  /** Whether the seat's screen has opened. */
  public enum Screen {
    OPENING,
    OPEN
  }

  public record Due(
      BookingId bookingId,
      Instant start,
      Instant end,
      @Nullable WorkstationId seat,
      @Nullable String seatLabel,
      boolean group,
      boolean lesson) {}

  public record Booked(
      BookingId id,
      Instant start,
      Instant end,
      @Nullable String seatLabel,
      Status status,
      boolean cancellable) {}

  /** What a booking is for the person who looks at it. */
  public enum Status {
    CONFIRMED,
    /** Asked for; the controller has not answered. */
    REQUESTED,
    REFUSED,
    CANCELLED
  }

  /**
   * A place in the queue.
   *
   * @param before how many of those who came earlier wait still
   * @param estimateMinutes about how long from now; null when nobody can say
   * @param statedMinutes what was said when the number was drawn
   * @param lab the lab waited for; null for any
   */
  public record Place(
      int number,
      int before,
      @Nullable Long estimateMinutes,
      @Nullable Long statedMinutes,
      @Nullable LabId lab,
      List<Feature> features,
      @Nullable Held held) {}

  public record Held(WorkstationId seat, String seatLabel, Instant until) {}

  public record Lesson(LocalDate date, int number, Instant start, Instant end, int free) {}
}
