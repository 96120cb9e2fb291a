package kafedra.controller.roster;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BuildingId;
import kafedra.contract.message.ReplicaItem;

/** Where codes for one time are kept, as verifiers. */
public interface EntryCodes {
  /**
   * Keeps a new code of a building; one that lapsed or was used under the same digits gives way.
   *
   * @param by login
   * @return whether the digits are nobody else's now
   */
  boolean add(BuildingId building, ReplicaItem.EntryCode code, String by, Instant now);

  /** Those of a building that still work. */
  List<ReplicaItem.EntryCode> open(BuildingId building, Instant now);
}
