package kafedra.controller.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.access.AuditChain;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Attachment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Clearance;
import kafedra.controller.booking.DoublePromiseException;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Series;
import kafedra.controller.sql.BookingRows;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a group of work comes to, in two round trips when it only enters and in five at the
 * most; more for what is larger than a {@link Parts part}, and for what comes with it.
 */
final class Ledger {
  private record Seat(Booking booking, int place, WorkstationId workstation) {
    /** In one order for every writer, so that two wait for one another and not both for both. */
    static final Comparator<Seat> ORDER =
        Comparator.comparing((Seat it) -> it.workstation().value())
            .thenComparing(it -> it.booking().slot().start());
  }

  private record Cleared(
      Clearance clearance, int place, Clearance.Entry entry, @Nullable ClosureId heir) {}

  /** Other controllers wait here, so that the audit is one chain. */
  static final String HEAD = "SELECT number, hash FROM audit_head FOR UPDATE";

  private static final String UNSEAT = "DELETE FROM booking_seat WHERE booking = ANY (?::text[])";

  private static final String REPLACE =
      """
      UPDATE booking b SET
        lab = n.lab, starts = n.starts, ends = n.ends, purpose = n.purpose, label = n.label,
        status = n.status, version = n.version, held_until = n.held_until, school = n.school,
        building = n.building, checked_in_at = least(b.checked_in_at, n.checked_in_at)
      FROM unnest(?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                  ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::text[], ?::text[],
                  ?::timestamptz[])
        AS n (id, was, lab, starts, ends, purpose, label, status, version, held_until, school,
              building, checked_in_at)
      WHERE b.id = n.id AND b.version = n.was
      """;

  private static final Columns<Sum.Change> REPLACED =
      Columns.of(
          it -> it.after().id(),
          it -> it.before().orElseThrow().version(),
          it -> it.after().lab(),
          it -> it.after().slot().start(),
          it -> it.after().slot().end(),
          it -> it.after().purpose(),
          it -> it.after().label(),
          it -> it.after().status(),
          it -> it.after().version(),
          it -> it.after().heldUntil(),
          it -> it.after().school(),
          it -> it.after().building(),
          it -> it.after().checkedIn());

  private static final String ENTER =
      """
      WITH entered AS (
        INSERT INTO booking (id, person, grp, school, building, lab, starts, ends, purpose, label,
                             status, version, wish, made_by, made_at, checked_in_at, held_until,
                             series, link, kbps_per_client, screens)
        SELECT * FROM unnest(
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
          ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
          ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::int[],
          ?::text[])),
      seated AS (
        INSERT INTO booking_seat (booking, place, workstation, lab, starts, ends, live)
        SELECT * FROM unnest(
          ?::text[], ?::int[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
          ?::boolean[])),
      noted AS (
        INSERT INTO audit (number, at, actor, action, subject, detail, hash)
        SELECT * FROM unnest(
          ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])),
      headed AS (UPDATE audit_head SET number = ?, hash = ?),
      together AS (
        INSERT INTO series (id, kind, title, rule, link, kbps_per_client, made_by, made_at, screens)
        SELECT * FROM unnest(
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
          ?::timestamptz[], ?::text[])
        ON CONFLICT (id) DO NOTHING)
      UPDATE booking_writer SET committed = ?, seen = now() WHERE id = ?
      """;

  private static final Columns<Booking> ENTERED =
      Columns.of(
          Booking::id,
          it -> it.holder() instanceof Holder.OfPerson one ? one.person() : null,
          it -> it.holder() instanceof Holder.OfGroup many ? many.group() : null,
          Booking::school,
          Booking::building,
          Booking::lab,
          it -> it.slot().start(),
          it -> it.slot().end(),
          Booking::purpose,
          Booking::label,
          Booking::status,
          Booking::version,
          Booking::wish,
          Booking::madeBy,
          Booking::madeAt,
          Booking::checkedIn,
          Booking::heldUntil,
          Booking::series,
          it -> it.online().link(),
          it -> it.online().kbpsPerClient(),
          it -> it.online().screens());

  private static final Columns<Seat> SEATED =
      Columns.of(
          it -> it.booking().id(),
          Seat::place,
          Seat::workstation,
          it -> it.booking().lab(),
          it -> it.booking().slot().start(),
          it -> it.booking().slot().end(),
          it -> it.booking().isLive());

  static final Columns<AuditChain.Link> NOTED =
      Columns.of(
          it -> it.entry().number(),
          it -> it.entry().at(),
          it -> it.entry().actor(),
          it -> it.entry().action(),
          it -> it.entry().subject(),
          it -> it.entry().detail(),
          AuditChain.Link::hash);

  private static final Columns<Series> TOGETHER =
      Columns.of(
          Series::id,
          Series::kind,
          Series::title,
          Series::rule,
          it -> it.online().link(),
          it -> it.online().kbpsPerClient(),
          Series::madeBy,
          Series::madeAt,
          it -> it.online().screens());

  private static final String SETTLE =
      """
      WITH settled AS (
        INSERT INTO clearance (closure, step, by, at)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[]))
      INSERT INTO clearance_booking (closure, step, place, booking, version, fate, why, heir)
      SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::text[],
                           ?::text[], ?::text[])
      """;

  private static final Columns<Clearance> SETTLED =
      Columns.of(Clearance::closure, Clearance::step, Clearance::by, Clearance::at);

  private static final Columns<Cleared> CLEARED =
      Columns.of(
          it -> it.clearance().closure(),
          it -> it.clearance().step(),
          Cleared::place,
          it -> it.entry().booking(),
          it -> it.entry().version(),
          it -> it.entry().fate(),
          it -> it.entry().why().map(Enum::name).orElse(""),
          Cleared::heir);

  private final Connection connection;
  private final String writer;

  Ledger(Connection connection, String writer) {
    this.connection = connection;
    this.writer = writer;
  }

  /**
   * Writes without committing.
   *
   * @param number that the writer's count of groups becomes
   * @throws DoublePromiseException if a booking does not stand at the version that was to be
   *     changed
   */
  void write(Sum sum, long number) throws SQLException {
    AuditChain.Head head = head();
    List<AuditChain.Link> links = links(head, sum.notes());
    AuditChain.Head last = links.isEmpty() ? head : links.getLast().head();
    replace(sum.replaced());
    settle(sum.clearances());
    for (Attachment attachment : sum.attachments()) {
      TimetableLedger.write(connection, attachment);
    }
    Parts<Booking> entered = new Parts<>(sum.entered());
    Parts<Booking> seated = new Parts<>(sum.seated()); // no booking comes before it is entered
    Parts<AuditChain.Link> noted = new Parts<>(links);
    Parts<Series> together = new Parts<>(sum.series());
    try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
      int parts =
          Stream.of(entered, seated, noted, together).mapToInt(Parts::count).max().orElse(1);
      for (int part = 0; part < Math.max(1, parts); part++) {
        int next = ENTERED.set(enter, 1, entered.part(part));
        next = SEATED.set(enter, next, seats(seated.part(part)));
        next = NOTED.set(enter, next, noted.part(part));
        enter.setLong(next++, last.number());
        enter.setString(next++, last.hash());
        next = TOGETHER.set(enter, next, together.part(part));
        enter.setLong(next++, number);
        enter.setString(next, writer);
        if (enter.executeUpdate() != 1) {
          throw new SQLException("the row of writer " + writer + " is gone");
        }
      }
    }
  }

  private AuditChain.Head head() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(HEAD)) {
      if (!row.next()) {
        throw new SQLException("the row of the audit's last entry is gone");
      }
      return new AuditChain.Head(row.getLong(1), row.getString(2));
    }
  }

  private static List<AuditChain.Link> links(AuditChain.Head head, List<Sum.Note> notes) {
    List<AuditChain.Link> links = new ArrayList<>(notes.size());
    AuditChain.Head before = head;
    for (Sum.Note note : notes) {
      Act act = note.act();
      AuditChain.Link link =
          before.follow(
              act.at(),
              act.actor(),
              BookingRows.action(act.deed()),
              note.booking().id().value(),
              BookingRows.detail(note.booking(), act));
      links.add(link);
      before = link.head();
    }
    return links;
  }

  private void replace(List<Sum.Change> changes) throws SQLException {
    Parts<Sum.Change> parts = new Parts<>(changes);
    if (parts.count() > 1) {
      check(Check.LATER); // two that change places may be in two parts
    }
    for (int part = 0; part < parts.count(); part++) {
      unseat(parts.part(part).stream().filter(Sum.Change::moves).toList());
    }
    for (int part = 0; part < parts.count(); part++) {
      replacePart(parts.part(part));
    }
    if (parts.count() > 1) {
      check(Check.NOW);
    }
  }

  private enum Check {
    LATER("DEFERRED"),
    NOW("IMMEDIATE");

    private final String word;

    Check(String word) {
      this.word = word;
    }
  }

  private void check(Check when) throws SQLException {
    try (Statement set = connection.createStatement()) {
      set.execute("SET CONSTRAINTS person_promised_once " + when.word);
    }
  }

  private void unseat(List<Sum.Change> moving) throws SQLException {
    if (moving.isEmpty()) {
      return;
    }
    try (PreparedStatement unseat = connection.prepareStatement(UNSEAT)) {
      int _ = Columns.<Sum.Change>of(it -> it.after().id()).set(unseat, 1, moving);
      unseat.executeUpdate();
    }
  }

  private void replacePart(List<Sum.Change> changes) throws SQLException {
    try (PreparedStatement replace = connection.prepareStatement(REPLACE)) {
      int _ = REPLACED.set(replace, 1, changes);
      int done = replace.executeUpdate();
      if (done != changes.size()) {
        Booking first = changes.getFirst().before().orElseThrow();
        throw new DoublePromiseException(
            first,
            new SQLException(
                done + " of " + changes.size() + " bookings stand at the version that was known"));
      }
    }
  }

  private void settle(List<Clearance> clearances) throws SQLException {
    if (clearances.isEmpty()) {
      return;
    }
    List<Cleared> cleared = new ArrayList<>();
    for (Clearance clearance : clearances) {
      for (Clearance.Entry entry : clearance.entries()) {
        cleared.add(new Cleared(clearance, cleared.size(), entry, null));
      }
      for (Clearance.Handed handed : clearance.handed()) {
        cleared.add(new Cleared(clearance, cleared.size(), handed.entry(), handed.to()));
      }
    }
    try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
      int next = SETTLED.set(settle, 1, clearances);
      int _ = CLEARED.set(settle, next, cleared);
      settle.executeUpdate();
    }
  }

  private static List<Seat> seats(List<Booking> bookings) {
    List<Seat> seats = new ArrayList<>();
    for (Booking booking : bookings) {
      for (int place = 0; place < booking.seats().size(); place++) {
        seats.add(new Seat(booking, place, booking.seats().get(place)));
      }
    }
    seats.sort(Seat.ORDER);
    return seats;
  }
}
