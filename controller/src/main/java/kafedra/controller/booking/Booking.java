package kafedra.controller.booking;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A promise of seats, or the answer to a kiosk's request that none could be made.
 *
 * @param school whose building the lab is in
 * @param seats in the order of their labels; empty when refused
 * @param label what it is about; may be empty
 * @param version 1 at first, one more with each change
 * @param wish what was asked for, see {@link BookingWish#text}
 * @param heldUntil when a hold lapses; null for all that is no hold
 * @param checkedIn when the first person sat down for it; null while nobody has
 * @param series what it was made together with; null for a single booking
 */
public record Booking(
    BookingId id,
    Holder holder,
    SchoolId school,
    BuildingId building,
    LabId lab,
    TimeSlot slot,
    List<WorkstationId> seats,
    Purpose purpose,
    String label,
    BookingStatus status,
    int version,
    String wish,
    String madeBy,
    Instant madeAt,
    @Nullable Instant heldUntil,
    @Nullable Instant checkedIn,
    @Nullable SeriesId series,
    Online online) {
  public Booking {
    seats = List.copyOf(seats);
    madeAt = Millis.of(madeAt);
    boolean seatless = status == BookingStatus.REFUSED;
    if (seats.isEmpty() != seatless) {
      throw new IllegalArgumentException(id + " is " + status + " with " + seats.size() + " seats");
    }
    if ((status == BookingStatus.HELD) != (heldUntil != null)) {
      throw new IllegalArgumentException("a hold, and nothing else, lapses: " + id + " " + status);
    }
  }

  /** A new promise of these seats. */
  static Booking of(BookingWish wish, Room room, List<WorkstationId> seats, Instant now) {
    Instant heldUntil = wish.terms().hold() == null ? null : now.plus(wish.terms().hold());
    return new Booking(
        wish.id(),
        wish.holder(),
        room.school(),
        room.building(),
        room.lab(),
        wish.slot(),
        seats,
        wish.purpose(),
        wish.label(),
        heldUntil == null ? BookingStatus.CONFIRMED : BookingStatus.HELD,
        1,
        wish.text(),
        wish.madeBy(),
        now,
        heldUntil == null ? null : Millis.of(heldUntil),
        null,
        wish.terms().series(),
        wish.terms().online());
  }

  /** The written refusal of a request. */
  static Booking refused(BookingWish wish, Room room, Instant now) {
    return new Booking(
        wish.id(),
        wish.holder(),
        room.school(),
        room.building(),
        room.lab(),
        wish.slot(),
        List.of(),
        wish.purpose(),
        wish.label(),
        BookingStatus.REFUSED,
        1,
        wish.text(),
        wish.madeBy(),
        now,
        null,
        null,
        wish.terms().series(),
        wish.terms().online());
  }

  public boolean isLive() {
    return status.isLive();
  }

  /** The same booking as it is after its status changed. */
  public Booking with(BookingStatus changed) {
    return next(id, school, building, lab, slot, seats, purpose, label, changed, version + 1);
  }

  /** The same booking at another time or on other seats. */
  Booking movedTo(Room room, TimeSlot to, List<WorkstationId> on) {
    return next(
        id,
        room.school(),
        room.building(),
        room.lab(),
        to,
        on,
        purpose,
        label,
        status,
        version + 1);
  }

  /** The same booking, shorter or longer. */
  Booking lasting(TimeSlot changed) {
    return next(id, school, building, lab, changed, seats, purpose, label, status, version + 1);
  }

  /** The same promise under another id, for another part of its time. */
  Booking part(BookingId as, TimeSlot rest) {
    return next(as, school, building, lab, rest, seats, purpose, label, status, 1);
  }

  /** The same booking for another purpose or with another label. */
  Booking about(Purpose changed, String called) {
    return next(id, school, building, lab, slot, seats, changed, called, status, version + 1);
  }

  /** The same booking under another version number. */
  Booking at(int changed) {
    return next(id, school, building, lab, slot, seats, purpose, label, status, changed);
  }

  /** The same booking once somebody sat down for it; not a change that its maker must know of. */
  Booking checkedInAt(Instant at) {
    return new Booking(
        id,
        holder,
        school,
        building,
        lab,
        slot,
        seats,
        purpose,
        label,
        status,
        version,
        wish,
        madeBy,
        madeAt,
        heldUntil,
        Millis.of(at),
        series,
        online);
  }

  private Booking next(
      BookingId as,
      SchoolId atSchool,
      BuildingId inBuilding,
      LabId inLab,
      TimeSlot when,
      List<WorkstationId> on,
      Purpose what,
      String called,
      BookingStatus now,
      int at) {
    return new Booking(
        as,
        holder,
        atSchool,
        inBuilding,
        inLab,
        when,
        on,
        what,
        called,
        now,
        at,
        wish,
        madeBy,
        madeAt,
        now == BookingStatus.HELD ? heldUntil : null,
        checkedIn,
        series,
        online);
  }
}
