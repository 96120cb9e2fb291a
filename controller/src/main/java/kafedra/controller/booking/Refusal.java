package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;

/** Why a wish cannot be granted. */
public sealed interface Refusal {
  /** A named seat is promised to somebody else then. */
  record SeatTaken(List<WorkstationId> seats, List<Conflict> conflicts) implements Refusal {
    public SeatTaken {
      seats = List.copyOf(seats);
      conflicts = List.copyOf(conflicts);
    }
  }

  /** The person has another booking then, here or elsewhere in the district. */
  record PersonBusy(List<Conflict> conflicts) implements Refusal {
    public PersonBusy {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * Too few seats are free that have what is asked for.
   *
   * @param free how many there are
   */
  record NotEnoughSeats(int free, int wanted) implements Refusal {}

  /**
   * The slot does not lie within one stretch of that day's opening hours.
   *
   * @param hours local times of the school, at least one stretch
   */
  record OutsideOpeningHours(List<Hours> hours) implements Refusal {
    public OutsideOpeningHours {
      hours = List.copyOf(hours);
    }
  }

  /** One stretch of opening hours, local time. */
  record Hours(LocalTime opens, LocalTime closes) {}

  /**
   * The lab is closed on that local day.
   *
   * @param note what staff wrote about it; may be empty
   */
  record DayClosed(LocalDate day, DayPlan.Reason reason, String note) implements Refusal {}

  /** The slot does not begin and end on a whole multiple of the step. */
  record OffTheMarks(Duration step) implements Refusal {}

  /** The slot is over, or began too long ago. */
  record InThePast() implements Refusal {}

  /** The slot is longer than a booking may be. */
  record TooLong(Duration most) implements Refusal {}

  /** The slot is shorter than a booking may be. */
  record TooShort(Duration least) implements Refusal {}

  /** The moment does not lie within the booking. */
  record NotWithin(TimeSlot slot) implements Refusal {}

  record TooFarAhead(int days) implements Refusal {}

  record UnknownLab(LabId lab) implements Refusal {}

  /** Not in the lab, or out of service. */
  record UnusableSeats(List<WorkstationId> seats) implements Refusal {
    public UnusableSeats {
      seats = List.copyOf(seats);
    }
  }

  /** The person or the group is not in the roster. */
  record UnknownHolder(Holder holder) implements Refusal {}

  /** Another wish has this id, or the booking of this id was cancelled. */
  record IdInUse() implements Refusal {}
}
