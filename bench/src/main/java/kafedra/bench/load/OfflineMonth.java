package kafedra.bench.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.sqlite.SqliteJournal;

/** An outbox as a kiosk has it after days without its line, written straight into its database. */
public final class OfflineMonth {
  private static final Duration SESSION = Duration.ofMinutes(30);
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int WINDOWS_A_DAY = 288;

  private final Outbox outbox = new Outbox(new MessageCodec());
  private final TrialDistrict district;
  private final Instant from;

  /**
   * @param from when the line was cut
   */
  public OfflineMonth(TrialDistrict district, Instant from) {
    this.district = district;
    this.from = from;
  }

  /** Writes it, and says how many records it holds. */
  public long write(Path data, int days, int sessionsADay) {
    try (SqliteFile file =
            SqliteFile.open(
                data.resolve("kiosk.db"), SqliteJournal.class, SqliteJournal.MIGRATIONS);
        SqliteWriter writer = new SqliteWriter(file, "month")) {
      KioskId kiosk = district.kiosk(0);
      StreamId _ = writer.write(connection -> outbox.stream(connection, kiosk));
      for (int day = 0; day < days; day++) {
        Instant midnight = from.plus(Duration.ofDays(day));
        boolean _ =
            writer.write(connection -> {
              day(connection, midnight, sessionsADay);
              return true;
            });
      }
      return writer.write(outbox::extent).newest();
    }
  }

  private void day(Connection connection, Instant midnight, int sessions) throws SQLException {
    for (int i = 0; i < WINDOWS_A_DAY; i++) {
      Stamp at = stamp(midnight.plus(WINDOW.multipliedBy(i + 1L)));
      append(
          connection,
          new SiteRecord.LineMeasured(at, WINDOW, LineMethod.LOWER_BOUND, 0, 0, 0, null));
    }
    Duration opens = Duration.ofHours(8);
    for (int i = 0; i < sessions; i++) {
      Instant begins =
          midnight.plus(opens).plus(Duration.ofHours(10).multipliedBy(i).dividedBy(sessions));
      session(connection, begins, i);
    }
  }

  private void session(Connection connection, Instant begins, int number) throws SQLException {
    SessionId id = new SessionId("month-" + begins.toEpochMilli() + "-" + number);
    WorkstationId seat = district.seat(0, number % district.seats());
    PersonId person = new PersonId("person-" + number);
    append(
        connection,
        new SiteRecord.SessionStarted(
            stamp(begins), id, seat, person, null, SignInMethod.CARD, begins.plus(SESSION)));
    append(connection, new SiteRecord.SeatChanged(stamp(begins), seat, SeatCondition.IN_USE));
    for (int minutes = 5; minutes < SESSION.toMinutes(); minutes += 5) {
      Duration so = Duration.ofMinutes(minutes);
      append(
          connection, new SiteRecord.SessionUsed(stamp(begins.plus(so)), id, so, so.dividedBy(2)));
    }
    Stamp over = stamp(begins.plus(SESSION));
    append(
        connection,
        new SiteRecord.SessionEnded(over, id, EndReason.TIME_UP, SESSION, SESSION.dividedBy(2)));
    append(connection, new SiteRecord.SeatChanged(over, seat, SeatCondition.FREE));
  }

  private Stamp stamp(Instant at) {
    return new Stamp(at, Duration.between(from, at), ClockTrust.TRUSTED);
  }

  private void append(Connection connection, SiteRecord siteRecord) throws SQLException {
    long _ = outbox.append(connection, siteRecord);
  }
}
