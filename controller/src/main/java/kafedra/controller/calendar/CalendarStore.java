package kafedra.controller.calendar;

import kafedra.contract.id.SchoolId;

/** Where plans are kept. */
public interface CalendarStore {
  /**
   * Puts a plan in the place of the one with this version, in one transaction; the next question to
   * {@link Calendar} is answered by it.
   */
  PlanChange replace(SchoolId school, int version, SchoolPlan plan);

  /** What came of it. */
  sealed interface PlanChange {
    /**
     * @param version of the plan that stands now
     */
    record Kept(int version) implements PlanChange {}

    /**
     * Somebody else was faster; nothing was changed.
     *
     * @param version of the plan that stands
     */
    record Stale(int version) implements PlanChange {}
  }
}
