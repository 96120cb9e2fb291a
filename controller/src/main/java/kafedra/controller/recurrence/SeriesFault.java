package kafedra.controller.recurrence;

/**
 * Why a series cannot be. What each says to people, and what to do, stands in texts_*.properties as
 * {@code series.<fault>}; the words named here fill its places.
 */
public enum SeriesFault {
  /** The rule's text is empty. */
  EMPTY_RULE,
  /** The text has more characters than (most). */
  LONG_RULE,
  /** (Piece) is not NAME=VALUE. */
  NOT_A_PART,
  /** RFC 5545 allows each part once. */
  PART_TWICE,
  /** RFC 5545 has no such part, or it is for other calendars than ours. */
  UNKNOWN_PART,
  /** The rule lacks FREQ. */
  NO_FREQUENCY,
  /** FREQ has another value than DAILY, WEEKLY, MONTHLY, YEARLY. */
  UNKNOWN_FREQUENCY,
  /** FREQ is SECONDLY, MINUTELY or HOURLY. */
  TOO_FREQUENT,
  /** BYHOUR, BYMINUTE, BYSECOND: the time of day is the start's. */
  TIME_PART,
  /**
   * (Value) is no whole number from (least) to (most), or -(most) to -1 where signs are possible.
   */
  BAD_NUMBER,
  /** (Value) is no day of the week. */
  BAD_DAY,
  /** A day with a number is possible in months and years only. */
  NUMBERED_DAY,
  /** RFC 5545 does not allow the part together with (other). */
  NOT_TOGETHER,
  /** BYSETPOS chooses from a set, and no other part makes one. */
  NOTHING_TO_CHOOSE,
  /** Neither COUNT nor UNTIL. */
  NO_END,
  /** Both COUNT and UNTIL. */
  TWO_ENDS,
  /** (Value) is no date or time as RFC 5545 writes them. */
  BAD_UNTIL,
  /** The end comes before (start). */
  ENDS_BEFORE_START,
  /** (Number) of occurrences or values, where (most) are possible. */
  TOO_MANY,
  /** Goes on beyond (last day), which is (days) after the start. */
  TOO_FAR,
  /** Only (found) of (wanted) occurrences lie within (days) of the start. */
  COUNT_TOO_FAR,
  /** The rule has no day within (days) of the start. */
  NEVER,
  /** The rule does not fall on the start; its first day is (day). */
  START_NOT_OF_RULE,
  /** The start's local time does not exist: clocks are put forward then. Next is (time). */
  IN_GAP,
  /** Year outside (first) to (last). */
  BAD_YEAR,
  /** Seconds are not planned. */
  NOT_WHOLE_MINUTES,
  /** Shorter than (least) or longer than (most) minutes. */
  BAD_LENGTH,
  /** No occurrence is then. */
  EXCLUDES_NOTHING,
  /** The exceptions take every occurrence away. */
  NOTHING_LEFT,
  /** Before the start, or later than (last day). */
  ADDED_OUTSIDE,
  /** Overlaps the occurrence of (start). */
  ADDED_OVERLAPS
}
