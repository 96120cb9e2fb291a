package kafedra.agent.act;

/** The machine as a whole. What the system refuses is logged. */
public interface Machine {
  void restart();

  void powerOff();
}
