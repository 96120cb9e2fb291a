package kafedra.controller.timetable;

/** What is wrong with a timetable file, or with one lesson of it. */
public enum FileFault {
  // the file as a whole
  EMPTY,
  /** More than {@link TimetableLimits#FILE_BYTES}. */
  FILE_TOO_LARGE,
  /** Another XML than those that are read, by its first element. */
  UNKNOWN_XML,
  /** An export of aSc Timetables for its format of 2008. */
  OLD_ASC,
  /** FET's data before a timetable was generated. */
  NOT_GENERATED,
  UNKNOWN_ENCODING,
  /** The bytes are not of the encoding that the file names. */
  WRONG_ENCODING,
  /** A byte of zero: a spreadsheet or another binary file. */
  BINARY,
  BROKEN_XML,
  /** A document type definition, which could name other files and grow without end. */
  XML_DEFINITIONS,
  XML_TOO_DEEP,
  XML_TOO_MANY_ELEMENTS,
  BROKEN_TABLE,
  MISSING_COLUMN,
  BROKEN_CALENDAR,
  TOO_MANY_LESSONS,
  /** A mask of days, weeks or terms with another number of signs than the others. */
  MASK_LENGTH,
  /** More than seven days in a week. */
  TOO_MANY_DAYS,
  NO_LESSONS,
  /** More than {@link TimetableLimits#BOOKINGS} lessons in labs, over all days. */
  TOO_MANY_BOOKINGS,

  // one lesson
  COLUMN_COUNT,
  MISSING,
  TOO_LONG,
  CONTROL_CHARACTER,
  TOO_MANY_NAMES,
  /** An id that nothing in the file bears. */
  UNKNOWN_REFERENCE,
  BAD_MASK,
  NOT_PLACED,
  BAD_DAY,
  BAD_DATE,
  BAD_PERIOD,
  BAD_TIME,
  BAD_WEEKS,
  BAD_NUMBER,
  ENDS_BEFORE_START,
  ALL_DAY,
  NO_END,
  OVER_MIDNIGHT,
  UNKNOWN_ZONE,
  BAD_RULE,
  TOO_MANY_DATES,
  /** An event with no date between the first and the last day of the timetable. */
  OUT_OF_RANGE
}
