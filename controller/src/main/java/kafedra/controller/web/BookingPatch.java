package kafedra.controller.web;

import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Amendment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.booking.Terms;
import org.jspecify.annotations.Nullable;

/** The body of a change; what is left out stays as it is. */
record BookingPatch(
    @Nullable Integer version,
    @Nullable String start,
    @Nullable String end,
    @Nullable String lab,
    @Nullable List<@Nullable String> workstations,
    @Nullable Integer count,
    @Nullable List<@Nullable String> features,
    @Nullable Boolean wholeLab,
    @Nullable String purpose,
    @Nullable String label,
    @Nullable String override,
    @Nullable Boolean displace) {

  int versionGiven() {
    return Fields.number("version", version, 1, Integer.MAX_VALUE);
  }

  Requester by(String login) {
    return new Requester(login, NewBooking.reason(override));
  }

  @Nullable LabId labId() {
    return lab == null ? null : Fields.id("lab", lab, LabId::new);
  }

  Amendment amendment(Booking booking) {
    boolean seated = workstations != null || count != null || wholeLab != null || features != null;
    SeatWish seats =
        seated ? NewBooking.seats(workstations, counted(booking), features, wholeLab) : null;
    return new Amendment(
        slot(booking),
        labId(),
        seats,
        purpose == null ? null : Fields.word("purpose", purpose, Purpose.class),
        label == null ? null : NewBooking.label(label),
        displaces() ? Terms.Claim.LESS_IMPORTANT_TOO : Terms.Claim.FREE_SEATS);
  }

  boolean displaces() {
    return Boolean.TRUE.equals(displace);
  }

  /** Features alone ask for as many seats as there were. */
  private @Nullable Integer counted(Booking booking) {
    boolean alone = workstations == null && count == null && wholeLab == null;
    return alone ? Integer.valueOf(booking.seats().size()) : count;
  }

  private @Nullable TimeSlot slot(Booking booking) {
    if (start == null && end == null) {
      return null;
    }
    return NewBooking.slot(
        start == null ? booking.slot().start().toString() : start,
        end == null ? booking.slot().end().toString() : end);
  }
}
