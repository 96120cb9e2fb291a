package kafedra.controller.web;

import java.util.Locale;

/**
 * What can go wrong, as callers can tell it apart. Titles and details stand in texts_*.properties.
 */
enum ProblemCode {
  BAD_REQUEST(400),
  BAD_JSON(400),
  MISSING_PARAMETER(400),
  BAD_PARAMETER(400),
  NOT_SIGNED_IN(401),
  WRONG_PASSWORD(401),
  FORBIDDEN(403),
  FOREIGN_ORIGIN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  TOO_SLOW(408),
  OVERLAP(409),
  PERSON_BUSY(409),
  NOT_ENOUGH_SEATS(409),
  ID_TAKEN(409),
  OUTDATED(409),
  NOT_LIVE(409),
  NUMBER_TAKEN(409),
  CARD_TAKEN(409),
  SESSION_OVER(409),
  CALENDAR_CHANGED(409),
  CLOSURE_TAKEN(409),
  CHANGED_MEANWHILE(409),
  TOO_MANY_FEEDS(409),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  BAD_FIELD(422),
  BAD_SLOT(422),
  IN_THE_PAST(422),
  TOO_LONG(422),
  TOO_SHORT(422),
  TOO_FAR_AHEAD(422),
  OUTSIDE_OPENING_HOURS(422),
  DAY_CLOSED(422),
  OFF_THE_MARKS(422),
  NOT_WITHIN(422),
  UNKNOWN_SEAT(422),
  UNKNOWN_PERSON(422),
  UNKNOWN_GROUP(422),
  SCREEN_SITTING(422),
  SCREEN_DAY(422),
  SCREEN_REST(422),
  DAILY_QUOTA(422),
  WEEKLY_QUOTA(422),
  OPEN_BOOKINGS(422),
  DAYS_AHEAD(422),
  GAP(422),
  NO_SHOW_BAN(422),
  SEAT_GRADES(422),
  SEATS_KEPT(422),
  NOT_DISPLACED(409),
  TRIVIAL_PIN(422),
  BAD_CALENDAR(422),
  MISSING_COLUMN(422),
  EMPTY_FILE(422),
  NOT_CSV(422),
  TOO_MANY_ROWS(422),
  TOO_MANY_ATTEMPTS(429),
  TOO_MANY_STREAMS(429),
  INTERNAL(500),
  UNAVAILABLE(503);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** {@code not-found} for {@code NOT_FOUND}. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
