package kafedra.controller.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.BuildingId;
import kafedra.contract.message.LineMethod;
import kafedra.controller.booking.LineCapacity;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Roster;

/**
 * What lines carry, out of what kiosks measured. Passive figures say what passed, not what could
 * have passed: they raise the expectation and never lower it below the building's criterion.
 */
public final class MeasuredLines implements LineCapacity {
  /** An older test says nothing about the line of now. */
  static final Duration LOOKS_BACK = Duration.ofDays(14);

  /** A figure is used for so long before it is read anew. */
  static final Duration KEPT = Duration.ofMinutes(10);

  private record Known(Capacity capacity, Instant readAt) {}

  private final Roster roster;
  private final LineStore store;
  private final InstantSource clock;
  private final Map<BuildingId, Known> known = new ConcurrentHashMap<>();

  public MeasuredLines(Roster roster, LineStore store, InstantSource clock) {
    this.roster = roster;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Capacity of(BuildingId building) {
    Instant now = clock.instant();
    Known last = known.get(building);
    if (last != null && now.isBefore(last.readAt().plus(KEPT))) {
      return last.capacity();
    }
    Capacity read = read(building, now);
    known.put(building, new Known(read, now));
    return read;
  }

  private Capacity read(BuildingId building, Instant now) {
    Map<LineMethod, Integer> best = store.best(building, now.minus(LOOKS_BACK));
    int seen = best.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (best.containsKey(LineMethod.ACTIVE)) {
      return new Capacity(seen, Source.MEASURED);
    }
    int criterion = roster.premises().building(building).map(Building::criterionKbps).orElse(0);
    return new Capacity(Math.max(seen, criterion), Source.EXPECTED);
  }
}
