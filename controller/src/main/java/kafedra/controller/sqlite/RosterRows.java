package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Credentials;
import kafedra.controller.roster.Credentials.StretchedPin;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.School;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/** How rows of 001-roster.sql read as the roster's types. */
final class RosterRows {
  /** Columns of a person; the table is called {@code person}. */
  static final String PERSON =
      """
      person.id, person.school_id, username, first_name, last_name, grade, role, number, pin_salt,
      pin_stretched,
      (SELECT group_concat(group_id) FROM group_member WHERE person_id = person.id) AS groups,
      (SELECT group_concat(number) FROM card WHERE person_id = person.id) AS cards
      """;

  private RosterRows() {}

  static School school(ResultSet row) throws SQLException {
    return new School(
        new SchoolId(row.getString("id")), row.getString("name"), ZoneId.of(row.getString("zone")));
  }

  static Building building(ResultSet row) throws SQLException {
    return new Building(
        new BuildingId(row.getString("id")),
        new SchoolId(row.getString("school_id")),
        row.getString("name"),
        row.getString("village"),
        new KioskId(row.getString("kiosk_id")),
        row.getInt("criterion_kbps"));
  }

  static KioskAccount kiosk(ResultSet row) throws SQLException {
    return new KioskAccount(
        new KioskId(row.getString("kiosk_id")),
        new BuildingId(row.getString("id")),
        row.getString("kiosk_secret"),
        row.getString("pepper"));
  }

  static Lab lab(ResultSet row) throws SQLException {
    return new Lab(
        new LabId(row.getString("id")),
        new BuildingId(row.getString("building_id")),
        new SchoolId(row.getString("school_id")),
        row.getString("name"));
  }

  static Workstation workstation(ResultSet row) throws SQLException {
    return new Workstation(
        new WorkstationId(row.getString("id")),
        new LabId(row.getString("lab_id")),
        row.getString("label"),
        row.getInt("plan_row"),
        row.getInt("plan_column"),
        words(row.getString("features")).map(Feature::valueOf).toList(),
        Service.valueOf(row.getString("service")));
  }

  static Group group(ResultSet row) throws SQLException {
    return new Group(
        new GroupId(row.getString("id")),
        new SchoolId(row.getString("school_id")),
        row.getString("name"),
        Group.Kind.valueOf(row.getString("kind")));
  }

  static Person person(ResultSet row) throws SQLException {
    int grade = row.getInt("grade");
    return new Person(
        new PersonId(row.getString("id")),
        new SchoolId(row.getString("school_id")),
        row.getString("username"),
        row.getString("first_name"),
        row.getString("last_name"),
        grade == 0 ? null : Integer.valueOf(grade),
        Role.valueOf(row.getString("role")),
        words(row.getString("groups")).sorted().map(GroupId::new).toList());
  }

  static Member member(ResultSet row) throws SQLException {
    String salt = row.getString("pin_salt");
    return new Member(
        person(row),
        new Credentials(
            row.getString("number"),
            salt == null ? null : new StretchedPin(salt, row.getString("pin_stretched")),
            words(row.getString("cards")).sorted().toList()));
  }

  /** A JSON array for {@code json_each}; ids need no escapes. */
  static String array(Collection<?> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
  }

  private static Stream<String> words(@Nullable String joined) {
    return joined == null || joined.isEmpty() ? Stream.of() : List.of(joined.split(",")).stream();
  }
}
