package kafedra.controller.roster;

import kafedra.contract.id.GroupId;
import kafedra.contract.id.SchoolId;

/** People who learn together. */
public record Group(GroupId id, SchoolId school, String name, Kind kind) {
  /** Where a group comes from. */
  public enum Kind {
    /** A school class, such as «7А». */
    CLASS,
    /** Pupils of one subject or elective. */
    SUBJECT
  }
}
