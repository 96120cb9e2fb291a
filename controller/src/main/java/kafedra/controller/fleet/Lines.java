package kafedra.controller.fleet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import kafedra.contract.id.BuildingId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.roster.Roster;

/** The buildings' lines. */
public final class Lines {
  /** What compliance looks back on. */
  public static final int DAYS = 30;

  /** Windows in one series at the most: a month of five minutes each. */
  public static final int MOST = 10_000;

  private final Roster roster;
  private final LineStore store;
  private final LiveDistrict live;
  private final InstantSource clock;

  public Lines(Roster roster, LineStore store, LiveDistrict live, InstantSource clock) {
    this.roster = roster;
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  /** Every building's line, by the building's name. */
  public List<Line> all() {
    return roster.premises().buildings().stream()
        .map(building -> {
          LineStore.Compliance compliance =
              store.compliance(
                  building.id(),
                  clock.instant().minus(Duration.ofDays(DAYS)),
                  building.criterionKbps());
          return new Line(
              building,
              live.status(building.kiosk()).contact(),
              store.latest(building.id()).orElse(null),
              compliance.windows(),
              compliance.atOrAbove());
        })
        .toList();
  }

  /** Windows that ended within the range, by time; the newest {@value #MOST} of them. */
  public List<LineWindow> within(BuildingId building, TimeSlot range) {
    return store.within(building, range, MOST);
  }
}
