package kafedra.controller.booking;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;

/** Grades as the roster has them, remembered until it changes. */
public final class RosterGrades implements Grades {
  /** Holders remembered at the most; then it begins anew. */
  static final int REMEMBERED = 20_000;

  private final Roster roster;
  private final Map<Holder, Optional<Integer>> known = new ConcurrentHashMap<>();

  public RosterGrades(Roster roster) {
    this.roster = roster;
    roster.onChange(change -> known.clear());
  }

  @Override
  public Optional<Integer> of(Holder holder) {
    Optional<Integer> remembered = known.get(holder);
    if (remembered != null) {
      return remembered;
    }
    Optional<Integer> found = ask(holder);
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(holder, found);
    return found;
  }

  private Optional<Integer> ask(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> roster.person(one.person()).map(Person::grade);
      case Holder.OfGroup many ->
          roster.peopleIn(many.group()).stream()
              .map(Person::grade)
              .filter(Objects::nonNull)
              .min(Integer::compareTo);
      case Holder.Nobody nobody -> Optional.empty();
    };
  }
}
