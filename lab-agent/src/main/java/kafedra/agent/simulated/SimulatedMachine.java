package kafedra.agent.simulated;

import kafedra.agent.act.Machine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A machine that stays on whatever is asked of it. */
public final class SimulatedMachine implements Machine {
  private static final Logger log = LoggerFactory.getLogger(SimulatedMachine.class);

  @Override
  public void restart() {
    log.info("would restart");
  }

  @Override
  public void powerOff() {
    log.info("would switch itself off");
  }
}
