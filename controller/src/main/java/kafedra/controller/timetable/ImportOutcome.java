package kafedra.controller.timetable;

/** What came of a timetable file. */
public sealed interface ImportOutcome {
  /** Nothing of it can be believed; nothing was changed. */
  record Unreadable(FileProblem problem) implements ImportOutcome {}

  /** What would be done; nothing was changed. */
  record Planned(ImportReport report) implements ImportOutcome {}

  /**
   * It was done.
   *
   * @param version of the timetable that holds now; the one before when nothing changed
   */
  record Applied(ImportReport report, int version) implements ImportOutcome {}

  /**
   * The schedule, the roster or the file is not what it was when somebody agreed; nothing was
   * changed.
   *
   * @param report what would be done now
   */
  record Stale(ImportReport report) implements ImportOutcome {}
}
