package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.Health;
import kafedra.contract.message.Inventory;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of records and writes them statement by statement. Rows of one statement keep
 * their order, and statements commute: each sets columns of its own, or the greater of two totals.
 */
final class RecordRows {
  /** Where a record comes from. */
  record Origin(KioskId kiosk, BuildingId building, SchoolId school) {}

  private static final String JOURNAL =
      "INSERT INTO site_record (stream, number, type, at) VALUES (?, ?, ?, ?)";

  // A kiosk changes sessions of its own only, whatever ids it sends.
  private static final String STARTED =
      """
      INSERT INTO session (id, kiosk, building, school, lab, workstation, person, booking, method,
                           started_at, clock, planned_end, planned_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?10)
      ON CONFLICT (id) DO UPDATE SET
        lab = excluded.lab, workstation = excluded.workstation, person = excluded.person,
        booking = excluded.booking, method = excluded.method, started_at = excluded.started_at,
        clock = excluded.clock,
        planned_end = coalesce(session.planned_end, excluded.planned_end),
        planned_at = coalesce(session.planned_at, excluded.planned_at)
      WHERE session.kiosk = excluded.kiosk
      """;

  private static final String EXTENDED =
      """
      INSERT INTO session (id, kiosk, building, school, planned_end, planned_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (id) DO UPDATE SET
        planned_end = excluded.planned_end, planned_at = excluded.planned_at
      WHERE session.kiosk = excluded.kiosk
      """;

  private static final String USED =
      """
      INSERT INTO session (id, kiosk, building, school, signed_in_ms, active_ms)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (id) DO UPDATE SET
        signed_in_ms = max(session.signed_in_ms, excluded.signed_in_ms),
        active_ms = max(session.active_ms, excluded.active_ms)
      WHERE session.kiosk = excluded.kiosk
      """;

  private static final String ENDED =
      """
      INSERT INTO session (id, kiosk, building, school, signed_in_ms, active_ms, ended_at, reason)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT (id) DO UPDATE SET
        signed_in_ms = max(session.signed_in_ms, excluded.signed_in_ms),
        active_ms = max(session.active_ms, excluded.active_ms),
        ended_at = excluded.ended_at, reason = excluded.reason
      WHERE session.kiosk = excluded.kiosk
      """;

  private static final String LINE =
      "INSERT OR IGNORE INTO line_window VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SEAT_CHANGED =
      "INSERT OR IGNORE INTO seat_change VALUES (?, ?, ?, ?)";
  private static final String SEAT_CHECKED =
      "INSERT OR IGNORE INTO seat_check VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SEAT_MACHINE =
      """
      INSERT INTO seat_machine VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (workstation) DO UPDATE SET at = excluded.at, system = excluded.system,
        version = excluded.version, found = coalesce(excluded.found, found),
        disk = coalesce(excluded.disk, disk), updates = coalesce(excluded.updates, updates),
        address = coalesce(excluded.address, address)
      WHERE excluded.at >= seat_machine.at
      """;
  private static final String SEAT_TAMPERED =
      "INSERT OR IGNORE INTO seat_tampered VALUES (?, ?, ?, ?)";
  private static final String REFUSED =
      "INSERT OR IGNORE INTO demand_refused VALUES (?, ?, ?, ?, ?)";

  private static final String FAULT =
      "INSERT OR IGNORE INTO seat_fault (workstation, at, number, kind) VALUES (?, ?, ?, ?)";

  private static final String MOODS =
      "INSERT OR IGNORE INTO mood VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String CODE_USED =
      """
      UPDATE entry_code SET used_at = ?1
      WHERE building = ?2 AND verifier = ?3 AND used_at IS NULL
      """;

  private static final String WAITED =
      "INSERT OR IGNORE INTO queue_wait VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final WriterStatements statements;
  private final Map<String, PreparedStatement> used = new LinkedHashMap<>();

  RecordRows(Connection connection, WriterStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  /** The statement, and a promise to run its batch at {@link #write}. */
  private PreparedStatement batch(String sql) throws SQLException {
    PreparedStatement known = used.get(sql);
    if (known == null) {
      known = statements.of(connection, sql);
      known.clearBatch(); // of a piece of work that failed
      used.put(sql, known);
    }
    return known;
  }

  /** Writes all that was gathered. */
  void write() throws SQLException {
    for (PreparedStatement statement : used.values()) {
      int[] _ = statement.executeBatch();
    }
    used.clear();
  }

  void journal(long stream, long number, SiteRecord siteRecord) throws SQLException {
    PreparedStatement row = batch(JOURNAL);
    row.setLong(1, stream);
    row.setLong(2, number);
    row.setString(3, siteRecord.getClass().getSimpleName());
    row.setLong(4, wall(siteRecord.at()));
    row.addBatch();
  }

  void started(Origin origin, Optional<LabId> lab, SiteRecord.SessionStarted it)
      throws SQLException {
    PreparedStatement row = session(STARTED, it.session().value(), origin);
    row.setString(5, lab.map(LabId::value).orElse(null));
    row.setString(6, it.workstation().value());
    row.setString(7, it.person().value());
    row.setString(8, it.booking() == null ? null : it.booking().value());
    row.setString(9, it.method().name());
    row.setLong(10, wall(it.at()));
    row.setString(11, it.at().trust().name());
    row.setLong(12, it.plannedEnd().toEpochMilli());
    row.addBatch();
  }

  void extended(Origin origin, SiteRecord.SessionExtended it) throws SQLException {
    PreparedStatement row = session(EXTENDED, it.session().value(), origin);
    row.setLong(5, it.plannedEnd().toEpochMilli());
    row.setLong(6, wall(it.at()));
    row.addBatch();
  }

  void used(Origin origin, SiteRecord.SessionUsed it) throws SQLException {
    PreparedStatement row = session(USED, it.session().value(), origin);
    row.setLong(5, it.signedIn().toMillis());
    row.setLong(6, it.active().toMillis());
    row.addBatch();
  }

  void ended(Origin origin, SiteRecord.SessionEnded it) throws SQLException {
    PreparedStatement row = session(ENDED, it.session().value(), origin);
    row.setLong(5, it.signedIn().toMillis());
    row.setLong(6, it.active().toMillis());
    row.setLong(7, wall(it.at()));
    row.setString(8, it.reason().name());
    row.addBatch();
  }

  private PreparedStatement session(String sql, String id, Origin origin) throws SQLException {
    PreparedStatement row = batch(sql);
    row.setString(1, id);
    row.setString(2, origin.kiosk().value());
    row.setString(3, origin.building().value());
    row.setString(4, origin.school().value());
    return row;
  }

  void line(Origin origin, long number, SiteRecord.LineMeasured it) throws SQLException {
    PreparedStatement row = batch(LINE);
    row.setString(1, origin.building().value());
    row.setLong(2, wall(it.at()));
    row.setLong(3, number);
    row.setLong(4, it.window().toMillis());
    row.setString(5, it.method().name());
    row.setInt(6, it.downKbps());
    row.setInt(7, it.upKbps());
    row.setInt(8, it.peakDownKbps());
    setMillis(row, 9, it.roundTrip());
    row.addBatch();
  }

  void changed(long number, SiteRecord.SeatChanged it) throws SQLException {
    PreparedStatement row = batch(SEAT_CHANGED);
    row.setString(1, it.workstation().value());
    row.setLong(2, wall(it.at()));
    row.setLong(3, number);
    row.setString(4, it.condition().name());
    row.addBatch();
  }

  void moods(Origin origin, long number, SiteRecord.MoodsCounted it) throws SQLException {
    PreparedStatement row = batch(MOODS);
    row.setString(1, origin.building().value());
    row.setString(2, origin.school().value());
    row.setLong(3, wall(it.at()));
    row.setLong(4, number);
    row.setString(5, it.first().toString());
    row.setString(6, it.last().toString());
    row.setInt(7, it.good());
    row.setInt(8, it.soSo());
    row.setInt(9, it.bad());
    row.addBatch();
  }

  void codeUsed(Origin origin, SiteRecord.CodeUsed it) throws SQLException {
    PreparedStatement row = batch(CODE_USED);
    row.setLong(1, wall(it.at()));
    row.setString(2, origin.building().value());
    row.setString(3, it.verifier());
    row.addBatch();
  }

  void fault(long number, SiteRecord.FaultReported it) throws SQLException {
    PreparedStatement row = batch(FAULT);
    row.setString(1, it.workstation().value());
    row.setLong(2, wall(it.at()));
    row.setLong(3, number);
    row.setString(4, it.kind().name());
    row.addBatch();
  }

  void checked(long number, SiteRecord.WorkstationChecked it) throws SQLException {
    PreparedStatement row = batch(SEAT_CHECKED);
    Health health = it.health();
    row.setString(1, it.workstation().value());
    row.setLong(2, wall(it.at()));
    row.setLong(3, number);
    row.setInt(4, health.cpuPermille());
    row.setInt(5, health.memoryUsedMb());
    row.setInt(6, health.memoryTotalMb());
    row.setInt(7, health.diskFreeMb());
    row.setInt(8, health.diskTotalMb());
    row.setInt(9, health.receivedKbps());
    row.setInt(10, health.sentKbps());
    Integer celsius = health.temperatureC();
    if (celsius == null) {
      row.setNull(11, Types.INTEGER);
    } else {
      row.setInt(11, celsius);
    }
    row.addBatch();
    machine(it);
  }

  /** Older kiosks do not tell it. */
  private void machine(SiteRecord.WorkstationChecked it) throws SQLException {
    if (it.system() == null || it.version() == null) {
      return;
    }
    PreparedStatement row = batch(SEAT_MACHINE);
    Optional<Inventory> inventory = Optional.ofNullable(it.inventory());
    row.setString(1, it.workstation().value());
    row.setLong(2, wall(it.at()));
    row.setString(3, it.system());
    row.setString(4, it.version());
    row.setString(
        5,
        inventory
            .map(known -> known.found().stream().map(Enum::name).collect(Collectors.joining(",")))
            .orElse(null));
    row.setString(6, inventory.map(known -> known.disk().name()).orElse(null));
    row.setObject(7, inventory.map(Inventory::updates).orElse(null));
    row.setString(8, inventory.map(Inventory::address).orElse(null));
    row.addBatch();
  }

  void tampered(SiteRecord.SeatTampered it) throws SQLException {
    PreparedStatement row = batch(SEAT_TAMPERED);
    row.setString(1, it.id());
    row.setString(2, it.workstation().value());
    row.setLong(3, wall(it.at()));
    row.setString(4, it.kind().name());
    row.addBatch();
  }

  void refused(Origin origin, long number, SiteRecord.DemandRefused it) throws SQLException {
    PreparedStatement row = batch(REFUSED);
    row.setString(1, origin.building().value());
    row.setString(2, origin.school().value());
    row.setLong(3, wall(it.at()));
    row.setLong(4, number);
    row.setString(5, it.reason().name());
    row.addBatch();
  }

  void waited(Origin origin, long number, SiteRecord.TicketClosed it) throws SQLException {
    PreparedStatement row = batch(WAITED);
    row.setString(1, origin.building().value());
    row.setString(2, origin.school().value());
    row.setString(3, it.lab() == null ? null : it.lab().value());
    row.setLong(4, wall(it.at()));
    row.setLong(5, number);
    row.setLong(6, it.drawnAt().toEpochMilli());
    setMillis(row, 7, it.stated());
    setMillis(row, 8, it.waited());
    row.setString(9, it.fate().name());
    row.addBatch();
  }

  private static long wall(Stamp at) {
    return at.wall().toEpochMilli();
  }

  private static void setMillis(PreparedStatement row, int index, @Nullable Duration length)
      throws SQLException {
    if (length == null) {
      row.setNull(index, Types.INTEGER);
    } else {
      row.setLong(index, length.toMillis());
    }
  }
}
