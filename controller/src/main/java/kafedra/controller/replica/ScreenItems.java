package kafedra.controller.replica;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Facts;
import kafedra.controller.norm.NormTable;
import kafedra.controller.norm.Norms;
import kafedra.controller.norm.ScreenLimits;
import kafedra.controller.norm.ScreenTimeElsewhere;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Policies;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.roster.Building;
import org.jspecify.annotations.Nullable;

/** What a building must know to keep to the norms of screen time by itself. */
public final class ScreenItems {
  private final Policies policies;
  private final Norms norms;
  private final ScreenTimeElsewhere elsewhere;

  public ScreenItems(Policies policies, Norms norms, ScreenTimeElsewhere elsewhere) {
    this.policies = policies;
    this.norms = norms;
    this.elsewhere = elsewhere;
  }

  /**
   * @param known who is in the building's replica
   */
  void add(
      Building building, ZoneId zone, Instant now, Set<PersonId> known, Consumer<ReplicaItem> add) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    add.accept(norm(policies.of(building.school()), today));
    TimeSlot day =
        new TimeSlot(
            today.atStartOfDay(zone).toInstant(), today.plusDays(1).atStartOfDay(zone).toInstant());
    Map<PersonId, Duration> used = elsewhere.active(building.kiosk(), day);
    used.forEach((person, active) -> {
      if (known.contains(person)) {
        add.accept(new ReplicaItem.UsedElsewhere(person, today, wholeMinutes(active)));
      }
    });
  }

  /** Whole minutes change seldom enough for a thin line. */
  private static Duration wholeMinutes(Duration length) {
    return Duration.ofMinutes(length.toMinutes());
  }

  private ReplicaItem.ScreenNorm norm(PolicySettings settings, LocalDate today) {
    Optional<NormTable> table = norms.on(today);
    List<ReplicaItem.ScreenLimit> limits = new ArrayList<>();
    for (int grade = NormTable.FIRST_GRADE; grade <= NormTable.LAST_GRADE; grade++) {
      Integer of = grade;
      table.flatMap(it -> it.forGrade(of)).ifPresent(it -> limits.add(limit(of, it)));
    }
    Facts.ofAdults(settings).ifPresent(it -> limits.add(limit(null, it)));
    return new ReplicaItem.ScreenNorm(
        table.map(NormTable::rest).orElse(Duration.ZERO),
        limits,
        holding(settings.force(PolicyName.SCREEN_SITTING)),
        holding(settings.force(PolicyName.SCREEN_DAY)),
        holding(settings.force(PolicyName.SCREEN_REST)));
  }

  private static ReplicaItem.ScreenLimit limit(@Nullable Integer grade, ScreenLimits limits) {
    return new ReplicaItem.ScreenLimit(grade, limits.lesson(), limits.day());
  }

  private static ReplicaItem.Holding holding(Force force) {
    return switch (force) {
      case OFF -> ReplicaItem.Holding.OFF;
      case WARN -> ReplicaItem.Holding.TOLD;
      case ON -> ReplicaItem.Holding.HELD;
    };
  }
}
