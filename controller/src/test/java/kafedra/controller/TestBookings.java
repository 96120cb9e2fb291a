package kafedra.controller;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import kafedra.contract.sqlite.SqlWork;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresAudit;
import kafedra.controller.postgres.PostgresBookingStore;
import kafedra.controller.postgres.PostgresConnections;
import kafedra.controller.postgres.PostgresReaders;
import kafedra.controller.postgres.PostgresTimetableStore;
import kafedra.controller.postgres.PostgresWriter;
import kafedra.controller.postgres.Reconnecting;
import kafedra.controller.sqlite.SqliteAuditLog;
import kafedra.controller.sqlite.SqliteBookingStore;
import kafedra.controller.sqlite.SqliteTimetableStore;
import kafedra.controller.timetable.TimetableStore;

/** Where the bookings of a test are kept, and a way past all of our code to look at them. */
public sealed interface TestBookings extends AutoCloseable {
  BookingStore store();

  TimetableStore timetables();

  /** The number of the first entry of the audit beside the bookings that does not fit. */
  Optional<Long> firstBroken();

  /** Does something in the database that no controller does. */
  <T> T raw(SqlWork<T> work);

  /** The first column of the first row. */
  default long number(String sql) {
    return raw(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql);
          var row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }

  default int run(String sql) {
    return raw(connection -> {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }

  @Override
  void close();

  /** In the controller's own SQLite. */
  record OfSqlite(SqliteReaders readers, SqliteWriter writer, BookingStore store)
      implements TestBookings {
    static OfSqlite in(SqliteReaders readers, SqliteWriter writer) {
      return new OfSqlite(readers, writer, new SqliteBookingStore(readers, writer));
    }

    @Override
    public TimetableStore timetables() {
      return new SqliteTimetableStore(readers, writer);
    }

    @Override
    public Optional<Long> firstBroken() {
      return new SqliteAuditLog(readers, writer, InstantSource.system()).firstBroken();
    }

    @Override
    public <T> T raw(SqlWork<T> work) {
      return writer.write(work);
    }

    @Override
    public void close() {
      // the district closes its file
    }
  }

  /** In PostgreSQL. */
  record OfPostgres(
      PostgresAddress address, PostgresReaders readers, PostgresWriter writer, BookingStore store)
      implements TestBookings {
    public static OfPostgres at(PostgresAddress address) {
      PostgresWriter writer = new PostgresWriter(address, Reconnecting.USUAL);
      PostgresReaders readers = new PostgresReaders(address, 4);
      return new OfPostgres(address, readers, writer, new PostgresBookingStore(readers, writer));
    }

    @Override
    public TimetableStore timetables() {
      return new PostgresTimetableStore(readers, writer);
    }

    @Override
    public Optional<Long> firstBroken() {
      return new PostgresAudit(readers).firstBroken();
    }

    @Override
    public <T> T raw(SqlWork<T> work) {
      try (Connection connection = PostgresConnections.open(address)) {
        return work.run(connection);
      } catch (SQLException failed) {
        throw new IllegalStateException(failed.getMessage(), failed);
      }
    }

    @Override
    public void close() {
      writer.close();
      readers.close();
    }
  }
}
