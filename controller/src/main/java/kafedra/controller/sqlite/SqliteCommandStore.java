package kafedra.controller.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.CallId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.SeatAct;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.command.CommandStore;
import kafedra.controller.command.IssuedCommand;
import org.jspecify.annotations.Nullable;

/** Commands in SQLite. */
public final class SqliteCommandStore implements CommandStore {
  private static final String INSERT =
      """
      INSERT INTO command (action, session, extend_ms, person, workstation, ticket, end_reason,
                           call, text, id, kiosk, school, issued_by, issued_at, expires_at, state, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Before the name of an act at a workstation. */
  private static final String ACT = "ACT_";

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
      @Nullable String workstation,
      @Nullable String ticket,
      @Nullable String endReason,
      @Nullable String call,
      @Nullable String text) {
    private ActionRow(
        String action,
        @Nullable String session,
        @Nullable Long extendMs,
        @Nullable String person,
        @Nullable String workstation,
        @Nullable String ticket,
        @Nullable String endReason) {
      this(action, session, extendMs, person, workstation, ticket, endReason, null, null);
    }

    private static ActionRow onTicket(String action, TicketId ticket) {
      return new ActionRow(action, null, null, null, null, ticket.value(), null);
    }

    static ActionRow of(CommandAction action) {
      return switch (action) {
        case CommandAction.EndSession it ->
            new ActionRow(
                "END",
                it.session().value(),
                null,
                null,
                null,
                null,
                it.reason() == null ? null : it.reason().name());
        case CommandAction.ExtendSession it ->
            new ActionRow(
                "EXTEND", it.session().value(), it.by().toMillis(), null, null, null, null);
        case CommandAction.SeatPerson it ->
            new ActionRow(
                "SEAT", null, null, it.person().value(), it.workstation().value(), null, null);
        case CommandAction.CallNext it ->
            new ActionRow("CALL_NEXT", null, null, null, it.workstation().value(), null, null);
        case CommandAction.TicketToEnd it -> onTicket("TO_END", it.ticket());
        case CommandAction.RemoveTicket it -> onTicket("REMOVE", it.ticket());
        case CommandAction.AnswerCall it ->
            new ActionRow(
                "ANSWER_CALL", null, null, null, null, null, null, it.call().value(), null);
        case CommandAction.ActOnSeat it ->
            new ActionRow(
                ACT + it.act(),
                it.session() == null ? null : it.session().value(),
                null,
                null,
                it.workstation().value(),
                null,
                null,
                null,
                it.text());
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
                action.ticket(),
                action.endReason(),
                action.call(),
                action.text(),
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
  public void end(
      CommandId id, IssuedCommand.State state, @Nullable String reason, @Nullable String details) {
    int _ =
        writer.write(connection ->
            Rows.change(
                connection,
                """
                UPDATE command SET state = ?1, reason = ?2, details = ?4
                WHERE id = ?3 AND (state = 'WAITING' OR state = 'EXPIRED' AND ?1 <> 'EXPIRED')
                """,
                state.name(),
                reason,
                id.value(),
                details));
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
        row.getString("reason"),
        row.getString("details"));
  }

  private static CommandAction action(ResultSet row) throws SQLException {
    String action = row.getString("action");
    return switch (action) {
      case "END" -> {
        String reason = row.getString("end_reason");
        yield new CommandAction.EndSession(
            new SessionId(row.getString("session")),
            reason == null ? null : EndReason.valueOf(reason));
      }
      case "EXTEND" ->
          new CommandAction.ExtendSession(
              new SessionId(row.getString("session")), Duration.ofMillis(row.getLong("extend_ms")));
      case "SEAT" ->
          new CommandAction.SeatPerson(
              new PersonId(row.getString("person")),
              new WorkstationId(row.getString("workstation")));
      case "CALL_NEXT" ->
          new CommandAction.CallNext(new WorkstationId(row.getString("workstation")));
      case "TO_END" -> new CommandAction.TicketToEnd(new TicketId(row.getString("ticket")));
      case "ANSWER_CALL" -> new CommandAction.AnswerCall(new CallId(row.getString("call")));
      case "REMOVE" -> new CommandAction.RemoveTicket(new TicketId(row.getString("ticket")));
      default -> {
        if (!action.startsWith(ACT)) {
          throw new IllegalStateException("no action " + action);
        }
        String session = row.getString("session");
        yield new CommandAction.ActOnSeat(
            new WorkstationId(row.getString("workstation")),
            SeatAct.valueOf(action.substring(ACT.length())),
            row.getString("text"),
            session == null ? null : new SessionId(session));
      }
    };
  }
}
