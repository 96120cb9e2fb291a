package kafedra.agent.health;

import java.util.Optional;
import kafedra.contract.message.Health;

/** The figures of the machine. */
public interface MachineHealth {
  /**
   * The last sample, at most about a minute old; empty until the first is there. Returns at once.
   */
  Optional<Health> latest();

  /** Operating system and version; empty until the first sample is there. */
  String system();
}
