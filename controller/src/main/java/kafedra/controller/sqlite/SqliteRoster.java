package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.roster.RosterListener;

/** The roster in SQLite. The premises are kept in memory and read anew at each change. */
public final class SqliteRoster implements Roster {
  private final SqliteReaders readers;
  private final RosterChanges changes;
  private volatile Premises premises;

  /** Made before anybody else listens to {@code changes}, so that others find the new premises. */
  public SqliteRoster(SqliteReaders readers, RosterChanges changes) {
    this.readers = readers;
    this.changes = changes;
    this.premises = readers.read(SqliteRoster::load);
    changes.onChange(change -> premises = readers.read(SqliteRoster::load));
  }

  private static Premises load(Connection db) throws SQLException {
    return new Premises(
        Rows.list(db, "SELECT * FROM school WHERE present = 1", RosterRows::school),
        Rows.list(db, "SELECT * FROM building WHERE present = 1", RosterRows::building),
        Rows.list(
            db,
            """
            SELECT lab.*, school_id FROM lab JOIN building ON building.id = building_id
            WHERE lab.present = 1
            """,
            RosterRows::lab),
        Rows.list(db, "SELECT * FROM workstation WHERE present = 1", RosterRows::workstation),
        Rows.list(db, "SELECT * FROM building WHERE present = 1", RosterRows::kiosk));
  }

  @Override
  public Premises premises() {
    return premises;
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return readers.read(db ->
        Rows.find(
            db,
            "SELECT " + RosterRows.PERSON + " FROM person WHERE id = ?",
            RosterRows::person,
            id.value()));
  }

  @Override
  public Map<PersonId, Person> people(Collection<PersonId> ids) {
    return readers.read(db ->
        byKey(
            Rows.list(
                db,
                "SELECT "
                    + RosterRows.PERSON
                    + " FROM person WHERE id IN (SELECT value FROM json_each(?))",
                RosterRows::person,
                RosterRows.array(ids)),
            Person::id));
  }

  @Override
  public Optional<Group> group(GroupId id) {
    return readers.read(db ->
        Rows.find(db, "SELECT * FROM learning_group WHERE id = ?", RosterRows::group, id.value()));
  }

  @Override
  public Map<GroupId, Group> groups(Collection<GroupId> ids) {
    return readers.read(db ->
        byKey(
            Rows.list(
                db,
                "SELECT * FROM learning_group WHERE id IN (SELECT value FROM json_each(?))",
                RosterRows::group,
                RosterRows.array(ids)),
            Group::id));
  }

  @Override
  public List<Group> groupsOf(SchoolId school) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT * FROM learning_group WHERE school_id = ? ORDER BY name",
            RosterRows::group,
            school.value()));
  }

  @Override
  public List<Person> peopleIn(GroupId group) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT "
                + RosterRows.PERSON
                + """
                 FROM group_member JOIN person ON person.id = person_id
                 WHERE group_id = ? ORDER BY last_name, first_name, person.id
                """,
            RosterRows::person,
            group.value()));
  }

  @Override
  public List<Member> membersOf(SchoolId school) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT " + RosterRows.PERSON + " FROM person WHERE school_id = ? ORDER BY id",
            RosterRows::member,
            school.value()));
  }

  @Override
  public List<Member> membersIn(GroupId group) {
    return readers.read(db ->
        Rows.list(
            db,
            "SELECT "
                + RosterRows.PERSON
                + """
                 FROM group_member JOIN person ON person.id = person_id
                 WHERE group_id = ? ORDER BY person.id
                """,
            RosterRows::member,
            group.value()));
  }

  @Override
  public void onChange(RosterListener listener) {
    changes.onChange(listener);
  }

  private static <K, V> Map<K, V> byKey(List<V> all, Function<V, K> key) {
    return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}
