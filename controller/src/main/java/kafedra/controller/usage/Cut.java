package kafedra.controller.usage;

/** By what a report is divided into rows. */
public enum Cut {
  DAY,
  LAB,
  SCHOOL,
  /** Of a group's booking, else the class of the person. */
  GROUP,
  PURPOSE;

  /** Whether rows are places or days, which have hours available, rather than people's doings. */
  public boolean isOfRooms() {
    return this == DAY || this == LAB || this == SCHOOL;
  }
}
