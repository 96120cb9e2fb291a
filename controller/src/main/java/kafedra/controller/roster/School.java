package kafedra.controller.roster;

import java.time.ZoneId;
import kafedra.contract.id.SchoolId;

/** A member of the district, in its own time zone. */
public record School(SchoolId id, String name, ZoneId zone) {}
