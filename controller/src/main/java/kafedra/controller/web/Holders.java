package kafedra.controller.web;

import java.util.Optional;
import kafedra.controller.booking.Holder;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;

/** For whom a caller may book. */
final class Holders {
  private Holders() {}

  /** People and groups of the caller's schools; what is not theirs does not exist for them. */
  static void requireOwn(Call call, Roster roster, Holder holder) {
    switch (holder) {
      case Holder.OfPerson one -> {
        Optional<Person> person = roster.person(one.person());
        if (person.map(Person::school).filter(call::maySee).isEmpty()) {
          throw Problem.at(ProblemCode.UNKNOWN_PERSON, "person");
        }
      }
      case Holder.OfGroup many -> {
        Optional<Group> group = roster.group(many.group());
        if (group.map(Group::school).filter(call::maySee).isEmpty()) {
          throw Problem.at(ProblemCode.UNKNOWN_GROUP, "group");
        }
      }
      case Holder.Nobody nobody -> {}
    }
  }
}
