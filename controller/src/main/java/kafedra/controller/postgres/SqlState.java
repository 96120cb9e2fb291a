package kafedra.controller.postgres;

import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL means by the states of its errors. */
final class SqlState {
  private static final Set<String> PROMISED = Set.of("23P01", "23505");
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String COMPLETION_UNKNOWN = "40003";

  private SqlState() {}

  private static String of(SQLException failed) {
    return failed.getSQLState() == null ? "" : failed.getSQLState();
  }

  /** A row is in the way: an overlap, or an id that is taken. */
  static boolean isInTheWay(SQLException failed) {
    return PROMISED.contains(of(failed));
  }

  /** Two transactions met; done again, the same work may well succeed. */
  static boolean isWorthAnotherTry(SQLException failed) {
    return of(failed).startsWith("40") || of(failed).equals(LOCK_NOT_AVAILABLE);
  }

  /** Something of the content, which would fail again; other work of the group may be kept. */
  static boolean isOfTheContent(SQLException failed) {
    return of(failed).startsWith("22") || of(failed).startsWith("23");
  }

  /** A commit that failed so has surely kept nothing. */
  static boolean isSurelyUndone(SQLException failed) {
    return of(failed).startsWith("23")
        || (of(failed).startsWith("40") && !of(failed).equals(COMPLETION_UNKNOWN));
  }
}
