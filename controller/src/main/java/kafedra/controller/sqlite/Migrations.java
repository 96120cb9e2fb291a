package kafedra.controller.sqlite;

import java.util.List;

/**
 * The controller's schema, in the order in which it grew. Each file runs once; a published one
 * never changes.
 */
public final class Migrations {
  public static final List<String> ALL =
      List.of(
          "001-roster.sql",
          "002-access.sql",
          "010-booking.sql",
          "011-session.sql",
          "012-fleet.sql",
          "013-replica.sql",
          "014-usage.sql",
          "020-calendar.sql",
          "021-feed.sql",
          "022-queue.sql",
          "023-timetable.sql",
          "024-policy.sql",
          "030-schedule.sql",
          "031-screens.sql",
          "037-closure.sql",
          "038-lesson-teacher.sql",
          "041-help.sql",
          "042-codes.sql",
          "043-mood.sql",
          "032-seat-index.sql",
          "034-seat-guard.sql",
          "055-seats.sql");

  private Migrations() {}
}
