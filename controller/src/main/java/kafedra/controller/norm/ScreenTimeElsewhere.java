package kafedra.controller.norm;

import java.time.Duration;
import java.util.Map;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;

/** What people have spent at screens in other buildings, for a kiosk that counts its own. */
public interface ScreenTimeElsewhere {
  /**
   * Time with input in the sessions that began within the day and were reported by other kiosks;
   * nobody who used none.
   *
   * @param day from midnight to midnight
   */
  Map<PersonId, Duration> active(KioskId besides, TimeSlot day);
}
