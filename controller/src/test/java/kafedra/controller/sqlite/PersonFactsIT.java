package kafedra.controller.sqlite;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.cancel;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seatsOf;
import static kafedra.controller.booking.BookingFixture.wish;
import static kafedra.controller.sqlite.RecordFixture.batch;
import static kafedra.controller.sqlite.RecordFixture.delivery;
import static kafedra.controller.sqlite.RecordFixture.ended;
import static kafedra.controller.sqlite.RecordFixture.started;
import static kafedra.controller.sqlite.RecordFixture.used;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.ChangeOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screen time and no-shows of people. */
class PersonFactsIT {
  private static final PersonId P1 = new PersonId("p1");

  /** Monday in Yekaterinburg. */
  private static final TimeSlot MONDAY =
      TimeSlot.of(Instant.parse("2026-11-22T19:00:00Z"), Duration.ofHours(24));

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private TestDistrict district;
  private SqliteScreenTime screenTime;
  private SqliteNoShows noShows;
  private long next = 1;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    screenTime = new SqliteScreenTime(district.readers);
    noShows = new SqliteNoShows(district.readers);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void report(SiteRecord... records) {
    var came = district.records.commit(delivery(batch(next, records))).join();
    assertThat(came.positions()).isNotEmpty();
    next += records.length;
  }

  private void at(Instant moment) {
    clock.jumpTo(moment, ClockTrust.TRUSTED);
  }

  private void hear(Instant at) {
    new SqliteContactStore(district.readers, district.writer).keep(Map.of(TestDistrict.K1, at));
  }

  private List<Instant> missed(Duration since) {
    return noShows.of(P1, clock.instant().minus(since), clock.instant());
  }

  @Test
  void countsActiveMinutesOfTheDayWhetherTheSessionRunsOrIsOver() {
    report(started("a", "w1", "p1", 0), used("a", 20, 20, 11), ended("a", 30, 30, 17));
    report(started("b", "w2", "p1", 60), used("b", 70, 10, 4));
    report(started("c", "w3", "p2", 60), used("c", 70, 10, 10));

    assertThat(screenTime.active(P1, MONDAY)).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void countsNothingOfTheDayBeforeOrAfter() {
    int midnight = 14 * 60;
    int after = midnight + 24 * 60;
    report(started("a", "w1", "p1", midnight - 1), ended("a", midnight + 30, 30, 17));
    report(started("b", "w1", "p1", midnight), ended("b", midnight + 30, 30, 5));
    report(started("c", "w1", "p1", after - 1), ended("c", after, 1, 1));
    report(started("d", "w1", "p1", after), ended("d", after + 30, 30, 9));

    TimeSlot tuesday = TimeSlot.of(MONDAY.end(), Duration.ofHours(24));
    assertThat(screenTime.active(P1, tuesday)).isEqualTo(Duration.ofMinutes(6));
  }

  @Test
  void countsSessionsOfEverySite() {
    report(started("a", "w1", "p1", 0), ended("a", 30, 30, 17));
    int moved =
        district.writer.write(db ->
            Rows.change(
                db,
                """
                INSERT INTO session (id, kiosk, building, school, person, started_at, active_ms)
                VALUES ('z', 'k2', 'b2', 's2', 'p1', ?, 60000)
                """,
                MONDAY_10.toEpochMilli()));

    assertThat(moved).isEqualTo(1);
    assertThat(screenTime.active(P1, MONDAY)).isEqualTo(Duration.ofMinutes(18));
  }

  @Test
  void countsABookingThatNobodyCameToOnceTheGraceIsOver() {
    assertThat(seatsOf(district.bookings.place(wish("b1", person("p1"), any(1), lesson(1)))))
        .hasSize(1);
    hear(lesson(5).start());

    at(lesson(1).start().plus(Duration.ofMinutes(15)).minusMillis(1));
    assertThat(missed(Duration.ofDays(30))).isEmpty();

    at(lesson(1).start().plus(Duration.ofMinutes(15)));
    assertThat(missed(Duration.ofDays(30))).containsExactly(lesson(1).start());
    assertThat(missed(Duration.ofMinutes(15))).containsExactly(lesson(1).start());
    assertThat(missed(Duration.ofMinutes(14))).isEmpty();
    assertThat(noShows.of(new PersonId("p2"), MONDAY_10, clock.instant())).isEmpty();
  }

  @Test
  void holdsNothingAgainstWhoeverCameOrCancelled() {
    assertThat(seatsOf(district.bookings.place(wish("b1", person("p1"), any(1), lesson(1)))))
        .hasSize(1);
    assertThat(seatsOf(district.bookings.place(wish("b2", person("p1"), any(1), lesson(2)))))
        .hasSize(1);
    assertThat(cancel(district.bookings, "b2")).isInstanceOf(ChangeOutcome.Changed.class);
    report(started("a", "w1", "p1", "b1", 65));
    hear(lesson(9).start());
    at(lesson(9).start());

    assertThat(missed(Duration.ofDays(30))).isEmpty();
  }

  @Test
  void holdsNothingAgainstAnybodyWhileTheSiteIsNotHeard() {
    assertThat(seatsOf(district.bookings.place(wish("b1", person("p1"), any(1), lesson(1)))))
        .hasSize(1);
    at(lesson(9).start());

    assertThat(missed(Duration.ofDays(30))).isEmpty();
    hear(lesson(1).start().plus(Duration.ofMinutes(15)).minusMillis(1));
    assertThat(missed(Duration.ofDays(30))).isEmpty();
    hear(lesson(1).start().plus(Duration.ofMinutes(15)));
    assertThat(missed(Duration.ofDays(30))).hasSize(1);
  }

  @Test
  void readsTheRowsOfOnePersonAlone() {
    assertThat(plan(SqliteScreenTime.ACTIVE, "p1", 1, 2))
        .anyMatch(it -> it.contains("session_by_person (person=? AND started_at>?"))
        .noneMatch(it -> it.startsWith("SCAN"));
    assertThat(plan(SqliteNoShows.MISSED, "p1", 1, 2, 3))
        .anyMatch(it -> it.contains("booking_by_person (person=? AND starts>?"))
        .noneMatch(it -> it.startsWith("SCAN"));
  }

  private List<String> plan(String sql, Object... parameters) {
    return district.readers.read(db ->
        Rows.list(db, "EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"), parameters));
  }
}
