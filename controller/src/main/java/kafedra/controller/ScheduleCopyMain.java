package kafedra.controller;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.booking.Schedule;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresBookingStore;
import kafedra.controller.postgres.PostgresReaders;
import kafedra.controller.postgres.PostgresWriter;
import kafedra.controller.postgres.Reconnecting;
import kafedra.controller.postgres.ScheduleCopy;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteAuditLog;
import kafedra.controller.sqlite.SqliteBookingStore;

/** Puts together what carries the schedule of a controller that is stopped into PostgreSQL. */
public final class ScheduleCopyMain {
  private ScheduleCopyMain() {}

  /**
   * Copies, and proves of what lies there that a controller's memory will agree with it.
   *
   * @param data folder of the controller
   * @throws StoreException if it failed, and nothing was changed
   */
  public static ScheduleCopy.Outcome copy(
      Path data, PostgresAddress to, ScheduleCopy.Onto onto, InstantSource clock) {
    Path path = data.resolve("controller.db");
    if (!Files.exists(path)) {
      throw new StoreException("There is no " + path + "; nothing was changed.");
    }
    try (SqliteFile file = SqliteFile.open(path, Migrations.class, Migrations.ALL);
        SqliteReaders from = new SqliteReaders(file, 2)) {
      ScheduleCopy.Outcome outcome = new ScheduleCopy(from, to).copy(onto, clock.instant());
      if (outcome instanceof ScheduleCopy.Outcome.Copied) {
        rebuild(file, from, to, clock);
      }
      return outcome;
    }
  }

  /** Opens the copy as a controller does. */
  private static void rebuild(
      SqliteFile file, SqliteReaders from, PostgresAddress to, InstantSource clock) {
    try (SqliteWriter writer = new SqliteWriter(file, "copy-writer");
        PostgresWriter there = new PostgresWriter(to, Reconnecting.USUAL);
        PostgresReaders reading = new PostgresReaders(to, 1)) {
      Schedule before = Schedule.of(new SqliteBookingStore(from, writer), clock.instant());
      Schedule after = Schedule.of(new PostgresBookingStore(reading, there), clock.instant());
      if (!Set.copyOf(before.all()).equals(Set.copyOf(after.all()))) {
        throw new StoreException(
            "The schedule was copied, but memory makes of it what was not there before. Do not use"
                + " the copy.");
      }
      new SqliteAuditLog(from, writer, clock)
          .note("kafedra", "schedule-copied", "", "to=" + to.url().replaceFirst("\\?.*", ""));
    }
  }
}
