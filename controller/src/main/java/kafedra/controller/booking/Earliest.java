package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.slot.Marks;

/** The question where and when so many seats are free first, in one lab and for so long. */
public final class Earliest {
  /** Local days that may be looked at. */
  public static final int MOST_DAYS = 62;

  private Earliest() {}

  /**
   * What is looked for.
   *
   * @param schools whose labs would do; of several labs free at one time the first one of the first
   *     school is told
   * @param count seats in one lab, 1 to {@value SeatWish#MOST}
   * @param features that each of them must have
   * @param length up to {@link BookingPolicies#LONGEST}; counted in whole steps of {@link
   *     Marks#STEP}, rounded up
   * @param from when it may begin at the earliest
   * @param days after {@code from} within which it must end, 1 to {@value #MOST_DAYS}
   */
  public record Question(
      List<SchoolId> schools,
      int count,
      Set<Feature> features,
      Duration length,
      Instant from,
      int days) {
    public Question {
      schools = List.copyOf(schools);
      features = Set.copyOf(features);
      if (count < 1 || count > SeatWish.MOST) {
        throw new IllegalArgumentException(count + " seats; 1 to " + SeatWish.MOST);
      }
      if (length.compareTo(BookingPolicies.SHORTEST) < 0
          || length.compareTo(BookingPolicies.LONGEST) > 0) {
        throw new IllegalArgumentException(
            length + "; " + BookingPolicies.SHORTEST + " to " + BookingPolicies.LONGEST);
      }
      if (days < 1 || days > MOST_DAYS) {
        throw new IllegalArgumentException(days + " days; 1 to " + MOST_DAYS);
      }
    }
  }

  /**
   * Where and when.
   *
   * @param seats those that such a booking would get, best first; {@code count} of them
   */
  public record Place(SchoolId school, LabId lab, TimeSlot slot, List<WorkstationId> seats) {
    public Place {
      seats = List.copyOf(seats);
    }
  }
}
