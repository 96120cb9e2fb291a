package kafedra.controller.timetable;

import java.util.List;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Refusal;
import org.jspecify.annotations.Nullable;

/** One date of a need and what came of it, while the timetable is taken in. */
final class Item {
  /** What was done. */
  enum Done {
    UNCHANGED,
    CHANGED,
    MOVED,
    NEW,
    REFUSED
  }

  private final Need need;
  private final TimeSlot slot;
  private @Nullable Booking holding;
  private Done done = Done.REFUSED;
  private @Nullable Booking booked;
  private boolean moving;
  private boolean asking = true;
  private List<Refusal> reasons = List.of();

  Item(Need need, TimeSlot slot) {
    this.need = need;
    this.slot = slot;
  }

  Need need() {
    return need;
  }

  TimeSlot slot() {
    return slot;
  }

  /** The booking of the last timetable that it takes over; null when there is none. */
  @Nullable Booking holding() {
    return holding;
  }

  /** Takes over a booking that is at another time or place. */
  void move(Booking from) {
    holding = from;
    moving = true;
    asking = false;
  }

  /** Takes over a booking that is at this time and place. */
  void keep(Booking there) {
    holding = there;
    asking = false;
  }

  boolean isMoving() {
    return moving;
  }

  /** Its old booking is given back. */
  void letGo() {
    holding = null;
  }

  /** It is to be booked like a new one. */
  void ask() {
    asking = true;
  }

  boolean isAsking() {
    return asking;
  }

  void settle(Done how, Booking now) {
    done = how;
    booked = now;
  }

  void refuse(List<Refusal> why) {
    reasons = List.copyOf(why);
  }

  Done done() {
    return done;
  }

  int given() {
    return booked == null ? 0 : booked.seats().size();
  }

  @Nullable Booking booked() {
    return booked;
  }

  /** Why it got no seats, or fewer than it needs; empty when it got all. */
  List<Refusal> reasons() {
    return reasons;
  }

  /** What the digest of an outcome is made of. */
  String line() {
    return String.join(
        " ",
        done.name(),
        need.source(),
        need.group().value(),
        need.lab().value(),
        slot.toString(),
        need.seats() + "/" + given(),
        need.label(),
        holding == null ? "" : holding.id() + "@" + holding.version());
  }
}
