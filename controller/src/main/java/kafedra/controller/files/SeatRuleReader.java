package kafedra.controller.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.SeatRule;
import org.jspecify.annotations.Nullable;

/**
 * For whom a workstation of a district file is: {@code "grades": {"from": 1, "to": 4}} and {@code
 * "keptFor": "accessible_seat"}, both optional.
 */
final class SeatRuleReader {
  private SeatRuleReader() {}

  /** Empty for a seat that is for everybody. */
  static Optional<SeatRule> rule(Place place, WorkstationId seat) {
    Place grades = place.at("grades");
    Place keptFor = place.at("keptFor");
    if (!grades.isThere() && !keptFor.isThere()) {
      return Optional.empty();
    }
    @Nullable Need kept = keptFor.isThere() ? keptFor.as(SeatRuleReader::need).orElse(null) : null;
    if (!grades.isThere()) {
      return Optional.of(new SeatRule(seat, SeatRule.LOWEST, SeatRule.HIGHEST, kept));
    }
    grades.only(Set.of("from", "to"));
    int from = bound(grades.at("from"), SeatRule.LOWEST);
    int to = bound(grades.at("to"), SeatRule.HIGHEST);
    if (from > to) {
      grades.wrong("from " + from + " is more than to " + to + ". Maybe the two are swapped.");
      return Optional.empty();
    }
    return Optional.of(new SeatRule(seat, from, to, kept));
  }

  private static int bound(Place place, int otherwise) {
    return place.isThere() ? place.number(SeatRule.LOWEST, SeatRule.HIGHEST) : otherwise;
  }

  private static Need need(String name) {
    return Arrays.stream(Need.values())
        .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("seats are kept for " + List.of(Need.values())));
  }
}
