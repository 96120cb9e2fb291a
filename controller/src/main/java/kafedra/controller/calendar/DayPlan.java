package kafedra.controller.calendar;

import java.util.List;
import kafedra.contract.message.ReplicaItem.Running;
import kafedra.contract.time.TimeSlot;

/** What a lab's local day is: when it may be booked, or why it may not. */
public sealed interface DayPlan {
  /**
   * A day on which the lab may be booked.
   *
   * @param hours during which it may be; at least one, sorted, disjoint
   * @param lessons by start; their bells may ring outside the hours
   */
  record Open(List<TimeSlot> hours, List<Lesson> lessons) implements DayPlan {
    public Open {
      hours = List.copyOf(hours);
      lessons = List.copyOf(lessons);
      if (hours.isEmpty()) {
        throw new IllegalArgumentException("an open day without an hour. Maybe it is closed.");
      }
      for (int i = 1; i < hours.size(); i++) {
        if (hours.get(i).start().isBefore(hours.get(i - 1).end())) {
          throw new IllegalArgumentException("hours are not sorted and disjoint: " + hours);
        }
      }
    }

    /** Whether one stretch of hours holds the whole slot. */
    public boolean holds(TimeSlot slot) {
      return hours.stream()
          .anyMatch(it -> !slot.start().isBefore(it.start()) && !slot.end().isAfter(it.end()));
    }
  }

  /**
   * A day on which it may not.
   *
   * @param note what staff wrote about it, such as «Весенние каникулы»; may be empty
   * @param running what becomes of whoever sits there when the day is closed
   */
  record Closed(Reason reason, String note, Running running) implements DayPlan {
    /** By the plan, which ends nobody's session. */
    public Closed(Reason reason, String note) {
      this(reason, note, Running.FINISHES);
    }
  }

  /** Why a day is closed. */
  enum Reason {
    /** Before the school year's first day or after its last. */
    OUTSIDE_SCHOOL_YEAR,
    /** Holidays, or a single one. */
    HOLIDAY,
    /** A weekday without opening hours. */
    DAY_OFF,
    /** Closed by staff, on that day. */
    CLOSED,
    /** Learning from home: frost, quarantine. */
    REMOTE
  }
}
