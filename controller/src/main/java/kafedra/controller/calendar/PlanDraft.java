package kafedra.controller.calendar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A school's plan as somebody wrote it, in a file or on the page; nothing in it is checked. Days
 * are «2026-09-01», times «08:30», weekdays «MONDAY».
 *
 * @param hours by weekday; left out: as they stand, or as the school's rules say
 * @param labs hours by lab and weekday
 * @param bells left out: as they stand, or as the school's bells say
 * @param week names of bell schedules by weekday
 */
public record PlanDraft(
    @Nullable Days year,
    @Nullable List<@Nullable Named> terms,
    @Nullable List<@Nullable Named> holidays,
    @Nullable Map<String, @Nullable List<@Nullable Hours>> hours,
    @Nullable Map<String, @Nullable Map<String, @Nullable List<@Nullable Hours>>> labs,
    @Nullable List<@Nullable Bells> bells,
    @Nullable Map<String, @Nullable String> week,
    @Nullable List<@Nullable Special> specialDays) {

  /** From a day to a day, both belonging to it. */
  public record Days(@Nullable String first, @Nullable String last) {}

  /** A term or holidays. */
  public record Named(@Nullable String name, @Nullable String first, @Nullable String last) {}

  /** A stretch of opening hours. */
  public record Hours(@Nullable String opens, @Nullable String closes) {}

  /** A bell schedule. */
  public record Bells(@Nullable String name, @Nullable List<@Nullable Ring> lessons) {}

  /**
   * A lesson of a bell schedule.
   *
   * @param shift left out: FIRST
   */
  public record Ring(
      @Nullable Integer number,
      @Nullable String shift,
      @Nullable String start,
      @Nullable String end) {}

  /** A special day, see {@link SpecialDay}. */
  public record Special(
      @Nullable String date,
      @Nullable String name,
      @Nullable String taughtAs,
      @Nullable String bells,
      @Nullable List<@Nullable Hours> hours) {}
}
