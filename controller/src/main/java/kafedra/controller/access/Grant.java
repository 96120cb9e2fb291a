package kafedra.controller.access;

import kafedra.contract.id.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A role at one school or in the whole district.
 *
 * @param school null for the whole district
 */
public record Grant(StaffRole role, @Nullable SchoolId school) {
  boolean covers(SchoolId asked) {
    return school == null || school.equals(asked);
  }
}
