package kafedra.controller.timetable;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Refusal;

/**
 * What becomes of one lesson.
 *
 * @param source its key
 * @param lesson empty for one that is gone
 * @param label what its bookings are called
 * @param wanted seats on each date; 0 for one that is gone
 * @param given seats on the date that gets fewest
 * @param seats those of its first date
 * @param dates how many of its dates come to what
 * @param against the first dates that get too few seats, and what stands in the way
 * @param clashes lessons of the file that cannot be beside it
 */
public record LessonReport(
    Fate fate,
    String source,
    Optional<Lesson> lesson,
    String label,
    List<LabId> labs,
    List<GroupId> groups,
    int wanted,
    int given,
    List<WorkstationId> seats,
    Dates dates,
    List<Against> against,
    List<UnknownName> unknown,
    List<Clash> clashes) {
  /** Dates that are told with what stands in the way. */
  static final int AGAINST = 5;

  public LessonReport {
    labs = List.copyOf(labs);
    groups = List.copyOf(groups);
    seats = List.copyOf(seats);
    against = List.copyOf(against);
    unknown = List.copyOf(unknown);
    clashes = List.copyOf(clashes);
  }

  /** Whether it needs seats that it does not get. */
  public boolean isShort() {
    return given < wanted;
  }

  /** How many dates come to what. */
  public record Dates(int unchanged, int added, int moved, int changed, int dropped, int refused) {
    public static final Dates NONE = new Dates(0, 0, 0, 0, 0, 0);

    /** Dates on which the lesson will be. */
    public int booked() {
      return unchanged + added + moved + changed;
    }

    public boolean isChange() {
      return added + moved + changed + dropped > 0;
    }
  }

  /**
   * A date without all its seats.
   *
   * @param reasons why
   * @param others live bookings of others in the lab then
   */
  public record Against(
      TimeSlot slot, LabId lab, int given, List<Refusal> reasons, List<Booking> others) {
    public Against {
      reasons = List.copyOf(reasons);
      others = List.copyOf(others);
    }
  }
}
