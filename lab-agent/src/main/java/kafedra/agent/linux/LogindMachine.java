package kafedra.agent.linux;

import kafedra.agent.act.Machine;

/** This machine, through its login service. */
public record LogindMachine(Logind logind) implements Machine {
  @Override
  public void restart() {
    logind.restart();
  }

  @Override
  public void powerOff() {
    logind.powerOff();
  }
}
