package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandAction;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.command.CommandStore;
import kafedra.controller.command.IssuedCommand;
import org.jspecify.annotations.Nullable;

/** Commands in SQLite. */
public final class SqliteCommandStore implements CommandStore {
  private static final String INSERT =
      """
      INSERT INTO command (action, session, extend_ms, person, workstation,
                           id, kiosk, school, issued_by, issued_at, expires_at, state, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final SqliteReaders readers;
  private final SqliteWriter writer;

  public SqliteCommandStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  private record ActionRow(
      String action,
      @Nullable String session,
      @Nullable Long extendMs,
      @Nullable String person,
      @Nullable String workstation) {
    static ActionRow of(CommandAction action) {
      return switch (action) {
        case CommandAction.EndSession it ->
            new ActionRow("END", it.session().value(), null, null, null);
        case CommandAction.ExtendSession it ->
            new ActionRow("EXTEND", it.session().value(), it.by().toMillis(), null, null);
        case CommandAction.SeatPerson it ->
            new ActionRow("SEAT", null, null, it.person().value(), it.workstation().value());
      };
    }
  }

  @Override
  public void add(IssuedCommand command) {
    ActionRow action = ActionRow.of(command.action());
    int _ =
        writer.write(connection ->
            Rows.change(
                connection,
                INSERT,
                action.action(),
                action.session(),
                action.extendMs(),
                action.person(),
                action.workstation(),
                command.id().value(),
                command.kiosk().value(),
                command.school().value(),
                command.issuedBy(),
                command.issued().toEpochMilli(),
                command.expires().toEpochMilli(),
                command.state().name(),
                command.reason()));
  }

  @Override
  public Optional<IssuedCommand> find(CommandId id) {
    return readers.read(connection ->
        Rows.find(
            connection,
            "SELECT * FROM command WHERE id = ?",
            SqliteCommandStore::command,
            id.value()));
  }

  @Override
  public List<IssuedCommand> waiting() {
    return readers.read(connection ->
        Rows.list(
            connection,
            "SELECT * FROM command WHERE state = 'WAITING' ORDER BY issued_at",
            SqliteCommandStore::command));
  }

  /** A late answer tells more than «expired», so it may replace that. */
  @Override
  public void end(CommandId id, IssuedCommand.State state, @Nullable String reason) {
    int _ =
        writer.write(connection ->
            Rows.change(
                connection,
                """
                UPDATE command SET state = ?1, reason = ?2
                WHERE id = ?3 AND (state = 'WAITING' OR state = 'EXPIRED' AND ?1 <> 'EXPIRED')
                """,
                state.name(),
                reason,
                id.value()));
  }

  @Override
  public void forgetBefore(Instant then) {
    int _ =
        writer.write(connection ->
            Rows.change(
                connection,
                "DELETE FROM command WHERE state <> 'WAITING' AND issued_at < ?",
                then.toEpochMilli()));
  }

  private static IssuedCommand command(ResultSet row) throws SQLException {
    return new IssuedCommand(
        new CommandId(row.getString("id")),
        new KioskId(row.getString("kiosk")),
        new SchoolId(row.getString("school")),
        action(row),
        row.getString("issued_by"),
        Instant.ofEpochMilli(row.getLong("issued_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        IssuedCommand.State.valueOf(row.getString("state")),
        row.getString("reason"));
  }

  private static CommandAction action(ResultSet row) throws SQLException {
    String action = row.getString("action");
    return switch (action) {
      case "END" -> new CommandAction.EndSession(new SessionId(row.getString("session")));
      case "EXTEND" ->
          new CommandAction.ExtendSession(
              new SessionId(row.getString("session")), Duration.ofMillis(row.getLong("extend_ms")));
      case "SEAT" ->
          new CommandAction.SeatPerson(
              new PersonId(row.getString("person")),
              new WorkstationId(row.getString("workstation")));
      default -> throw new IllegalStateException("no action " + action);
    };
  }
}
