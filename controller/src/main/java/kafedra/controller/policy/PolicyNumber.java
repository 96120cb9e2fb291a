package kafedra.controller.policy;

/**
 * Every number that a school can set, with its unit, its range and what holds if nothing is said.
 */
public enum PolicyNumber {
  /** Of grade 12 and of adults, whom the norm leaves out; 0 is no limit. */
  ADULT_SITTING(PolicyName.SCREEN_SITTING, Unit.MINUTES, 0, 480, 0),
  /** As above, for a day. */
  ADULT_DAY(PolicyName.SCREEN_DAY, Unit.MINUTES, 0, 720, 0),
  DAILY_MINUTES(PolicyName.DAILY_QUOTA, Unit.MINUTES, 5, 720, 120),
  WEEKLY_MINUTES(PolicyName.WEEKLY_QUOTA, Unit.MINUTES, 5, 5_040, 480),
  OPEN_MOST(PolicyName.OPEN_BOOKINGS, Unit.BOOKINGS, 1, 100, 5),
  /** Kiosks know the bookings of 14 days. */
  DAYS_MOST(PolicyName.DAYS_AHEAD, Unit.DAYS, 0, 366, 14),
  GAP_LEAST(PolicyName.GAP, Unit.MINUTES, 1, 480, 10),
  NO_SHOWS(PolicyName.NO_SHOW_BAN, Unit.TIMES, 1, 20, 3),
  NO_SHOW_DAYS(PolicyName.NO_SHOW_BAN, Unit.DAYS, 1, 180, 30),
  BAN_DAYS(PolicyName.NO_SHOW_BAN, Unit.DAYS, 1, 90, 7),
  /** Before the start, when kept seats that nobody took are for everybody. */
  KEPT_UNTIL(PolicyName.NEED, Unit.MINUTES, 0, 1_440, 60),
  /** Beyond the days of {@link #DAYS_MOST}. */
  HEAD_START(PolicyName.NEED, Unit.DAYS, 0, 60, 7),
  /** Of purposes: the greater takes the seats of the less. */
  RANK_LESSON(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 8),
  RANK_EXAM_PREPARATION(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 6),
  RANK_MISSED_LESSON(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 6),
  RANK_EVENT(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 7),
  RANK_WEBINAR(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 7),
  RANK_MAINTENANCE(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 4),
  RANK_ELECTIVE(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 5),
  RANK_PROJECT(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 3),
  RANK_SELF_STUDY(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 2),
  RANK_OTHER(PolicyName.PURPOSE_ORDER, Unit.RANK, 1, 9, 1),
  QUEUE_STOPS(PolicyName.EXTENSION_STOP, Unit.PEOPLE, 1, 20, 1),
  CALL_HELD(PolicyName.CALL_RELEASE, Unit.MINUTES, 1, 15, 3);

  /** What is counted. */
  public enum Unit {
    MINUTES,
    DAYS,
    TIMES,
    BOOKINGS,
    RANK,
    PEOPLE
  }

  private final PolicyName policy;
  private final Unit unit;
  private final int least;
  private final int most;
  private final int usual;

  PolicyNumber(PolicyName policy, Unit unit, int least, int most, int usual) {
    this.policy = policy;
    this.unit = unit;
    this.least = least;
    this.most = most;
    this.usual = usual;
  }

  public PolicyName policy() {
    return policy;
  }

  public Unit unit() {
    return unit;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  /** What holds for a school that has said nothing. */
  public int usual() {
    return usual;
  }

  public boolean allows(int value) {
    return value >= least && value <= most;
  }
}
