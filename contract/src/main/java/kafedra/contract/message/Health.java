package kafedra.contract.message;

import org.jspecify.annotations.Nullable;

/**
 * A machine's health at one moment.
 *
 * @param cpuPermille processor use since the report before, 0 to 1000 of all cores together
 * @param memoryUsedMb memory in use, MiB
 * @param memoryTotalMb memory fitted, MiB
 * @param diskFreeMb free space on the disk that holds the system, MiB
 * @param diskTotalMb size of that disk, MiB
 * @param receivedKbps mean rate received on all interfaces but loopback since the report before,
 *     kbit/s
 * @param sentKbps mean rate sent likewise, kbit/s
 * @param temperatureC processor temperature, °C; null where no sensor is readable
 */
public record Health(
    int cpuPermille,
    int memoryUsedMb,
    int memoryTotalMb,
    int diskFreeMb,
    int diskTotalMb,
    int receivedKbps,
    int sentKbps,
    @Nullable Integer temperatureC) {
  public Health {
    if (cpuPermille < 0 || cpuPermille > 1000) {
      throw new IllegalArgumentException(
          "processor use of " + cpuPermille + " ‰ is not within 0 to 1000");
    }
    if (memoryUsedMb < 0
        || memoryTotalMb < memoryUsedMb
        || diskFreeMb < 0
        || diskTotalMb < diskFreeMb) {
      throw new IllegalArgumentException(
          "sizes contradict: memory "
              + memoryUsedMb
              + " of "
              + memoryTotalMb
              + " MiB, disk "
              + diskFreeMb
              + " free of "
              + diskTotalMb
              + " MiB");
    }
    if (receivedKbps < 0 || sentKbps < 0) {
      throw new IllegalArgumentException(
          "a rate is negative: " + receivedKbps + ", " + sentKbps + " kbit/s");
    }
  }
}
