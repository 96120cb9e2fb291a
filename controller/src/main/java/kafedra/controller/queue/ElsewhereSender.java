package kafedra.controller.queue;

import kafedra.contract.id.KioskId;
import kafedra.contract.message.FreeElsewhere;

/** Brings word of free seats to a kiosk, or does not: it is told again. */
@FunctionalInterface
public interface ElsewhereSender {
  void send(KioskId kiosk, FreeElsewhere places);
}
