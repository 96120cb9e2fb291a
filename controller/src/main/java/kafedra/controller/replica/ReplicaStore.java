package kafedra.controller.replica;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;

/** Remembers what each building was told and under which numbers. */
public interface ReplicaStore {
  /**
   * Gives a number to each item that is new, changed or gone since the last call; returns the
   * building's newest number after the commit.
   */
  ReplicaVersion update(BuildingId building, Collection<ReplicaItem> items, Instant now);

  /** The building's newest number. */
  ReplicaVersion head(BuildingId building);

  /**
   * Changes after a number, in order; of what came and went before {@code after} is 0, only what is
   * there.
   */
  List<Change> changedAfter(BuildingId building, long after, int most);

  /** The number of the last change of each item that is there. */
  Map<String, Long> numbers(BuildingId building);

  /**
   * Whether this version was given out by this very database, and not by a newer one that was lost.
   */
  boolean gave(ReplicaVersion have);

  /** The building says that it has this. */
  void said(BuildingId building, ReplicaVersion have);

  Optional<ReplicaVersion> lastSaid(BuildingId building);

  /** Forgets items that went before then, where the building says that it knows. */
  void forgetGone(Instant before);

  /** A change of an item: to its content of now, or to nothing. */
  record Change(String key, long number, Fate fate) {}

  enum Fate {
    PUT,
    GONE
  }
}
