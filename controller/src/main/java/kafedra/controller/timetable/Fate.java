package kafedra.controller.timetable;

/** What becomes of a lesson. The worst that happens to any of its dates is the lesson's. */
public enum Fate {
  /** Nobody of the school bears the name of a class or group. */
  UNMATCHED_GROUP,
  /** The group has no pupils. */
  NO_PUPILS,
  /** Neither the school's bells nor the file say when the lesson is. */
  NO_BELL,
  /** The file counts terms otherwise than the school's calendar. */
  UNKNOWN_TERMS,
  /** Outside the opening hours of the lab. */
  OUTSIDE_HOURS,
  /** On no day of the timetable on which the lab is open. */
  OUTSIDE_YEAR,
  /** The lab has fewer seats than the group has pupils. */
  NOT_ENOUGH_SEATS,
  /** Somebody else has the seats. */
  IN_CONFLICT,
  /** A rule of the school is against it. */
  REFUSED,
  /** A lesson of the last file that is not in this one. */
  GONE,
  MOVED,
  /** Another number of seats or another subject. */
  CHANGED,
  NEW,
  UNCHANGED,
  /** Every date is over, or begun. */
  OVER,
  /** In no room of ours: not a computer lesson. */
  NO_LAB
}
