package kafedra.controller;

import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.closing.ClosureStore;
import kafedra.controller.policy.NoShows;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresBookingStore;
import kafedra.controller.postgres.PostgresClearanceLog;
import kafedra.controller.postgres.PostgresReaders;
import kafedra.controller.postgres.PostgresTimetableStore;
import kafedra.controller.postgres.PostgresWriter;
import kafedra.controller.postgres.Reconnecting;
import kafedra.controller.sqlite.ClosuresBesideBookings;
import kafedra.controller.sqlite.NoShowsBesideBookings;
import kafedra.controller.sqlite.SqliteBookingStore;
import kafedra.controller.sqlite.SqliteClosureStore;
import kafedra.controller.sqlite.SqliteNoShows;
import kafedra.controller.sqlite.SqliteTimetableStore;
import kafedra.controller.sqlite.SqliteUsageSource;
import kafedra.controller.sqlite.UsageBesideBookings;
import kafedra.controller.timetable.TimetableStore;
import kafedra.controller.usage.UsageSource;

/** The part of {@link ControllerMain} that builds whatever reads or writes bookings. */
final class ScheduleMain {
  private static final int READERS = 8;

  private ScheduleMain() {}

  /** What knows where bookings are. */
  record Booked(
      BookingStore store,
      NoShows noShows,
      ClosureStore closures,
      UsageSource usage,
      TimetableStore timetables) {}

  static Booked of(
      ControllerConfig.Schedule schedule,
      SqliteReaders readers,
      SqliteWriter writer,
      StopList parts,
      SqliteClosureStore closures) {
    return switch (schedule) {
      case ControllerConfig.Schedule.Embedded here ->
          new Booked(
              new SqliteBookingStore(readers, writer),
              new SqliteNoShows(readers),
              closures,
              new SqliteUsageSource(readers),
              new SqliteTimetableStore(readers, writer));
      case ControllerConfig.Schedule.Postgres there -> beside(there, readers, parts, closures);
    };
  }

  private static Booked beside(
      ControllerConfig.Schedule.Postgres there,
      SqliteReaders readers,
      StopList parts,
      SqliteClosureStore closures) {
    PostgresAddress address = new PostgresAddress(there.url(), there.user(), there.secret());
    PostgresWriter writer =
        parts.add("schedule writer", new PostgresWriter(address, Reconnecting.USUAL));
    PostgresReaders reading = parts.add("schedule readers", new PostgresReaders(address, READERS));
    BookingStore store = new PostgresBookingStore(reading, writer);
    return new Booked(
        store,
        new NoShowsBesideBookings(readers, store),
        new ClosuresBesideBookings(closures, new PostgresClearanceLog(reading)),
        new UsageBesideBookings(readers, store),
        new PostgresTimetableStore(reading, writer));
  }
}
