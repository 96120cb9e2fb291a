package kafedra.controller.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.BookingStore;
import kafedra.controller.booking.Holder;
import kafedra.controller.usage.BookingFact;
import kafedra.controller.usage.Cut;
import kafedra.controller.usage.SessionFact;
import kafedra.controller.usage.UsageSource;
import org.jspecify.annotations.Nullable;

/**
 * What reports are made of when bookings are kept in another store: sessions and classes are in
 * SQLite, and what a session was booked for is asked of the store some hundred sessions at a time.
 */
public final class UsageBesideBookings implements UsageSource {
  /** Sessions whose bookings are asked for in one question. */
  private static final int AT_ONCE = 500;

  /** Bookings are read so much time at a time: a year is never in memory at once. */
  private static final Duration PART = Duration.ofDays(7);

  /** A session is not longer; bounds how far before a span its sessions may have begun. */
  private static final Duration LONGEST = Duration.ofHours(36);

  private static final String SESSION =
      """
      SELECT s.lab, s.person, s.booking, s.signed_in_ms, s.active_ms,
        coalesce(s.started_at, s.ended_at - s.signed_in_ms) AS started
      FROM session s
      """;

  // in two halves, as in SqliteUsageSource
  private static final String SESSIONS =
      SESSION
          + "WHERE s.school = ?1 AND s.started_at >= ?2 AND s.started_at < ?3 UNION ALL "
          + SESSION
          + "WHERE s.school = ?1 AND s.started_at IS NULL AND s.ended_at >= ?2 AND s.ended_at < ?3";

  private static final String CLASSES =
      """
      SELECT m.person_id, m.group_id FROM group_member m JOIN learning_group g ON g.id = m.group_id
      WHERE g.kind = 'CLASS' AND m.person_id IN (SELECT value FROM json_each(?))
      """;

  private record Sat(
      @Nullable LabId lab,
      @Nullable PersonId person,
      @Nullable BookingId booking,
      Instant start,
      Duration signedIn,
      Duration active) {
    static Sat of(ResultSet row) throws SQLException {
      return new Sat(
          orNull(row.getString("lab"), LabId::new),
          orNull(row.getString("person"), PersonId::new),
          orNull(row.getString("booking"), BookingId::new),
          Instant.ofEpochMilli(row.getLong("started")),
          Duration.ofMillis(row.getLong("signed_in_ms")),
          Duration.ofMillis(row.getLong("active_ms")));
    }
  }

  private final SqliteReaders readers;
  private final BookingStore bookings;
  private final UsageSource rest;

  public UsageBesideBookings(SqliteReaders readers, BookingStore bookings) {
    this.readers = readers;
    this.bookings = bookings;
    this.rest = new SqliteUsageSource(readers);
  }

  @Override
  public void sessions(SchoolId school, TimeSlot span, Cut by, Consumer<SessionFact> fact) {
    List<Sat> some = new ArrayList<>(AT_ONCE);
    int _ =
        readers.read(db -> {
          int count = 0;
          try (PreparedStatement query = db.prepareStatement(SESSIONS)) {
            Rows.bind(
                query,
                school.value(),
                span.start().minus(LONGEST).toEpochMilli(),
                span.end().toEpochMilli());
            try (ResultSet rows = query.executeQuery()) {
              for (; rows.next(); count++) {
                some.add(Sat.of(rows));
                if (some.size() == AT_ONCE) {
                  tell(some, by, fact);
                }
              }
            }
          }
          return count;
        });
    tell(some, by, fact);
  }

  private void tell(List<Sat> some, Cut by, Consumer<SessionFact> fact) {
    Map<BookingId, Booking> booked =
        by.isOfRooms()
            ? Map.of()
            : bookings.find(ids(some, Sat::booking)).stream()
                .collect(Collectors.toMap(Booking::id, Function.identity()));
    Map<PersonId, GroupId> classes = by == Cut.GROUP ? classes(ids(some, Sat::person)) : Map.of();
    for (Sat each : some) {
      Optional<Booking> own = Optional.ofNullable(each.booking()).map(booked::get);
      fact.accept(
          new SessionFact(
              each.lab(),
              each.person(),
              own.map(UsageBesideBookings::group)
                  .or(() -> Optional.ofNullable(each.person()).map(classes::get))
                  .orElse(null),
              own.map(Booking::purpose).orElse(null),
              each.start(),
              each.signedIn(),
              each.active()));
    }
    some.clear();
  }

  private static <T, K> Collection<K> ids(List<T> some, Function<T, @Nullable K> id) {
    return some.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private Map<PersonId, GroupId> classes(Collection<PersonId> people) {
    Map<PersonId, GroupId> classes = new HashMap<>();
    List<Map.Entry<PersonId, GroupId>> found =
        readers.read(db ->
            Rows.list(
                db,
                CLASSES,
                row -> Map.entry(new PersonId(row.getString(1)), new GroupId(row.getString(2))),
                RosterRows.array(people)));
    found.forEach(it -> classes.putIfAbsent(it.getKey(), it.getValue()));
    return classes;
  }

  private static @Nullable GroupId group(Booking booking) {
    return booking.holder() instanceof Holder.OfGroup many ? many.group() : null;
  }

  private static @Nullable PersonId person(Booking booking) {
    return booking.holder() instanceof Holder.OfPerson one ? one.person() : null;
  }

  @Override
  public void bookings(SchoolId school, TimeSlot span, Cut by, Consumer<BookingFact> fact) {
    Instant from = span.start();
    while (from.isBefore(span.end())) {
      Instant next = from.plus(PART);
      Instant to = next.isBefore(span.end()) ? next : span.end();
      Instant begin = from;
      boolean first = begin.equals(span.start());
      List<Booking> part =
          bookings.inSchool(school, new TimeSlot(begin, to)).stream()
              .filter(it -> first || !it.slot().start().isBefore(begin))
              .filter(it ->
                  it.status() == BookingStatus.CONFIRMED || it.status() == BookingStatus.RELEASED)
              .toList();
      Map<PersonId, GroupId> classes =
          by == Cut.GROUP ? classes(ids(part, UsageBesideBookings::person)) : Map.of();
      part.forEach(it -> fact.accept(fact(it, classes)));
      from = to;
    }
  }

  private static BookingFact fact(Booking booking, Map<PersonId, GroupId> classes) {
    PersonId person = person(booking);
    return new BookingFact(
        booking.lab(),
        person,
        person == null ? group(booking) : classes.get(person),
        booking.purpose(),
        booking.slot(),
        booking.seats().size(),
        booking.checkedIn());
  }

  @Override
  public List<Instant> refusals(SchoolId school, TimeSlot span) {
    return rest.refusals(school, span);
  }

  @Override
  public List<OutOfService> outOfService(LabId lab, TimeSlot span) {
    return rest.outOfService(lab, span);
  }

  private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> type) {
    return text == null ? null : type.apply(text);
  }
}
