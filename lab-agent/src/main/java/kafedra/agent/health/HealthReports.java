package kafedra.agent.health;

import kafedra.contract.message.SeatHealth;

/** Where reports of the machine go; a lost one is replaced by the next. */
public interface HealthReports {
  void send(SeatHealth health);
}
