package kafedra.contract.message;

import org.jspecify.annotations.Nullable;

/**
 * What an agent says of its machine.
 *
 * @param system operating system and version
 * @param version of the agent
 * @param inventory null until it is known
 */
public record SeatHealth(
    String system, String version, Health health, @Nullable Inventory inventory)
    implements Message.FromAgent {
  /** Of a machine whose equipment is not known. */
  public SeatHealth(String system, String version, Health health) {
    this(system, version, health, null);
  }
}
