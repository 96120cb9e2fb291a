package kafedra.controller.roster;

import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;

/** A room with workstations. */
public record Lab(LabId id, BuildingId building, SchoolId school, String name) {}
