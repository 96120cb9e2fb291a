package kafedra.controller.roster;

import java.util.List;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sit at a workstation.
 *
 * @param school the person's own school
 * @param username unique in the district; as in Moodle
 * @param grade 1 to 12; null for adults
 * @param groups class and subject groups, by id
 */
public record Person(
    PersonId id,
    SchoolId school,
    String username,
    String firstName,
    String lastName,
    @Nullable Integer grade,
    Role role,
    List<GroupId> groups) {
  public Person {
    groups = List.copyOf(groups);
  }

  /** Last name first, as lists in schools are sorted. */
  public String name() {
    return lastName + " " + firstName;
  }

  /** What the kiosk calls the person: first name and the initial of the last. */
  public String greeting() {
    return firstName + " " + lastName.substring(0, lastName.offsetByCodePoints(0, 1)) + ".";
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
