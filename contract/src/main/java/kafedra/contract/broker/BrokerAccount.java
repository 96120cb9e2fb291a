package kafedra.contract.broker;

import java.util.List;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.topic.Topics;

/**
 * Who may connect, and what to.
 *
 * @param id user name and client id in one; one connection at a time bears it
 * @param secret password
 * @param publishes topic filters that it may publish under
 * @param subscribes topic filters that it may subscribe to, or to parts of
 */
public record BrokerAccount(
    String id, String secret, List<String> publishes, List<String> subscribes) {
  public BrokerAccount {
    publishes = List.copyOf(publishes);
    subscribes = List.copyOf(subscribes);
    if (secret.isBlank()) {
      throw new IllegalArgumentException("account " + id + " has no secret");
    }
  }

  /** A kiosk at the district broker: writes under its own id and reads what is meant for it. */
  public static BrokerAccount ofKiosk(KioskId kiosk, String secret) {
    return new BrokerAccount(
        kiosk.value(), secret, List.of(Topics.allFrom(kiosk)), List.of(Topics.allFor(kiosk)));
  }

  /** The controller at the district broker. */
  public static BrokerAccount ofController(String id, String secret) {
    return new BrokerAccount(
        id, secret, List.of(Topics.TO_ALL_KIOSKS), List.of(Topics.FROM_ALL_KIOSKS));
  }

  /** An agent at its building's broker: reports on its own seat and reads its own orders. */
  public static BrokerAccount ofAgent(WorkstationId workstation, String secret) {
    return new BrokerAccount(
        workstation.value(),
        secret,
        List.of(
            Topics.seatReport(workstation),
            Topics.seatHealth(workstation),
            Topics.seatReply(workstation),
            Topics.seatPresence(workstation)),
        List.of(Topics.seatOrder(workstation), Topics.seatCommand(workstation)));
  }

  /** The kiosk at its own building's broker. */
  public static BrokerAccount ofSiteKiosk(KioskId kiosk, String secret) {
    return new BrokerAccount(
        kiosk.value(),
        secret,
        List.of(Topics.ALL_SEAT_ORDERS, Topics.ALL_SEAT_COMMANDS),
        List.of(
            Topics.ALL_SEAT_REPORTS,
            Topics.ALL_SEAT_HEALTH,
            Topics.ALL_SEAT_REPLIES,
            Topics.ALL_SEAT_PRESENCE));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "BrokerAccount[" + id + "]";
  }
}
