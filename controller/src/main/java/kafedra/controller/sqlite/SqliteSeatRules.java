package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.SeatRule;
import kafedra.controller.policy.SeatRules;
import kafedra.controller.roster.RosterChanges;

/** Rules of seats in SQLite, kept in memory and read anew when the district changes. */
public final class SqliteSeatRules implements SeatRules {
  private volatile Map<WorkstationId, SeatRule> rules;

  public SqliteSeatRules(SqliteReaders readers, RosterChanges changes) {
    this.rules = readers.read(SqliteSeatRules::load);
    changes.onChange(change -> rules = readers.read(SqliteSeatRules::load));
  }

  @Override
  public SeatRule of(WorkstationId seat) {
    SeatRule rule = rules.get(seat);
    return rule == null ? SeatRule.none(seat) : rule;
  }

  private static Map<WorkstationId, SeatRule> load(Connection db) throws SQLException {
    return Rows.list(db, "SELECT * FROM seat_rule", SqliteSeatRules::rule).stream()
        .collect(Collectors.toUnmodifiableMap(SeatRule::seat, Function.identity()));
  }

  private static SeatRule rule(ResultSet row) throws SQLException {
    String kept = row.getString("kept_for");
    return new SeatRule(
        new WorkstationId(row.getString("workstation")),
        row.getInt("first_grade"),
        row.getInt("last_grade"),
        kept == null ? null : Need.valueOf(kept));
  }

  /** Makes the rules just these, within the transaction of the district. */
  static void replace(Connection db, List<SeatRule> rules) throws SQLException {
    int _ = Rows.change(db, "DELETE FROM seat_rule");
    for (SeatRule rule : rules) {
      int _ =
          Rows.change(
              db,
              "INSERT INTO seat_rule VALUES (?, ?, ?, ?)",
              rule.seat().value(),
              rule.firstGrade(),
              rule.lastGrade(),
              rule.keptFor().map(Need::name).orElse(null));
    }
  }
}
