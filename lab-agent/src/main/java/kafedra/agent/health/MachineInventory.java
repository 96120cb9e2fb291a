package kafedra.agent.health;

import java.util.Optional;
import kafedra.contract.message.Inventory;

/** What the machine is equipped with. */
@FunctionalInterface
public interface MachineInventory {
  /** As found last; empty until it was looked for. Returns at once. */
  Optional<Inventory> latest();
}
