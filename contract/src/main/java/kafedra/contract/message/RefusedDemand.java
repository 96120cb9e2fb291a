package kafedra.contract.message;

/** Why somebody at a kiosk went without a seat. */
public enum RefusedDemand {
  NO_FREE_SEAT,
  OUTSIDE_OPENING_HOURS,
  NO_TIME_LEFT
}
