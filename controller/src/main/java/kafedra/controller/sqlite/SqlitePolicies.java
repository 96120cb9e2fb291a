package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.Millis;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Policies;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.roster.RosterChanges;

/**
 * Rules of schools in SQLite (024-policy.sql), kept in memory and written through. Kiosks get some
 * of them with their replica, so a change is announced.
 */
public final class SqlitePolicies implements Policies {
  private final SqliteWriter writer;
  private final RosterChanges changes;

  /** Only schools that have set rules: a district has tens. */
  private final Map<SchoolId, PolicySettings> known = new ConcurrentHashMap<>();

  public SqlitePolicies(SqliteReaders readers, SqliteWriter writer, RosterChanges changes) {
    this.writer = writer;
    this.changes = changes;
    readers.read(SqlitePolicies::load).forEach(it -> known.put(it.school(), it));
  }

  @Override
  public PolicySettings of(SchoolId school) {
    PolicySettings settings = known.get(school);
    return settings == null ? PolicySettings.usual(school) : settings;
  }

  @Override
  public Saving save(PolicySettings wanted, String by, Instant at) {
    Saving came = writer.write(db -> save(db, wanted, by, at));
    if (came instanceof Saving.Saved saved) {
      known.merge(
          wanted.school(),
          saved.settings(),
          (old, fresh) -> fresh.version() > old.version() ? fresh : old);
      changes.announce(Set.of(wanted.school()));
    }
    return came;
  }

  private static Saving save(Connection db, PolicySettings wanted, String by, Instant at)
      throws SQLException {
    PolicySettings current = latest(db, wanted.school());
    if (current.version() != wanted.version()) {
      return new Saving.Outdated(current);
    }
    PolicySettings next =
        new PolicySettings(
            wanted.school(), current.version() + 1, wanted.forces(), wanted.numbers());
    int rows =
        Rows.change(
            db,
            "INSERT INTO policy_version VALUES (?, ?, ?, ?)",
            next.school().value(),
            next.version(),
            Millis.of(at).toEpochMilli(),
            by);
    for (PolicyName name : PolicyName.values()) {
      rows += insert(db, "policy_force", next, name.name(), next.force(name).name());
    }
    for (PolicyNumber number : PolicyNumber.values()) {
      rows += insert(db, "policy_number", next, number.name(), next.number(number));
    }
    if (rows != 1 + PolicyName.values().length + PolicyNumber.values().length) {
      throw new IllegalStateException(
          rows + " rows were written for the rules of " + next.school());
    }
    return new Saving.Saved(next);
  }

  private static int insert(
      Connection db, String table, PolicySettings of, String name, Object value)
      throws SQLException {
    return Rows.change(
        db,
        "INSERT INTO " + table + " VALUES (?, ?, ?, ?)",
        of.school().value(),
        of.version(),
        name,
        value);
  }

  private static List<PolicySettings> load(Connection db) throws SQLException {
    List<SchoolId> schools =
        Rows.list(
            db,
            "SELECT DISTINCT school FROM policy_version",
            row -> new SchoolId(row.getString(1)));
    List<PolicySettings> all = new ArrayList<>();
    for (SchoolId school : schools) {
      all.add(latest(db, school));
    }
    return all;
  }

  /**
   * Reads leniently: a rule or number that a later program knew and this one does not is passed
   * over, and one that has left its range holds as usual. A downgrade must not keep a district from
   * starting.
   */
  private static PolicySettings latest(Connection db, SchoolId school) throws SQLException {
    int version =
        Rows.find(
                db,
                "SELECT coalesce(max(version), 0) FROM policy_version WHERE school = ?",
                row -> row.getInt(1),
                school.value())
            .orElse(0);
    Map<PolicyName, Force> forces = new EnumMap<>(PolicyName.class);
    for (var row :
        Rows.list(
            db,
            "SELECT policy, force FROM policy_force WHERE school = ? AND version = ?",
            it -> Map.entry(it.getString(1), Force.valueOf(it.getString(2))),
            school.value(),
            version)) {
      Arrays.stream(PolicyName.values())
          .filter(name -> name.name().equals(row.getKey()) && name.allows(row.getValue()))
          .forEach(name -> forces.put(name, row.getValue()));
    }
    Map<PolicyNumber, Integer> numbers = new EnumMap<>(PolicyNumber.class);
    for (var row :
        Rows.list(
            db,
            "SELECT number, value FROM policy_number WHERE school = ? AND version = ?",
            it -> Map.entry(it.getString(1), it.getInt(2)),
            school.value(),
            version)) {
      Arrays.stream(PolicyNumber.values())
          .filter(number -> number.name().equals(row.getKey()) && number.allows(row.getValue()))
          .forEach(number -> numbers.put(number, row.getValue()));
    }
    return new PolicySettings(school, version, forces, numbers);
  }
}
