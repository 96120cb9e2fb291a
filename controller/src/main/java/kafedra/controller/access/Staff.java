package kafedra.controller.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.SchoolId;

/**
 * Somebody of the staff.
 *
 * @param login lower case
 */
public record Staff(String login, String name, Language language, List<Grant> grants) {
  public Staff {
    grants = List.copyOf(grants);
  }

  /** Whether one of the roles is held anywhere. */
  public boolean holdsAny(Set<StaffRole> roles) {
    return grants.stream().anyMatch(grant -> roles.contains(grant.role()));
  }

  /** Whether one of the roles is held at a school, by a grant for it or for the district. */
  public boolean mayAt(SchoolId school, Collection<StaffRole> roles) {
    return grants.stream().anyMatch(it -> roles.contains(it.role()) && it.covers(school));
  }

  /** Whether one of the roles is held for the whole district. */
  public boolean mayInDistrict(Collection<StaffRole> roles) {
    return grants.stream().anyMatch(it -> roles.contains(it.role()) && it.school() == null);
  }

  /** Whether any role was granted at this very school, not by way of the district. */
  public boolean belongsTo(SchoolId school) {
    return grants.stream().anyMatch(it -> school.equals(it.school()));
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Staff[" + login + "]";
  }
}
