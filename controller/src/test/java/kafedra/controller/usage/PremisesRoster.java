package kafedra.controller.usage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterListener;

/** A roster of rooms without people. */
final class PremisesRoster implements Roster {
  private final Premises premises;

  PremisesRoster(Premises premises) {
    this.premises = premises;
  }

  @Override
  public Premises premises() {
    return premises;
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return Optional.empty();
  }

  @Override
  public Map<PersonId, Person> people(Collection<PersonId> ids) {
    return Map.of();
  }

  @Override
  public Optional<Group> group(GroupId id) {
    return Optional.empty();
  }

  @Override
  public Map<GroupId, Group> groups(Collection<GroupId> ids) {
    return Map.of();
  }

  @Override
  public List<Group> groupsOf(SchoolId school) {
    return List.of();
  }

  @Override
  public List<Person> peopleIn(GroupId group) {
    return List.of();
  }

  @Override
  public List<Member> membersOf(SchoolId school) {
    return List.of();
  }

  @Override
  public List<Member> membersIn(GroupId group) {
    return List.of();
  }

  @Override
  public void onChange(RosterListener listener) {
    // these premises never change
  }
}
