package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

/**
 * The roster in SQLite. The premises are kept in memory and read anew at each change; people and
 * groups that are asked for one by one are remembered until then.
 */
public final class SqliteRoster implements Roster {
  /** People, and groups, remembered at the most: those of a day in a large district. */
  static final int REMEMBERED = 20_000;

  private final SqliteReaders readers;
  private final RosterChanges changes;
  private final Remembered<PersonId, Person> people = new Remembered<>(REMEMBERED);
  private final Remembered<GroupId, Group> groups = new Remembered<>(REMEMBERED);
  private volatile Premises premises;

  /** Made before anybody else listens to {@code changes}, so that others find the new premises. */
  public SqliteRoster(SqliteReaders readers, RosterChanges changes) {
    this.readers = readers;
    this.changes = changes;
    this.premises = readers.read(SqliteRoster::load);
    changes.onChange(change -> readAnew());
  }

  private void readAnew() {
    premises = readers.read(SqliteRoster::load);
    people.forgetAll();
    groups.forgetAll();
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
    return people.find(id, this::readPerson);
  }

  private Optional<Person> readPerson(PersonId id) {
    return readers.read(db ->
        Rows.find(
            db,
            "SELECT " + RosterRows.PERSON + " FROM person WHERE id = ?",
            RosterRows::person,
            id.value()));
  }

  @Override
  public Map<PersonId, Person> people(Collection<PersonId> ids) {
    return all(people, ids, this::readPeople);
  }

  private Map<PersonId, Person> readPeople(Collection<PersonId> ids) {
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
    return groups.find(id, this::readGroup);
  }

  private Optional<Group> readGroup(GroupId id) {
    return readers.read(db ->
        Rows.find(db, "SELECT * FROM learning_group WHERE id = ?", RosterRows::group, id.value()));
  }

  @Override
  public Map<GroupId, Group> groups(Collection<GroupId> ids) {
    return all(groups, ids, this::readGroups);
  }

  private Map<GroupId, Group> readGroups(Collection<GroupId> ids) {
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

  /** From memory as far as it goes, the rest from the database in one question. */
  private static <K, V> Map<K, V> all(
      Remembered<K, V> remembered, Collection<K> ids, Function<Collection<K>, Map<K, V>> reading) {
    Map<K, V> found = new HashMap<>();
    List<K> rest = new ArrayList<>();
    for (K id : ids) {
      V known = remembered.inMemory(id);
      if (known == null) {
        rest.add(id);
      } else {
        found.put(id, known);
      }
    }
    if (!rest.isEmpty()) {
      long began = remembered.changes();
      Map<K, V> read = reading.apply(rest);
      read.forEach((id, value) -> remembered.keep(id, value, began));
      found.putAll(read);
    }
    return found;
  }

  private static <K, V> Map<K, V> byKey(List<V> all, Function<V, K> key) {
    return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}
