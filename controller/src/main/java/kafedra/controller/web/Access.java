package kafedra.controller.web;

import java.util.EnumSet;
import java.util.Set;
import kafedra.controller.access.StaffRole;

/** Who may call a route. Declared with the route, so that a test can walk all of them. */
sealed interface Access {
  /** Anybody. Answers nothing that belongs to a school. */
  record Open() implements Access {}

  /** Staff who hold one of the roles; what they see is what those grants cover. */
  record Holders(Set<StaffRole> roles) implements Access {
    public Holders {
      roles = Set.copyOf(roles);
    }
  }

  Access OPEN = new Open();
  Access STAFF = new Holders(EnumSet.allOf(StaffRole.class));

  static Access of(StaffRole... roles) {
    return new Holders(Set.of(roles));
  }
}
