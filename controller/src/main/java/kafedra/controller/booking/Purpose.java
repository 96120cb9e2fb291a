package kafedra.controller.booking;

/** What the time is for; reports add up by it. */
public enum Purpose {
  LESSON,
  MISSED_LESSON,
  ELECTIVE,
  WEBINAR,
  /** Nothing displaces it. */
  EXAM,
  EXAM_PREPARATION,
  PROJECT,
  SELF_STUDY,
  EVENT,
  /** Repairs and cleaning; nobody sits there. */
  MAINTENANCE,
  OTHER
}
