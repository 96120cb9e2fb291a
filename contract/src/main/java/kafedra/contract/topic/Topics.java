package kafedra.contract.topic;

import kafedra.contract.id.KioskId;
import kafedra.contract.id.WorkstationId;

/**
 * Every topic of the system. A device writes under {@code kafedra/up/<its id>/} or {@code
 * kafedra/seat/<its id>/} and nowhere else, so a broker's access rules follow from the id alone.
 *
 * <pre>
 * district broker   kafedra/up/{kiosk}/records | seat/{workstation} | queue | help | state | presence | sync | reply
 *                   kafedra/down/{kiosk}/ack | head | changes | command | elsewhere
 * site broker       kafedra/seat/{workstation}/report | health | reply | presence | order | command
 * </pre>
 */
public final class Topics {
  private static final String UP = "kafedra/up/";
  private static final String DOWN = "kafedra/down/";
  private static final String SEAT = "kafedra/seat/";

  /** All that kiosks say; the controller's subscription. */
  public static final String FROM_ALL_KIOSKS = UP + "#";

  /** All that the controller says. */
  public static final String TO_ALL_KIOSKS = DOWN + "#";

  /** All orders of a building. */
  public static final String ALL_SEAT_ORDERS = SEAT + "+/order";

  /** What staff have done at a building's workstations. */
  public static final String ALL_SEAT_COMMANDS = SEAT + "+/command";

  /**
   * All that agents say of their screens, their machines and their presence; the kiosk's
   * subscriptions.
   */
  public static final String ALL_SEAT_REPORTS = SEAT + "+/report";

  public static final String ALL_SEAT_HEALTH = SEAT + "+/health";
  public static final String ALL_SEAT_REPLIES = SEAT + "+/reply";
  public static final String ALL_SEAT_PRESENCE = SEAT + "+/presence";

  private Topics() {}

  public static String records(KioskId kiosk) {
    return UP + kiosk + "/records";
  }

  /** Retained. */
  public static String seatState(KioskId kiosk, WorkstationId workstation) {
    return UP + kiosk + "/seat/" + workstation;
  }

  /** Retained. */
  public static String queueState(KioskId kiosk) {
    return UP + kiosk + "/queue";
  }

  /** Retained. */
  public static String helpCalls(KioskId kiosk) {
    return UP + kiosk + "/help";
  }

  /** Retained. */
  public static String kioskState(KioskId kiosk) {
    return UP + kiosk + "/state";
  }

  /** Retained, and the kiosk's last will. */
  public static String presence(KioskId kiosk) {
    return UP + kiosk + "/presence";
  }

  public static String syncRequest(KioskId kiosk) {
    return UP + kiosk + "/sync";
  }

  public static String commandReply(KioskId kiosk) {
    return UP + kiosk + "/reply";
  }

  public static String ack(KioskId kiosk) {
    return DOWN + kiosk + "/ack";
  }

  /** Retained. */
  public static String syncHead(KioskId kiosk) {
    return DOWN + kiosk + "/head";
  }

  public static String syncChanges(KioskId kiosk) {
    return DOWN + kiosk + "/changes";
  }

  public static String command(KioskId kiosk) {
    return DOWN + kiosk + "/command";
  }

  /** Where else in the district seats are free. */
  public static String freeElsewhere(KioskId kiosk) {
    return DOWN + kiosk + "/elsewhere";
  }

  /** All that is said to one kiosk; the kiosk's subscription at the district broker. */
  public static String allFor(KioskId kiosk) {
    return DOWN + kiosk + "/#";
  }

  /** All that one kiosk says. */
  public static String allFrom(KioskId kiosk) {
    return UP + kiosk + "/#";
  }

  public static String seatReport(WorkstationId workstation) {
    return SEAT + workstation + "/report";
  }

  public static String seatHealth(WorkstationId workstation) {
    return SEAT + workstation + "/health";
  }

  /** Retained, and the agent's last will. */
  public static String seatPresence(WorkstationId workstation) {
    return SEAT + workstation + "/presence";
  }

  public static String seatOrder(WorkstationId workstation) {
    return SEAT + workstation + "/order";
  }

  public static String seatCommand(WorkstationId workstation) {
    return SEAT + workstation + "/command";
  }

  public static String seatReply(WorkstationId workstation) {
    return SEAT + workstation + "/reply";
  }

  /**
   * The device that a message came from, as its topic says it.
   *
   * @throws IllegalArgumentException if the topic is none of a kiosk's
   */
  public static KioskId kioskOf(String topic) {
    return new KioskId(deviceIn(topic, UP));
  }

  /**
   * The workstation that a message came from, as its topic says it.
   *
   * @throws IllegalArgumentException if the topic is none of a workstation's
   */
  public static WorkstationId workstationOf(String topic) {
    return new WorkstationId(deviceIn(topic, SEAT));
  }

  private static String deviceIn(String topic, String prefix) {
    int end = topic.indexOf('/', prefix.length());
    if (!topic.startsWith(prefix) || end < 0) {
      throw new IllegalArgumentException(
          "topic «" + topic + "» does not begin with " + prefix + "<device>/");
    }
    return topic.substring(prefix.length(), end);
  }
}
