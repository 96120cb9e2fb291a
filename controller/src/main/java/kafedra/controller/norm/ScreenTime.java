package kafedra.controller.norm;

import java.time.Duration;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;

/**
 * What people have spent at screens, over all sites. Answers at once (one indexed read), since it
 * is asked while a booking is judged.
 */
public interface ScreenTime {
  /**
   * Time with input in the sessions that began within the day, so far as it was reported. A site
   * whose line is cut reports later: until then its minutes are missing here, and nobody is refused
   * for what is not known.
   *
   * @param day from midnight to midnight of the person's school
   */
  Duration active(PersonId person, TimeSlot day);
}
