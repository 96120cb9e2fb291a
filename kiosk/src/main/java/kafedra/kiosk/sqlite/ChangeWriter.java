package kafedra.kiosk.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Mood;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.time.BootId;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;
import org.jspecify.annotations.Nullable;

/** Writes one change within the caller's transaction. */
final class ChangeWriter {
  private final Outbox outbox;
  private final ReplicaRows replicaRows;

  ChangeWriter(Outbox outbox, ReplicaRows replicaRows) {
    this.outbox = outbox;
    this.replicaRows = replicaRows;
  }

  void write(Connection connection, Change change) throws SQLException {
    switch (change) {
      case Change.SessionIs(Session session) -> write(connection, session);
      case Change.TicketIs(Ticket ticket) -> write(connection, ticket);
      case Change.AttemptsAre(Attempts attempts) -> write(connection, attempts);
      case Change.AttemptsForgotten(String key) ->
          run(connection, "DELETE FROM attempts WHERE key = ?", key);
      case Change.RequestIs(BookingRequest request) -> write(connection, request);
      case Change.RequestAnswered answered ->
          run(connection, "DELETE FROM booking_request WHERE id = ?", answered.id().value());
      case Change.ReplicaChanged replica -> replicaRows.apply(connection, replica.piece());
      case Change.CodeUsed(String verifier, Instant at) ->
          run(
              connection,
              "INSERT INTO used_code (verifier, at) VALUES (?, ?)",
              verifier,
              at.toEpochMilli());
      case Change.SeatServiceIs(WorkstationId seat, ReplicaItem.Service service) ->
          run(
              connection,
              """
              INSERT INTO seat_service (workstation, service) VALUES (?, ?)
              ON CONFLICT (workstation) DO UPDATE SET service = excluded.service
              """,
              seat.value(),
              service.name());
      case Change.SeatServiceKnown(WorkstationId seat) ->
          run(connection, "DELETE FROM seat_service WHERE workstation = ?", seat.value());
      case Change.MoodCounted(LocalDate date, Mood mood) ->
          run(
              connection,
              """
              INSERT INTO mood (date, mood, count) VALUES (?, ?, 1)
              ON CONFLICT (date, mood) DO UPDATE SET count = count + 1
              """,
              date.toString(),
              mood.name());
      case Change.MoodsTold(LocalDate last) ->
          run(connection, "DELETE FROM mood WHERE date <= ?", last.toString());
      case Change.CommandAnswered answered ->
          run(
              connection,
              "INSERT INTO command (id, outcome, reason, at) VALUES (?, ?, ?, ?)",
              answered.reply().id().value(),
              answered.reply().outcome().name(),
              answered.reply().reason(),
              answered.at().toEpochMilli());
      case Change.BootDated(BootId boot, Instant at) ->
          BootRows.dated(connection, outbox, boot, at);
      case Change.Recorded recorded -> {
        var _ = outbox.append(connection, recorded.siteRecord());
      }
    }
  }

  private static void write(Connection connection, Session session) throws SQLException {
    run(
        connection,
        """
        INSERT INTO session (id, workstation, person, booking, method, started_at, planned_end,
          standing, reason, ended_at, signed_in, active,
          planned_at, planned_up, planned_boot, planned_trust)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at,
          planned_end = excluded.planned_end, planned_at = excluded.planned_at,
          planned_up = excluded.planned_up, planned_boot = excluded.planned_boot,
          planned_trust = excluded.planned_trust, standing = excluded.standing, reason = excluded.reason, ended_at = excluded.ended_at,
          signed_in = excluded.signed_in, active = excluded.active
        """,
        session.id().value(),
        session.workstation().value(),
        session.person().value(),
        session.booking() == null ? null : session.booking().value(),
        session.method().name(),
        session.startedAt().toEpochMilli(),
        session.plannedEnd().toEpochMilli(),
        session.standing().name(),
        session.reason().name(),
        millis(session.endedAt()),
        session.signedIn().toMillis(),
        session.active().toMillis(),
        session.planned().stamp().wall().toEpochMilli(),
        session.planned().stamp().sinceBoot().toMillis(),
        session.planned().boot().value(),
        session.planned().stamp().trust().name());
  }

  private static void write(Connection connection, Ticket ticket) throws SQLException {
    Ticket.FirstCall call = ticket.firstCall();
    run(
        connection,
        """
        INSERT INTO ticket (serial, day, number, person, fate, seat, held_until, lab, features,
          drawn_at, stated, place, turn, passed, missed, waited, called_lab)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (serial) DO UPDATE SET fate = excluded.fate, seat = excluded.seat,
          held_until = excluded.held_until, place = excluded.place, passed = excluded.passed,
          missed = excluded.missed, waited = excluded.waited, called_lab = excluded.called_lab
        """,
        ticket.serial(),
        ticket.day().toString(),
        ticket.number(),
        ticket.person().value(),
        ticket.fate().name(),
        value(ticket.seat()),
        millis(ticket.heldUntil()),
        value(ticket.wish().lab()),
        ticket.wish().features().stream().map(Feature::name).collect(Collectors.joining(",")),
        ticket.drawnAt().toEpochMilli(),
        millis(ticket.stated()),
        ticket.standing().place(),
        ticket.standing().turn().name(),
        ticket.standing().passed(),
        ticket.standing().missed(),
        call == null ? null : call.waited().toMillis(),
        call == null ? null : call.lab().value());
  }

  private static void write(Connection connection, Attempts attempts) throws SQLException {
    run(
        connection,
        """
        INSERT INTO attempts (key, wrong, pause, last_at, last_up, last_boot, last_trust)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET wrong = excluded.wrong, pause = excluded.pause,
          last_at = excluded.last_at, last_up = excluded.last_up,
          last_boot = excluded.last_boot, last_trust = excluded.last_trust
        """,
        attempts.key(),
        attempts.wrong(),
        attempts.pause().toMillis(),
        attempts.last().stamp().wall().toEpochMilli(),
        attempts.last().stamp().sinceBoot().toMillis(),
        attempts.last().boot().value(),
        attempts.last().stamp().trust().name());
  }

  private static void write(Connection connection, BookingRequest request) throws SQLException {
    run(
        connection,
        """
        INSERT INTO booking_request (id, person, workstation, starts, ends, wish)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET wish = excluded.wish
        """,
        request.id().value(),
        request.person().value(),
        value(request.workstation()),
        request.slot().start().toEpochMilli(),
        request.slot().end().toEpochMilli(),
        request.wish().name());
  }

  private static @Nullable String value(@Nullable WorkstationId workstation) {
    return workstation == null ? null : workstation.value();
  }

  private static @Nullable String value(@Nullable LabId lab) {
    return lab == null ? null : lab.value();
  }

  private static @Nullable Long millis(@Nullable Duration length) {
    return length == null ? null : length.toMillis();
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  private static void run(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
