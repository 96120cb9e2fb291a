package kafedra.kiosk.seat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Health;
import kafedra.contract.message.SeatHealth;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;

/**
 * Passes on what agents say of their machines, seldom enough for a thin line. For the desk's thread
 * alone.
 */
public final class HealthRecords {
  /** One record a seat in this time. */
  public static final Duration INTERVAL = Duration.ofMinutes(10);

  /** A marked change does not wait so long, but at least this. */
  public static final Duration AT_ONCE = Duration.ofMinutes(1);

  private static final int LOW_DISK_MB = 1024;

  private record Last(Duration at, SeatHealth report) {}

  private final Journal journal;
  private final DeviceClock clock;
  private final Map<WorkstationId, Last> told = new HashMap<>();

  public HealthRecords(Journal journal, DeviceClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  public void heard(WorkstationId workstation, SeatHealth report) {
    Last last = told.get(workstation);
    if (last != null && !isDue(last, report)) {
      return;
    }
    journal.commit(
        List.of(
            new Change.Recorded(
                new SiteRecord.WorkstationChecked(
                    clock.stamp(),
                    workstation,
                    report.health(),
                    report.system(),
                    report.version(),
                    report.inventory()))));
    told.put(workstation, new Last(clock.sinceBoot(), report));
  }

  private boolean isDue(Last last, SeatHealth now) {
    Duration since = clock.since(last.at());
    return since.compareTo(INTERVAL) >= 0
        || (since.compareTo(AT_ONCE) >= 0 && isMarked(last.report(), now));
  }

  private static boolean isMarked(SeatHealth before, SeatHealth now) {
    return isMarked(before.health(), now.health())
        || !before.system().equals(now.system())
        || !before.version().equals(now.version())
        || !Objects.equals(before.inventory(), now.inventory());
  }

  /** A disk that ran full or was cleared, or memory or disk that were changed. */
  private static boolean isMarked(Health before, Health now) {
    boolean diskCrossed = (before.diskFreeMb() < LOW_DISK_MB) != (now.diskFreeMb() < LOW_DISK_MB);
    return diskCrossed
        || before.memoryTotalMb() != now.memoryTotalMb()
        || before.diskTotalMb() != now.diskTotalMb();
  }
}
