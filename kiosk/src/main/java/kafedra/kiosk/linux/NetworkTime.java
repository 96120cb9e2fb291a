package kafedra.kiosk.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Whether the wall clock of this Linux was set by network time since its start: systemd-timesyncd
 * leaves a file, and the kernel tells of chrony, ntpd and timesyncd alike (adjtimex(2), which
 * answers TIME_ERROR for as long as nobody has set the clock).
 */
public final class NetworkTime implements BooleanSupplier {
  private static final Path TIMESYNCD = Path.of("/run/systemd/timesync/synchronized");
  private static final int TIME_ERROR = 5;

  @Override
  public boolean getAsBoolean() {
    if (Files.exists(TIMESYNCD)) {
      return true;
    }
    int state = Libc.clockState();
    return state >= 0 && state != TIME_ERROR;
  }
}
