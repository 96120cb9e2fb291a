package kafedra.controller.command;

import kafedra.contract.id.KioskId;
import kafedra.contract.message.Command;

/** Brings a command to a kiosk, or does not: it is sent again until it is answered. */
@FunctionalInterface
public interface CommandSender {
  void send(KioskId kiosk, Command command);
}
