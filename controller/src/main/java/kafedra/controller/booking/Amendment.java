package kafedra.controller.booking;

import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different about a booking; what is null stays as it is. A changed slot moves,
 * shortens or stretches it.
 *
 * @param seats null keeps the seats, or as many of another lab
 * @param claim whether less important bookings may be displaced
 */
public record Amendment(
    @Nullable TimeSlot slot,
    @Nullable LabId lab,
    @Nullable SeatWish seats,
    @Nullable Purpose purpose,
    @Nullable String label,
    Terms.Claim claim) {
  /** For seats that are free. */
  public Amendment(
      @Nullable TimeSlot slot,
      @Nullable LabId lab,
      @Nullable SeatWish seats,
      @Nullable Purpose purpose,
      @Nullable String label) {
    this(slot, lab, seats, purpose, label, Terms.Claim.FREE_SEATS);
  }

  public Amendment {
    if (label != null && label.length() > BookingWish.LONGEST_LABEL) {
      throw new IllegalArgumentException("a label of " + label.length() + " characters");
    }
  }

  /** The same at another time. */
  Amendment at(@Nullable TimeSlot other) {
    return new Amendment(other, lab, seats, purpose, label, claim);
  }

  boolean moves() {
    return slot != null || lab != null || seats != null;
  }

  /** What would be asked for if the booking were made like this today. */
  BookingWish wish(Booking booking, Requester by) {
    LabId where = lab == null ? booking.lab() : lab;
    return new BookingWish(
        booking.id(),
        booking.holder(),
        where,
        seats == null ? sameSeats(booking, where) : seats,
        slot == null ? booking.slot() : slot,
        purpose == null ? booking.purpose() : purpose,
        label == null ? booking.label() : label,
        by.actor(),
        new Terms(booking.online(), null, booking.series(), by.override(), claim));
  }

  private static SeatWish sameSeats(Booking booking, LabId where) {
    return where.equals(booking.lab())
        ? new SeatWish.Named(booking.seats())
        : new SeatWish.Any(booking.seats().size(), Set.of());
  }
}
