package kafedra.contract.message;

/** What staff did at a kiosk behind their card. */
public enum StaffAct {
  SIGNED_IN,
  ENDED_SESSION,
  MOVED_SESSION,
  CLOSED_SEAT,
  OPENED_SEAT,
  REGISTERED_CARD
}
