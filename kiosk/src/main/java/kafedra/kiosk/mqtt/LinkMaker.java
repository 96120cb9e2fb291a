package kafedra.kiosk.mqtt;

import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;

/** Makes connections; only {@code KioskMain} knows how. */
@FunctionalInterface
public interface LinkMaker {
  MqttLink make(LinkSettings settings, LinkEvents events);
}
