package kafedra.controller.sqlite;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.wish;
import static kafedra.controller.sqlite.RecordFixture.STREAM;
import static kafedra.controller.sqlite.RecordFixture.batch;
import static kafedra.controller.sqlite.RecordFixture.changed;
import static kafedra.controller.sqlite.RecordFixture.checked;
import static kafedra.controller.sqlite.RecordFixture.delivery;
import static kafedra.controller.sqlite.RecordFixture.end;
import static kafedra.controller.sqlite.RecordFixture.ended;
import static kafedra.controller.sqlite.RecordFixture.extended;
import static kafedra.controller.sqlite.RecordFixture.line;
import static kafedra.controller.sqlite.RecordFixture.refused;
import static kafedra.controller.sqlite.RecordFixture.requested;
import static kafedra.controller.sqlite.RecordFixture.started;
import static kafedra.controller.sqlite.RecordFixture.used;
import static kafedra.controller.sqlite.RecordFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.KioskRequests;
import kafedra.controller.fleet.LineStore;
import kafedra.controller.intake.Committed;
import kafedra.controller.intake.Delivery;
import kafedra.controller.intake.RecordLog;
import kafedra.controller.intake.Salvage;
import kafedra.controller.intake.SetAside;
import kafedra.controller.intake.UnkeepableException;
import kafedra.controller.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordLogIT {
  private final MovableClock clock = new MovableClock(MONDAY_10);
  private TestDistrict district;
  private SqliteSessions sessions;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    sessions = new SqliteSessions(district.readers);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private Committed commit(RecordBatch... batches) {
    return district.records.commit(delivery(batches)).join();
  }

  private long upTo(RecordBatch... batches) {
    return commit(batches).positions().getOrDefault(STREAM, -1L);
  }

  private Session session(String id) {
    return sessions.find(new SessionId(id)).orElseThrow();
  }

  @Test
  void passesOverRepeatsAndWaitsAtGaps() {
    assertThat(upTo(batch(1, refused(1), refused(2)))).isEqualTo(2);
    assertThat(upTo(batch(4, refused(4)))).isEqualTo(2);
    Committed overlapping = commit(batch(2, refused(2), refused(3), refused(4)));
    assertThat(overlapping.positions()).containsEntry(STREAM, 4L);
    assertThat(overlapping.duplicates()).isEqualTo(1);
    assertThat(overlapping.records()).isEqualTo(2);
    assertThat(district.number("SELECT count(*) FROM demand_refused")).isEqualTo(4);
  }

  @Test
  void anEmptyBatchAsksForThePosition() {
    assertThat(upTo(batch(7))).isZero();
    upTo(batch(1, refused(1)));
    assertThat(upTo(batch(2))).isEqualTo(1);
  }

  @Test
  void passesOverWhatTheKioskNoLongerHas() {
    upTo(batch(1, refused(1)));
    RecordBatch later = new RecordBatch(STREAM, 10, 12, List.of(refused(12)));
    assertThat(upTo(later)).isEqualTo(9);
    assertThat(upTo(new RecordBatch(STREAM, 10, 10, List.of(refused(10), refused(11)))))
        .isEqualTo(11);
    assertThat(district.number("SELECT missing FROM stream")).isEqualTo(8);
  }

  @Test
  void streamsOfOneDeliveryDoNotTouchEachOther() {
    StreamId rebuilt = new StreamId(new KioskId("k1"), "ffffffff");
    Committed both =
        commit(
            batch(1, refused(1), refused(2)),
            new RecordBatch(rebuilt, 1, 1, List.of(refused(3))),
            batch(3, refused(4)));
    assertThat(both.positions()).containsEntry(STREAM, 3L).containsEntry(rebuilt, 1L);
    assertThat(both.records()).isEqualTo(4);
  }

  @RepeatedTest(5)
  void everyRecordCountsOnceWhateverTheNetworkDoes(RepetitionInfo repetition) {
    long seed = 4711L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int total = 300;
    long known = 0;
    for (int round = 0; round < 2_000 && known < total; round++) {
      // somewhere around what is next: repeats, overlaps and gaps, many to a delivery
      List<RecordBatch> batches = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        long first = Math.max(1, known - 10 + random.nextInt(16));
        int length = 1 + random.nextInt(12);
        SiteRecord[] records = new SiteRecord[length];
        for (int k = 0; k < length; k++) {
          records[k] = refused((int) first + k);
        }
        batches.add(batch(first, records));
      }
      long now = upTo(batches.toArray(RecordBatch[]::new));
      assertThat(now).as("seed %d, round %d", seed, round).isGreaterThanOrEqualTo(known);
      known = now;
    }
    assertThat(known).as("seed %d", seed).isGreaterThanOrEqualTo(total);
    assertThat(district.number("SELECT count(*) FROM site_record")).isEqualTo(known);
    assertThat(district.number("SELECT count(DISTINCT at) FROM demand_refused")).isEqualTo(known);
    assertThat(district.number("SELECT count(*) FROM demand_refused")).isEqualTo(known);
  }

  @Test
  void tellsASessionFromItsRecords() {
    commit(
        batch(
            1,
            started("s-1", "w3", "p1", 0),
            used("s-1", 5, 5, 2),
            extended("s-1", 20, 60),
            ended("s-1", 42, 42, 30)));
    Session session = session("s-1");
    assertThat(session.start()).isEqualTo(MONDAY_10);
    assertThat(session.plannedEnd()).isEqualTo(end(60));
    assertThat(session.end()).isEqualTo(end(42));
    assertThat(session.signedIn()).isEqualTo(Duration.ofMinutes(42));
    assertThat(session.active()).isEqualTo(Duration.ofMinutes(30));
    assertThat(district.number("SELECT count(*) FROM session WHERE lab = 'l1'")).isEqualTo(1);
  }

  @Test
  void aSessionIsTheSameInAnyOrderOfItsRecords() {
    commit(batch(1, ended("s-1", 42, 42, 30)));
    commit(batch(2, extended("s-1", 20, 60), used("s-1", 5, 5, 2)));
    commit(batch(4, started("s-1", "w3", "p1", 0)));
    commit(
        batch(
            5,
            started("s-2", "w4", "p2", 0),
            used("s-2", 5, 5, 2),
            extended("s-2", 20, 60),
            ended("s-2", 42, 42, 30)));
    Session odd = session("s-1");
    Session even = session("s-2");
    assertThat(odd.plannedEnd()).isEqualTo(even.plannedEnd());
    assertThat(odd.signedIn()).isEqualTo(even.signedIn());
    assertThat(odd.active()).isEqualTo(even.active());
    assertThat(odd.end()).isEqualTo(even.end());
    assertThat(odd.start()).isEqualTo(even.start());
  }

  @Test
  void aKioskCannotChangeASessionOfAnother() {
    commit(batch(1, started("s-1", "w3", "p1", 0)));
    StreamId other = new StreamId(new KioskId("k2"), "00000001");
    commit(new RecordBatch(other, 1, 1, List.of(ended("s-1", 10, 600, 600))));
    assertThat(session("s-1").end()).isNull();
    assertThat(session("s-1").signedIn()).isZero();
  }

  @Test
  void sittingDownChecksTheBookingIn() {
    district.bookings.place(wish("b-1", person("p1"), any(1), lesson(0)));
    commit(batch(1, started("s-1", "w2", "p1", "b-1", 3), started("s-2", "w3", "p2", "b-1", 5)));
    assertThat(district.bookings.find(new BookingId("b-1")).orElseThrow().checkedIn())
        .isEqualTo(end(3));
  }

  @Test
  void grantsARequestFromAKioskAndRefusesWhatIsTaken() {
    district.bookings.place(wish("b-1", person("p9"), any(10), lesson(1)));
    Committed came =
        commit(
            batch(
                1,
                requested("r-1", "p1", null, lesson(1)),
                requested("r-2", "p2", "w3", lesson(1)),
                requested("r-3", "stranger", null, lesson(2)),
                requested("r-1", "p1", null, lesson(1))));
    assertThat(came.records()).isEqualTo(4);
    assertThat(answers()).extracting(it -> it.id().value()).containsExactly("r-1", "r-2", "r-3");
    assertThat(answers())
        .extracting(Booking::status)
        .containsExactly(BookingStatus.CONFIRMED, BookingStatus.REFUSED, BookingStatus.REFUSED);
    assertThat(answers().getFirst().lab()).as("the other lab has room").isEqualTo(TestDistrict.L2);
  }

  @Test
  void refusesAnAbsurdRequestWithoutHoldingUpTheStream() {
    TimeSlot years = TimeSlot.of(MONDAY_10, Duration.ofDays(4000));
    Committed came = commit(batch(1, requested("r-1", "p1", null, years), refused(1)));
    assertThat(came.positions()).containsEntry(STREAM, 2L);
    assertThat(answers()).extracting(Booking::status).containsExactly(BookingStatus.REFUSED);
  }

  /** What was told of bookings that kiosks had asked for. */
  private List<Booking> answers() {
    return district.announced.stream()
        .filter(it -> it.madeBy().startsWith(KioskRequests.FROM_KIOSK))
        .toList();
  }

  @Test
  void onlyItsOwnPersonWithdrawsABooking() {
    assertThat(district.bookings.place(wish("b-1", person("p1"), any(1), lesson(1))))
        .isInstanceOf(BookingOutcome.Placed.class);
    commit(batch(1, withdrawn("b-1", "p2")));
    assertThat(district.announced).hasSize(1);
    commit(batch(2, withdrawn("b-1", "p1")));
    assertThat(district.announced)
        .extracting(Booking::status)
        .containsExactly(BookingStatus.CONFIRMED, BookingStatus.CANCELLED);
  }

  @Test
  void setsAsideWhatCannotBeReadAndGoesOn() {
    SiteRecord torn =
        new SiteRecord.Unreadable(RecordFixture.at(0), "{\"t\":\"new-thing\"}", "unknown type");
    Committed came =
        commit(batch(1, refused(1), torn, changed("u1", 2), checked("w9", 3, 100), refused(4)));
    assertThat(came.positions()).containsEntry(STREAM, 5L);
    assertThat(came.setAside())
        .containsEntry("UNREADABLE_RECORD", 1L)
        .containsEntry("FOREIGN_WORKSTATION", 1L);
    assertThat(
            district.number(
                "SELECT count(*) FROM set_aside WHERE source = 'k1.0123abcd/2'"
                    + " AND CAST(payload AS TEXT) LIKE '%new-thing%'"))
        .isEqualTo(1);
    assertThat(district.records.setAside()).containsEntry("UNREADABLE_RECORD", 1L);
  }

  @Test
  void rubbishIsCountedInFullAndKeptWithinBounds() {
    SetAside rubbish =
        SetAside.of(MONDAY_10, "kafedra/up/k1/x", "TORN", "cut off", new byte[100_000]);
    for (int i = 0; i < 210; i++) {
      district.records.commit(new Delivery(List.of(), Collections.nCopies(60, rubbish))).join();
    }
    assertThat(district.records.setAside()).containsEntry("TORN", 12_600L);
    assertThat(district.number("SELECT count(*) FROM set_aside")).isEqualTo(RecordLog.ASIDE_KEPT);
    assertThat(district.number("SELECT max(length(payload)) FROM set_aside"))
        .isEqualTo(SetAside.KEPT_BYTES);
    assertThat(district.number("SELECT max(length) FROM set_aside")).isEqualTo(100_000);
  }

  @Test
  void aRecordThatCannotBeWrittenIsSetAsideAndTheRestIsKept() {
    int _ =
        district.writer.write(connection ->
            Rows.change(
                connection,
                """
                CREATE TRIGGER nobody_foresaw BEFORE INSERT ON demand_refused
                WHEN NEW.number = 2 BEGIN SELECT RAISE(ABORT, 'cannot be'); END
                """));
    Delivery delivery = delivery(batch(1, refused(1), refused(2), refused(3)));
    assertThat(district.records.commit(delivery))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(UnkeepableException.class);
    assertThat(district.number("SELECT count(*) FROM site_record")).isZero();

    new Salvage(district.records).save(delivery, committed -> {});

    assertThat(district.number("SELECT up_to FROM stream")).isEqualTo(3);
    assertThat(district.number("SELECT count(*) FROM demand_refused")).isEqualTo(2);
    assertThat(district.records.setAside()).containsEntry("UNREADABLE_RECORD", 1L);
  }

  @Test
  void holdsALineAgainstItsCriterion() {
    commit(
        batch(
            1,
            line(5, LineMethod.PASSIVE, 800),
            line(10, LineMethod.PASSIVE, 1_200),
            line(15, LineMethod.LOWER_BOUND, 300),
            line(20, LineMethod.LOWER_BOUND, 1_500)));
    SqliteLineStore lines = new SqliteLineStore(district.readers);
    assertThat(lines.compliance(TestDistrict.B1, MONDAY_10, 1_000))
        .isEqualTo(new LineStore.Compliance(3, 2));
    assertThat(lines.latest(TestDistrict.B1).orElseThrow().peakDownKbps()).isEqualTo(1_500);
    assertThat(lines.within(TestDistrict.B1, TimeSlot.of(MONDAY_10, Duration.ofMinutes(16)), 2))
        .extracting(it -> it.peakDownKbps())
        .containsExactly(1_200, 300);
  }

  @Test
  void findsTheLatestCheckOfEachWorkstation() {
    commit(
        batch(1, checked("w1", 1, 10), checked("w2", 1, 20), checked("w1", 9, 30)),
        batch(4, checked("w1", 5, 40)));
    assertThat(new SqliteSeatHealthStore(district.readers).latest())
        .hasSize(2)
        .allSatisfy((seat, check) ->
            assertThat(check.health().cpuPermille())
                .isEqualTo(seat.value().equals("w1") ? 30 : 20));
  }
}
