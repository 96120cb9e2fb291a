package kafedra.controller.roster;

/**
 * One person of a roster file, as it stands there, without blanks around.
 *
 * @param line of the file, from 1 with the header
 * @param course may be empty
 * @param group may be empty
 * @param cohort the school class; may be empty
 */
public record RosterRow(
    int line,
    String username,
    String firstName,
    String lastName,
    String course,
    String group,
    String cohort) {
  /** Without the name. */
  @Override
  public String toString() {
    return "RosterRow[line " + line + "]";
  }
}
