package kafedra.controller.calendar;

import java.util.Optional;
import kafedra.contract.id.SchoolId;

/** The calendars of the schools. */
public interface Calendar {
  Optional<SchoolCalendar> of(SchoolId school);
}
