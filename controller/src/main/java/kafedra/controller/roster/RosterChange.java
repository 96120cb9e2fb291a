package kafedra.controller.roster;

import java.util.Set;
import kafedra.contract.id.SchoolId;

/**
 * Something of these schools changed: premises, calendar, rules, people, groups or what proves
 * people.
 *
 * @param schools never empty
 */
public record RosterChange(Set<SchoolId> schools) {
  public RosterChange {
    schools = Set.copyOf(schools);
  }
}
