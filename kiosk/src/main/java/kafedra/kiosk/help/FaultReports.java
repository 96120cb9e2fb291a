package kafedra.kiosk.help;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;

/**
 * What is reported as broken; the same about the same seat travels once in a while, however often
 * it is pressed. For the desk's thread alone.
 */
public final class FaultReports {
  /** The same is not told again before. */
  static final Duration AGAIN = Duration.ofMinutes(10);

  private record What(WorkstationId seat, FaultKind kind) {}

  private final Map<What, Duration> told = new HashMap<>();
  private final Journal journal;
  private final DeviceClock clock;

  public FaultReports(Journal journal, DeviceClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @param seat one of the building's, so that there are no more keys than seats and kinds
   */
  public void report(WorkstationId seat, FaultKind kind) {
    What what = new What(seat, kind);
    boolean again =
        Optional.ofNullable(told.get(what))
            .filter(at -> clock.since(at).compareTo(AGAIN) < 0)
            .isPresent();
    if (!again) {
      journal.commit(
          List.of(new Change.Recorded(new SiteRecord.FaultReported(clock.stamp(), seat, kind))));
      told.put(what, clock.sinceBoot());
    }
  }
}
