package kafedra.controller.booking;

import kafedra.contract.id.BuildingId;

/** What the buildings' lines carry. Answers at once, from memory. */
public interface LineCapacity {
  Capacity of(BuildingId building);

  /** Of a building whose line nobody reckons with. */
  Capacity UNLIMITED = new Capacity(Integer.MAX_VALUE, Source.EXPECTED);

  /**
   * @param kbps towards the building
   */
  record Capacity(int kbps, Source source) {}

  /** Where the figure comes from. */
  enum Source {
    /** An active test of the last weeks. */
    MEASURED,
    /** No active test: the criterion of the building, or more if more was seen to pass. */
    EXPECTED
  }
}
