package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;

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

  /** Local times of the building. */
  record OutsideOpeningHours(LocalTime opens, LocalTime closes) implements Refusal {}

  /** The slot is over, or began too long ago. */
  record InThePast() implements Refusal {}

  /** The slot is longer than a booking may be. */
  record TooLong(Duration most) implements Refusal {}

  /** The slot is shorter than a booking may be. */
  record TooShort(Duration least) implements Refusal {}

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
