package kafedra.controller.booking;

/** What the time is for; reports add up by it. */
public enum Purpose {
  LESSON,
  MISSED_LESSON,
  ELECTIVE,
  EXAM,
  EXAM_PREPARATION,
  PROJECT,
  SELF_STUDY,
  EVENT,
  OTHER
}
