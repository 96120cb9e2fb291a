package kafedra.controller.sqlite;

import java.util.Set;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.roster.SeatService;

/** Service of seats in SQLite (001-roster.sql). */
public final class SqliteSeatService implements SeatService {
  private static final String SCHOOL =
      """
      SELECT b.school_id FROM workstation w JOIN lab l ON l.id = w.lab_id
      JOIN building b ON b.id = l.building_id WHERE w.id = ?
      """;

  private final SqliteWriter writer;
  private final RosterChanges changes;

  public SqliteSeatService(SqliteWriter writer, RosterChanges changes) {
    this.writer = writer;
    this.changes = changes;
  }

  @Override
  public void set(WorkstationId workstation, Service service) {
    Set<SchoolId> concerned =
        writer.write(db -> {
          int _ =
              Rows.change(
                  db,
                  "UPDATE workstation SET service = ? WHERE id = ?",
                  service.name(),
                  workstation.value());
          return Set.copyOf(
              Rows.list(db, SCHOOL, row -> new SchoolId(row.getString(1)), workstation.value()));
        });
    changes.announce(concerned);
  }
}
