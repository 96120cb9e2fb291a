package kafedra.controller.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.SeatRule;

/** Who may have which seat. */
final class SeatGates {
  private SeatGates() {}

  /** Seats for other grades. A group is judged by its youngest. */
  static Optional<Refusal> grades(Policy.Case it, List<WorkstationId> seats) {
    Integer grade = it.facts().grades().of(it.wish().holder()).orElse(null);
    return seats.stream()
        .map(it.facts().seats()::of)
        .filter(rule -> !rule.admits(grade))
        .findFirst()
        .map(first ->
            new Refusal.SeatsForGrades(
                seats.stream().filter(seat -> !it.facts().seats().of(seat).admits(grade)).toList(),
                first.firstGrade(),
                first.lastGrade()));
  }

  /**
   * Seats that are kept, until shortly before the start, for those who need them. A class that has
   * its lesson in the room is not turned away from them.
   */
  static Optional<Refusal> kept(Policy.Case it, List<WorkstationId> seats) {
    Instant free = it.wish().slot().start().minus(it.settings().length(PolicyNumber.KEPT_UNTIL));
    if (it.ownTimeOf().isEmpty() || !it.now().isBefore(free)) {
      return Optional.empty();
    }
    Set<Need> needs = needs(it);
    List<WorkstationId> kept =
        seats.stream().filter(seat -> !it.facts().seats().of(seat).servesWhileKept(needs)).toList();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.SeatsKept(kept, LocalDateTime.ofInstant(free, it.zone())));
  }

  private static Set<Need> needs(Policy.Case it) {
    return it.person().map(person -> it.facts().needs(person, it.settings())).orElse(Set.of());
  }

  /** Seats in the order in which they are given out: one's own kept ones first, others' last. */
  static List<WorkstationId> inOrder(Policy.Case it, List<WorkstationId> seats) {
    Set<Need> needs = needs(it);
    return seats.stream()
        .sorted(Comparator.comparingInt(seat -> distance(it.facts().seats().of(seat), needs)))
        .toList();
  }

  private static int distance(SeatRule rule, Set<Need> needs) {
    if (rule.keptFor().isEmpty()) {
      return 1;
    }
    return rule.servesWhileKept(needs) ? 0 : 2;
  }
}
