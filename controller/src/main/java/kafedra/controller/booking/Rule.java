package kafedra.controller.booking;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicySettings;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the list of policies: what judges, how schools switch it, and who may set it aside.
 *
 * @param name by which schools switch it; null for what holds always
 * @param gate which seats it keeps back; null for a rule that is not about seats
 */
record Rule(
    @Nullable PolicyName name, Policy policy, Policy.@Nullable Gate gate, Strictness strictness) {
  /** Whether a rule refuses what a school itself has set. */
  enum Strictness {
    SAME_FOR_ALL,
    /** For lessons, exams, events and groups it only warns; docs/decisions/0014 says why. */
    WARNS_SCHOOL
  }

  /** What holds always. */
  static Rule always(Policy policy) {
    return new Rule(null, policy, null, Strictness.SAME_FOR_ALL);
  }

  /** A rule of a school. */
  static Rule of(PolicyName name, Policy policy) {
    return new Rule(name, policy, null, Strictness.SAME_FOR_ALL);
  }

  /** A norm of hygiene. */
  static Rule norm(PolicyName name, Policy policy) {
    return new Rule(name, policy, null, Strictness.WARNS_SCHOOL);
  }

  /** A rule about seats: it judges those that are named, and keeps others from being chosen. */
  static Rule ofSeats(PolicyName name, Policy.Gate gate) {
    Policy named =
        it ->
            it.wish().seats() instanceof SeatWish.Named wish
                ? gate.judge(it, wish.seats())
                : Optional.empty();
    return new Rule(name, named, gate, Strictness.SAME_FOR_ALL);
  }

  /** A rule that refuses nothing: where it stands in the list, the program does something. */
  static Rule deed(PolicyName name) {
    return of(name, it -> Optional.empty());
  }

  /** How strictly it holds in this case. */
  Force force(Policy.Case it) {
    if (name == null) {
      return Force.ON;
    }
    Force set = it.settings().force(name);
    boolean ofSchool = it.ownTimeOf().isEmpty();
    return set == Force.ON && strictness == Strictness.WARNS_SCHOOL && ofSchool ? Force.WARN : set;
  }

  /** Whether a librarian sets it aside in this case. */
  boolean isSetAside(Policy.Case it) {
    return name != null && name.mayBeOverridden() && it.wish().terms().override() != null;
  }

  /** Why some of the seats are kept back, if it is held in full and about seats. */
  Optional<Refusal> bars(Policy.Case it, List<WorkstationId> seats) {
    return gate != null && force(it) == Force.ON && !isSetAside(it)
        ? gate.judge(it, seats)
        : Optional.empty();
  }

  /** Whether it is this rule, and switched on. */
  boolean holds(PolicyName wanted, PolicySettings settings) {
    return name == wanted && settings.force(wanted) == Force.ON;
  }
}
