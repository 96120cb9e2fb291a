package kafedra.controller.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.policy.PolicyName;

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

  /** No agreement between the holder's school and the lab's runs on that local day. */
  record NoAgreement(SchoolId home, SchoolId host, LocalDate day) implements Refusal {}

  record UnknownLab(LabId lab) implements Refusal {}

  /** Not in the lab, or out of service. */
  record UnusableSeats(List<WorkstationId> seats) implements Refusal {
    public UnusableSeats {
      seats = List.copyOf(seats);
    }
  }

  /** The person or the group is not in the roster. */
  record UnknownHolder(Holder holder) implements Refusal {}

  /** What a rule of the school refuses. */
  sealed interface ByRule extends Refusal {
    PolicyName policy();

    /** How long a slot the rule would leave, if a shorter one helps. */
    default Optional<Duration> leaves() {
      return Optional.empty();
    }
  }

  /**
   * Longer than the norm allows at a screen without a break.
   *
   * @param limit of the grade
   */
  record ScreenSitting(Duration limit, Duration wanted) implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.SCREEN_SITTING;
    }

    @Override
    public Optional<Duration> leaves() {
      return Optional.of(limit);
    }
  }

  /**
   * More than the norm allows at screens in a day.
   *
   * @param limit of the grade
   * @param used so far today, over all sites
   * @param booked of the day and not over yet
   */
  record ScreenDay(Duration limit, Duration used, Duration booked, Duration wanted)
      implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.SCREEN_DAY;
    }

    /** Never less than nothing. */
    public Duration left() {
      Duration left = limit.minus(used).minus(booked);
      return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Optional<Duration> leaves() {
      return Optional.of(left());
    }
  }

  /**
   * Too soon after, or before, another booking: together they are one sitting, and too long.
   *
   * @param rest that must lie between
   * @param together length of the sitting
   */
  record ScreenRest(Duration rest, Duration limit, Duration together) implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.SCREEN_REST;
    }
  }

  /**
   * More than the school's quota of a day or a week.
   *
   * @param policy which of the two
   * @param booked already
   */
  record QuotaSpent(PolicyName policy, Duration limit, Duration booked, Duration wanted)
      implements ByRule {
    /** Never less than nothing. */
    public Duration left() {
      Duration left = limit.minus(booked);
      return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Optional<Duration> leaves() {
      return Optional.of(left());
    }
  }

  /**
   * The person has as many bookings ahead as they may.
   *
   * @param open that are not over
   */
  record TooManyOpen(int open, int most) implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.OPEN_BOOKINGS;
    }
  }

  /**
   * Earlier than people may book for themselves.
   *
   * @param days ahead at the most
   * @param from first local day on which it could be booked
   */
  record TooEarly(int days, LocalDate from) implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.DAYS_AHEAD;
    }
  }

  /**
   * Too close to another booking of the person.
   *
   * @param from when the other begins, local time
   * @param to when it ends
   */
  record GapNeeded(Duration gap, LocalTime from, LocalTime to) implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.GAP;
    }
  }

  /**
   * The person booked and did not come, too often.
   *
   * @param times within {@code span}
   * @param until when they may book again, local time
   */
  record Banned(int times, Duration span, LocalDateTime until) implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.NO_SHOW_BAN;
    }
  }

  /** Seats that are for other grades; the grades of the first of them. */
  record SeatsForGrades(List<WorkstationId> seats, int firstGrade, int lastGrade)
      implements ByRule {
    public SeatsForGrades {
      seats = List.copyOf(seats);
    }

    @Override
    public PolicyName policy() {
      return PolicyName.SEAT_GRADES;
    }
  }

  /**
   * Seats that are kept for those who need them. For whom, and why, is not told.
   *
   * @param free when what is left of them is for everybody, local time
   */
  record SeatsKept(List<WorkstationId> seats, LocalDateTime free) implements ByRule {
    public SeatsKept {
      seats = List.copyOf(seats);
    }

    @Override
    public PolicyName policy() {
      return PolicyName.NEED;
    }
  }

  /** What stands there is at least as important, or people sit there already. */
  record NotDisplaced(List<Conflict> conflicts) implements ByRule {
    public NotDisplaced {
      conflicts = List.copyOf(conflicts);
    }

    @Override
    public PolicyName policy() {
      return PolicyName.PURPOSE_ORDER;
    }
  }

  /** Another wish has this id, or the booking of this id was cancelled. */
  record IdInUse() implements Refusal {}

  /**
   * The building's line cannot carry it; all in kbit/s.
   *
   * @param wanted by this booking
   * @param others what other bookings of the building take then
   * @param line what it carries altogether
   * @param clients how many clients of this kind it has room for; with one it can be shown on one
   *     display
   */
  record LineTooNarrow(long wanted, long others, int line, LineCapacity.Source source, int clients)
      implements ByRule {
    @Override
    public PolicyName policy() {
      return PolicyName.LINE;
    }
  }
}
