package kafedra.controller.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.message.DiskHealth;
import kafedra.contract.message.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A workstation's machine as its agent found it.
 *
 * @param system operating system and version
 * @param version of the agent
 * @param found such as a camera; null until it is known
 * @param disk what its disk says of itself; null until it is known
 * @param updates packages that wait to be updated; null where the system does not tell
 * @param address of its network card; null where it is not known
 */
public record SeatMachine(
    Instant at,
    String system,
    String version,
    @Nullable List<Feature> found,
    @Nullable DiskHealth disk,
    @Nullable Integer updates,
    @Nullable String address) {
  public SeatMachine {
    found = found == null ? null : List.copyOf(found);
  }

  /** By which it can be woken. */
  public Optional<String> wakeAddress() {
    return Optional.ofNullable(address);
  }
}
