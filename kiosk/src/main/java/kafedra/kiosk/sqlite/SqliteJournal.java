package kafedra.kiosk.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.message.Mood;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.sqlite.SqlWork;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;
import kafedra.kiosk.survey.MoodSum;
import kafedra.kiosk.upkeep.Troubles;

/** The journal in SQLite. Records go to the outbox in the same transaction as what they tell of. */
public final class SqliteJournal implements Journal {
  /** The schema, for {@code SqliteFile.open} with this class as the owner. */
  public static final List<String> MIGRATIONS =
      List.of(
          Outbox.MIGRATION,
          "/kafedra/kiosk/sqlite/001-kiosk.sql",
          "/kafedra/kiosk/sqlite/002-queue.sql",
          "/kafedra/kiosk/sqlite/007-clock.sql",
          "/kafedra/kiosk/sqlite/003-screens.sql",
          "/kafedra/kiosk/sqlite/004-staff.sql",
          "/kafedra/kiosk/sqlite/005-mood.sql");

  private final SqliteWriter writer;
  private final SqliteReaders readers;
  private final Outbox outbox;
  private final ChangeWriter changeWriter;
  private final ReplicaRows replicaRows;
  private final Troubles troubles;
  private final Runnable recordAdded;

  /**
   * @param troubles told when nothing can be written, and when it can again
   * @param recordAdded told after each commit that put a record into the outbox
   */
  public SqliteJournal(
      SqliteWriter writer,
      SqliteReaders readers,
      Outbox outbox,
      MessageCodec codec,
      Troubles troubles,
      Runnable recordAdded) {
    this.writer = writer;
    this.readers = readers;
    this.outbox = outbox;
    this.replicaRows = new ReplicaRows(codec);
    this.changeWriter = new ChangeWriter(outbox, replicaRows);
    this.troubles = troubles;
    this.recordAdded = recordAdded;
  }

  @Override
  public void commit(List<Change> changes) {
    int written =
        write(connection -> {
          for (Change change : changes) {
            changeWriter.write(connection, change);
          }
          return changes.size();
        });
    if (written > 0 && changes.stream().anyMatch(Change.Recorded.class::isInstance)) {
      recordAdded.run();
    }
  }

  private <T> T write(SqlWork<T> work) {
    try {
      T written = writer.write(work);
      troubles.isRidOf(KioskTrouble.STORE_FAILING);
      return written;
    } catch (StoreException failed) {
      troubles.has(KioskTrouble.STORE_FAILING);
      throw failed;
    }
  }

  @Override
  public void tryWriting() {
    boolean _ =
        write(connection -> {
          try (Statement row = connection.createStatement()) {
            return row.executeUpdate("UPDATE boot SET first_record = first_record") > 0;
          }
        });
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Row<T> row, Object... parameters) {
    return readers.read(connection -> query(connection, sql, row, parameters));
  }

  private static <T> List<T> query(
      Connection connection, String sql, Row<T> row, Object... parameters) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(row.read(rows));
        }
      }
      return found;
    }
  }

  @Override
  public Optional<Instant> enter(BootId boot) {
    return write(connection -> {
      long next = outbox.extent(connection).newest() + 1;
      return BootRows.enter(connection, boot, next);
    });
  }

  @Override
  public Optional<Instant> lastBelieved() {
    return readers
        .read(outbox::newest)
        .map(SiteRecord::at)
        .filter(stamp -> stamp.trust() == ClockTrust.TRUSTED)
        .map(Stamp::wall);
  }

  @Override
  public List<Session> unsettledSessions() {
    return list(
        "SELECT * FROM session WHERE standing <> 'SETTLED' ORDER BY started_at", Rows::session);
  }

  @Override
  public Optional<Session> session(SessionId id) {
    return list("SELECT * FROM session WHERE id = ?", Rows::session, id.value()).stream()
        .findFirst();
  }

  @Override
  public List<Session> sessionsOf(PersonId person, Instant since, int most) {
    return list(
        "SELECT * FROM session WHERE person = ? AND started_at >= ? ORDER BY started_at DESC LIMIT"
            + " ?",
        Rows::session,
        person.value(),
        since.toEpochMilli(),
        most);
  }

  @Override
  public Set<BookingId> checkedInSince(Instant since) {
    return new HashSet<>(
        list(
            "SELECT booking FROM session WHERE started_at >= ? AND booking IS NOT NULL",
            row -> new BookingId(row.getString(1)),
            since.toEpochMilli()));
  }

  @Override
  public List<Ticket> openTickets() {
    return list(
        "SELECT * FROM ticket WHERE fate IN ('WAITING', 'CALLED') ORDER BY place", Rows::ticket);
  }

  @Override
  public Optional<Ticket> lastTicket() {
    return list("SELECT * FROM ticket ORDER BY serial DESC LIMIT 1", Rows::ticket).stream()
        .findFirst();
  }

  @Override
  public Optional<Attempts> attempts(String key) {
    return list("SELECT * FROM attempts WHERE key = ?", Rows::attempts, key).stream().findFirst();
  }

  @Override
  public List<BookingRequest> requests() {
    return list("SELECT * FROM booking_request", Rows::request);
  }

  @Override
  public List<ReplicaItem> replica() {
    return list("SELECT body FROM replica", row -> replicaRows.item(row.getBytes(1)));
  }

  @Override
  public Set<String> outdatedReplica() {
    return Set.copyOf(list("SELECT key FROM replica WHERE outdated = 1", row -> row.getString(1)));
  }

  @Override
  public ReplicaVersion replicaVersion() {
    return list(
            "SELECT epoch, number FROM replica_version",
            row -> new ReplicaVersion(row.getString(1), row.getLong(2)))
        .stream()
        .findFirst()
        .orElse(ReplicaVersion.NONE);
  }

  @Override
  public boolean isCodeUsed(String verifier) {
    return !list("SELECT 1 FROM used_code WHERE verifier = ?", row -> row.getInt(1), verifier)
        .isEmpty();
  }

  @Override
  public Map<WorkstationId, ReplicaItem.Service> seatServices() {
    return list(
            "SELECT workstation, service FROM seat_service",
            row ->
                Map.entry(
                    new WorkstationId(row.getString(1)),
                    ReplicaItem.Service.valueOf(row.getString(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<MoodSum> moodsBefore(LocalDate date) {
    List<Map.Entry<LocalDate, Map.Entry<Mood, Integer>>> days =
        list(
            "SELECT date, mood, count FROM mood WHERE date < ? ORDER BY date",
            row ->
                Map.entry(
                    LocalDate.parse(row.getString(1)),
                    Map.entry(Mood.valueOf(row.getString(2)), row.getInt(3))),
            date.toString());
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MoodSum(
                days.getFirst().getKey(),
                days.getLast().getKey(),
                days.stream()
                    .map(Map.Entry::getValue)
                    .collect(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum))));
  }

  @Override
  public Optional<CommandReply> reply(CommandId id) {
    return list(
            "SELECT outcome, reason FROM command WHERE id = ?",
            row -> new CommandReply(id, CommandOutcome.valueOf(row.getString(1)), row.getString(2)),
            id.value())
        .stream()
        .findFirst();
  }
}
