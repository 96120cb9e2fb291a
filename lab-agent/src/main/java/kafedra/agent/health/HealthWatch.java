package kafedra.agent.health;

import java.time.Duration;
import java.util.Optional;
import kafedra.contract.message.SeatHealth;

/** Says once a minute how the machine is. */
public final class HealthWatch {
  public static final Duration EVERY = Duration.ofMinutes(1);

  private final MachineHealth machine;
  private final MachineInventory inventory;
  private final String version;
  private Optional<Duration> told = Optional.empty();

  /**
   * @param version of the agent
   */
  public HealthWatch(MachineHealth machine, String version) {
    this(machine, Optional::empty, version);
  }

  /**
   * @param inventory told with the figures, once it is known
   * @param version of the agent
   */
  public HealthWatch(MachineHealth machine, MachineInventory inventory, String version) {
    this.inventory = inventory;
    this.machine = machine;
    this.version = version;
  }

  /**
   * What is to be said now, if anything: the first figures as soon as there are some, then new ones
   * each minute.
   */
  public Optional<SeatHealth> due(Duration now) {
    if (told.filter(at -> now.minus(at).compareTo(EVERY) < 0).isPresent()) {
      return Optional.empty();
    }
    Optional<SeatHealth> health =
        machine
            .latest()
            .map(latest ->
                new SeatHealth(machine.system(), version, latest, inventory.latest().orElse(null)));
    health.ifPresent(_ -> told = Optional.of(now));
    return health;
  }

  /** Says it anew: the connection is a new one. */
  public void forget() {
    told = Optional.empty();
  }
}
