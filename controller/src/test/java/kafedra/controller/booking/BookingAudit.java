package kafedra.controller.booking;

/** Questions to the database that know nothing of our code; both stores understand them. */
public final class BookingAudit {
  /** Overlapping pairs among what is promised: per seat and per person. */
  public static final String DOUBLES =
      """
      SELECT (SELECT count(*) FROM booking_seat a JOIN booking_seat b ON a.workstation = b.workstation
               AND (a.booking, a.place) < (b.booking, b.place) AND a.starts < b.ends AND b.starts < a.ends
               WHERE a.live AND b.live)
           + (SELECT count(*) FROM booking a JOIN booking b ON a.person = b.person AND a.id < b.id
               AND a.starts < b.ends AND b.starts < a.ends
               WHERE a.status IN ('HELD', 'CONFIRMED') AND b.status IN ('HELD', 'CONFIRMED'))
      """;

  private BookingAudit() {}
}
