package kafedra.controller.roster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;

/** What the other features ask of the roster. All answers are of the last commit. */
public interface Roster {
  /** The premises as they are now; the same object until they change. */
  Premises premises();

  Optional<Person> person(PersonId id);

  /** Those of the given people that exist. */
  Map<PersonId, Person> people(Collection<PersonId> ids);

  Optional<Group> group(GroupId id);

  /** Those of the given groups that exist. */
  Map<GroupId, Group> groups(Collection<GroupId> ids);

  List<Group> groupsOf(SchoolId school);

  /** The people of a group, by name. */
  List<Person> peopleIn(GroupId group);

  /** The people of a school with what proves them, by id. */
  List<Member> membersOf(SchoolId school);

  /** The people of a group with what proves them, by id, whatever their school. */
  List<Member> membersIn(GroupId group);

  void onChange(RosterListener listener);
}
