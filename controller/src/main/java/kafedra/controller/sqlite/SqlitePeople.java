package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.roster.Credentials;
import kafedra.controller.roster.Credentials.StretchedPin;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.People;
import kafedra.controller.roster.RosterChanges;
import org.jspecify.annotations.Nullable;

/** People in SQLite. */
public final class SqlitePeople implements People {
  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final RosterChanges changes;

  public SqlitePeople(SqliteReaders readers, SqliteWriter writer, RosterChanges changes) {
    this.readers = readers;
    this.writer = writer;
    this.changes = changes;
  }

  @Override
  public List<Member> search(
      Collection<SchoolId> schools, List<String> words, @Nullable GroupId group, int most) {
    StringBuilder sql =
        new StringBuilder("SELECT " + RosterRows.PERSON + " FROM person WHERE school_id IN");
    sql.append(" (SELECT value FROM json_each(?))");
    List<Object> parameters = new ArrayList<>();
    parameters.add(RosterRows.array(schools));
    for (String word : words) {
      sql.append(" AND instr(search, ?) > 0");
      parameters.add(" " + word);
    }
    if (group != null) {
      sql.append(" AND id IN (SELECT person_id FROM group_member WHERE group_id = ?)");
      parameters.add(group.value());
    }
    sql.append(" ORDER BY last_name, first_name, id LIMIT ?");
    parameters.add(most);
    return readers.read(
        db -> Rows.list(db, sql.toString(), RosterRows::member, parameters.toArray()));
  }

  @Override
  public Optional<Member> member(PersonId id) {
    return readers.read(db -> member(db, id));
  }

  private static Optional<Member> member(Connection db, PersonId id) throws SQLException {
    return Rows.find(
        db,
        "SELECT " + RosterRows.PERSON + " FROM person WHERE id = ?",
        RosterRows::member,
        id.value());
  }

  @Override
  public Map<GroupId, Integer> sizes(Collection<GroupId> groups) {
    Map<GroupId, Integer> sizes = new HashMap<>();
    readers.read(db ->
        Rows.list(
            db,
            """
            SELECT group_id, count(*) FROM group_member
            WHERE group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id
            """,
            row -> sizes.put(new GroupId(row.getString(1)), row.getInt(2)),
            RosterRows.array(groups)));
    return sizes;
  }

  @Override
  public Outcome prove(PersonId id, Credentials credentials) {
    Outcome outcome = writer.write(db -> prove(db, id, credentials));
    if (outcome instanceof Outcome.Proven) {
      changes.announce(member(id).map(it -> Set.of(it.person().school())).orElse(Set.of()));
    }
    return outcome;
  }

  private static Outcome prove(Connection db, PersonId id, Credentials wanted) throws SQLException {
    Optional<Member> before = member(db, id);
    if (before.isEmpty()) {
      return new Outcome.NoSuchPerson();
    }
    if (isTaken(db, "SELECT 1 FROM person WHERE number = ? AND id <> ?", wanted.number(), id)) {
      return new Outcome.NumberTaken();
    }
    for (String card : wanted.cards()) {
      if (isTaken(db, "SELECT 1 FROM card WHERE number = ? AND person_id <> ?", card, id)) {
        return new Outcome.CardTaken();
      }
    }
    StretchedPin pin = wanted.pin();
    Rows.change(
        db,
        "UPDATE person SET number = ?, pin_salt = ?, pin_stretched = ? WHERE id = ?",
        wanted.number(),
        pin == null ? null : pin.salt(),
        pin == null ? null : pin.stretched(),
        id.value());
    Rows.change(db, "DELETE FROM card WHERE person_id = ?", id.value());
    for (String card : wanted.cards()) {
      Rows.change(db, "INSERT OR IGNORE INTO card VALUES (?, ?)", card, id.value());
    }
    PersonIndex.refresh(db, List.of(id.value()));
    return new Outcome.Proven();
  }

  private static boolean isTaken(Connection db, String sql, @Nullable String what, PersonId but)
      throws SQLException {
    return what != null && !Rows.list(db, sql, row -> true, what, but.value()).isEmpty();
  }

  @Override
  public void provePins(Map<PersonId, StretchedPin> pins) {
    List<String> schools =
        writer.write(db -> {
          for (Map.Entry<PersonId, StretchedPin> pin : pins.entrySet()) {
            Rows.change(
                db,
                "UPDATE person SET pin_salt = ?, pin_stretched = ? WHERE id = ?",
                pin.getValue().salt(),
                pin.getValue().stretched(),
                pin.getKey().value());
          }
          return Rows.list(
              db,
              """
              SELECT DISTINCT school_id FROM person
              WHERE id IN (SELECT value FROM json_each(?))
              """,
              row -> row.getString(1),
              RosterRows.array(pins.keySet()));
        });
    changes.announce(Set.copyOf(schools.stream().map(SchoolId::new).toList()));
  }
}
