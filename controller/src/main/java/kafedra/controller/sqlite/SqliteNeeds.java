package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.Needs;

/** Needs in SQLite (024-policy.sql), kept in memory: few people have one. */
public final class SqliteNeeds implements Needs {
  private final SqliteWriter writer;
  private final Map<PersonId, Set<Need>> known = new ConcurrentHashMap<>();

  public SqliteNeeds(SqliteReaders readers, SqliteWriter writer) {
    this.writer = writer;
    readers
        .read(db ->
            Rows.list(
                db,
                "SELECT person, need FROM person_need",
                row -> Map.entry(new PersonId(row.getString(1)), Need.valueOf(row.getString(2)))))
        .forEach(row -> known.merge(row.getKey(), Set.of(row.getValue()), SqliteNeeds::both));
  }

  private static Set<Need> both(Set<Need> one, Set<Need> other) {
    Set<Need> all = EnumSet.copyOf(one);
    all.addAll(other);
    return Set.copyOf(all);
  }

  @Override
  public Set<Need> of(PersonId person) {
    return known.getOrDefault(person, Set.of());
  }

  @Override
  public synchronized void set(PersonId person, Set<Need> needs) {
    int _ = writer.write(db -> replace(db, person, needs));
    if (needs.isEmpty()) {
      known.remove(person);
    } else {
      known.put(person, Set.copyOf(needs));
    }
  }

  private static int replace(Connection db, PersonId person, Set<Need> needs) throws SQLException {
    int rows = Rows.change(db, "DELETE FROM person_need WHERE person = ?", person.value());
    for (Need need : needs) {
      rows += Rows.change(db, "INSERT INTO person_need VALUES (?, ?)", person.value(), need.name());
    }
    return rows;
  }
}
