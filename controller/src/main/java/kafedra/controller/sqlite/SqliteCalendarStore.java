package kafedra.controller.sqlite;

import java.util.Set;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.calendar.CalendarStore;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.roster.RosterChanges;

/** Plans in SQLite (020-calendar.sql). */
public final class SqliteCalendarStore implements CalendarStore {
  private final SqliteWriter writer;
  private final RosterChanges changes;

  public SqliteCalendarStore(SqliteWriter writer, RosterChanges changes) {
    this.writer = writer;
    this.changes = changes;
  }

  @Override
  public PlanChange replace(SchoolId school, int version, SchoolPlan plan) {
    PlanChange came =
        writer.write(db -> {
          int standing = PlanRows.version(db, school);
          return standing == version
              ? new PlanChange.Kept(PlanRows.write(db, school, plan))
              : new PlanChange.Stale(standing);
        });
    if (came instanceof PlanChange.Kept) {
      changes.announce(Set.of(school));
    }
    return came;
  }
}
