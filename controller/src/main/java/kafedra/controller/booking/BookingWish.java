package kafedra.controller.booking;

import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.time.TimeSlot;

/**
 * Somebody asks for seats.
 *
 * @param id chosen by whoever asks, so that a repeated wish is recognised
 * @param label what it is about, such as «Олимпиада»; may be empty
 * @param madeBy login of the staff member, or {@code kiosk:} and the kiosk's id; never a name
 */
public record BookingWish(
    BookingId id,
    Holder holder,
    LabId lab,
    SeatWish seats,
    TimeSlot slot,
    Purpose purpose,
    String label,
    String madeBy,
    Terms terms) {
  /** Characters of a label at the most. */
  public static final int LONGEST_LABEL = 100;

  public BookingWish {
    if (label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException(
          "a label of " + label.length() + " characters; " + LONGEST_LABEL + " is the most");
    }
  }

  /** On plain terms. */
  public BookingWish(
      BookingId id,
      Holder holder,
      LabId lab,
      SeatWish seats,
      TimeSlot slot,
      Purpose purpose,
      String label,
      String madeBy) {
    this(id, holder, lab, seats, slot, purpose, label, madeBy, Terms.PLAIN);
  }

  /** The same wish at another time. */
  BookingWish at(TimeSlot other) {
    return new BookingWish(id, holder, lab, seats, other, purpose, label, madeBy, terms);
  }

  /** Equal for a wish that is only repeated, whoever repeats it. */
  public String text() {
    String who =
        switch (holder) {
          case Holder.OfPerson one -> "person " + one.person();
          case Holder.OfGroup many -> "group " + many.group();
          case Holder.Nobody nobody -> "nobody";
        };
    return who + ", " + lab + ", " + seats.text() + ", " + slot + ", " + purpose + ", " + label;
  }
}
