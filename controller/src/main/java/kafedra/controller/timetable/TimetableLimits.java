package kafedra.controller.timetable;

/** How large a timetable file and what it holds may be. */
public final class TimetableLimits {
  /** Bytes of a file. A school of 60 classes writes about 1.2 MB from aSc Timetables. */
  public static final int FILE_BYTES = 5 * 1024 * 1024;

  /** Lessons of a file, double ones counted once for each period. */
  public static final int LESSONS = 20_000;

  /** Letters of a name. */
  public static final int NAME = 200;

  /** Names of one kind that one lesson may bear, such as the teachers of a meeting. */
  public static final int NAMES = 300;

  /** Problems that are told of one file; more are only counted. */
  public static final int PROBLEMS = 200;

  /** Days of a school year. */
  public static final int DAYS = 366;

  /** Dates of one repeated event. */
  public static final int DATES = 366;

  /** Bookings of one timetable: three labs, eight lessons a day, six days, 35 weeks are 5,040. */
  public static final int BOOKINGS = 10_000;

  private TimetableLimits() {}
}
