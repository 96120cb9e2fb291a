package kafedra.controller.booking;

import java.util.List;
import kafedra.controller.policy.PolicyName;

/**
 * What the policies say of a wish.
 *
 * @param against why it cannot be
 * @param warnings what whoever books should know
 * @param setAside rules that would have refused, had a librarian not given a reason
 */
record Ruling(List<Refusal> against, List<Refusal> warnings, List<PolicyName> setAside) {
  Ruling {
    against = List.copyOf(against);
    warnings = List.copyOf(warnings);
    setAside = List.copyOf(setAside);
  }

  /** What stands in the history about it, after a separator; empty when no rule was set aside. */
  String text() {
    return setAside.isEmpty() ? "" : "; set-aside=" + setAside;
  }
}
