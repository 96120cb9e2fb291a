package kafedra.controller.booking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
  OTHER;

  private static final Set<Purpose> OWN =
      Collections.unmodifiableSet(EnumSet.of(EXAM_PREPARATION, PROJECT, SELF_STUDY, OTHER));

  /**
   * Whether people choose such time for themselves. The rest is set by their school: it counts in
   * no quota, and nobody is kept from it by one.
   */
  public boolean isOwn() {
    return OWN.contains(this);
  }
}
