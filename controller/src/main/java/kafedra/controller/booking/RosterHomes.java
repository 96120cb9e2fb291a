package kafedra.controller.booking;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.SchoolId;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;

/** The holders' schools as the roster has them, remembered until it changes. */
public final class RosterHomes implements Facts.Homes {
  private final Roster roster;
  private final Map<Holder, Optional<SchoolId>> known = new ConcurrentHashMap<>();

  public RosterHomes(Roster roster) {
    this.roster = roster;
    roster.onChange(change -> known.clear());
  }

  @Override
  public Optional<SchoolId> of(Holder holder) {
    Optional<SchoolId> remembered = known.get(holder);
    if (remembered != null) {
      return remembered;
    }
    Optional<SchoolId> found = ask(holder);
    if (known.size() >= RosterGrades.REMEMBERED) {
      known.clear();
    }
    known.put(holder, found);
    return found;
  }

  private Optional<SchoolId> ask(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> roster.person(one.person()).map(Person::school);
      case Holder.OfGroup many -> roster.group(many.group()).map(Group::school);
      case Holder.Nobody nobody -> Optional.empty();
    };
  }
}
