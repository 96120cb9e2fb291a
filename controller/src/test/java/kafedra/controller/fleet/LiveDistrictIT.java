package kafedra.controller.fleet;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.wish;
import static kafedra.controller.sqlite.RecordFixture.batch;
import static kafedra.controller.sqlite.RecordFixture.checked;
import static kafedra.controller.sqlite.RecordFixture.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Health;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.sqlite.SqliteContactStore;
import kafedra.controller.sqlite.SqliteSeatHealthStore;
import kafedra.controller.sqlite.SqliteSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDistrictIT {
  private static final WorkstationId W3 = new WorkstationId("w3");
  private static final SessionId SESSION = new SessionId("s-1");

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private TestDistrict district;
  private LiveDistrict live;
  private LiveRooms rooms;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    start();
  }

  private void start() {
    live =
        new LiveDistrict(
            district.roster, new SqliteContactStore(district.readers, district.writer), clock);
    rooms =
        new LiveRooms(
            district.roster,
            district.bookings,
            new SqliteSessions(district.readers),
            live,
            district.faults,
            clock);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private static SeatState inUse(Instant at) {
    return new SeatState(
        at,
        W3,
        SeatCondition.IN_USE,
        new SeatState.Occupant(SESSION, new PersonId("p1"), at.plus(Duration.ofMinutes(30))));
  }

  private static SeatState free(Instant at) {
    return new SeatState(at, W3, SeatCondition.FREE, null);
  }

  private LiveSeat seat() {
    return rooms.room(TestDistrict.L1).orElseThrow().seats().stream()
        .filter(it -> it.workstation().id().equals(W3))
        .findFirst()
        .orElseThrow();
  }

  private Device device(String id) {
    return new Devices(
            district.roster, live, new SqliteSeatHealthStore(district.readers), district.faults)
        .all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aSeatIsUnknownUntilItsKioskSpeaks() {
    assertThat(seat().condition()).isEqualTo(SeatCondition.UNKNOWN);
    live.seat(TestDistrict.K1, inUse(clock.instant()));
    assertThat(seat().condition()).isEqualTo(SeatCondition.IN_USE);
    assertThat(live.seatOf(SESSION)).contains(W3);
  }

  @Test
  void anOlderStateThatArrivesLateChangesNothing() {
    live.seat(TestDistrict.K1, inUse(clock.instant()));
    live.seat(TestDistrict.K1, free(clock.instant().minusSeconds(5)));
    assertThat(seat().condition()).isEqualTo(SeatCondition.IN_USE);
    live.seat(TestDistrict.K1, free(clock.instant().plusSeconds(5)));
    assertThat(seat().condition()).isEqualTo(SeatCondition.FREE);
  }

  @Test
  void aStateOfAClockThatWasAheadDoesNotStandUntilItsTimeHasCome() {
    live.seat(TestDistrict.K1, inUse(clock.instant().plus(Duration.ofHours(3))));
    live.seat(TestDistrict.K1, free(clock.instant()));
    assertThat(seat().condition()).isEqualTo(SeatCondition.FREE);
  }

  @Test
  void showsTheBookingThatRunsOrComesNext() {
    var _ = district.bookings.place(wish("b-1", person("p1"), any(2), lesson(0)));
    var _ = district.bookings.place(wish("b-2", person("p2"), any(2), lesson(1)));
    clock.pass(Duration.ofMinutes(10));
    assertThat(seat().next()).isNotNull();
    assertThat(seat().next().id().value()).isEqualTo("b-1");
    clock.pass(Duration.ofMinutes(40));
    assertThat(seat().next().id().value()).isEqualTo("b-2");
    assertThat(rooms.room(TestDistrict.L1).orElseThrow().today()).hasSize(2);
  }

  @Test
  void aBurstOfChangesIsOneCallAndAClosedWatchIsSilent() {
    AtomicInteger told = new AtomicInteger();
    AtomicInteger elsewhere = new AtomicInteger();
    Watch watch = rooms.watch(TestDistrict.L1, told::incrementAndGet);
    Watch _ = rooms.watch(TestDistrict.L2, elsewhere::incrementAndGet);
    for (int i = 0; i < 20; i++) {
      live.seat(TestDistrict.K1, free(clock.instant().plusSeconds(i)));
    }
    live.tick();
    live.tick();
    assertThat(told).hasValue(1);
    assertThat(elsewhere).hasValue(0);
    watch.close();
    live.seat(TestDistrict.K1, inUse(clock.instant().plusSeconds(60)));
    live.tick();
    assertThat(told).hasValue(1);
  }

  @Test
  void remembersTheLastContactOverARestart() {
    assertThat(live.status(TestDistrict.K1).contact()).isEqualTo(Contact.NEVER_SEEN);
    live.heard(TestDistrict.K1);
    live.presence(TestDistrict.K1, Reach.ONLINE);
    assertThat(live.status(TestDistrict.K1).contact()).isEqualTo(Contact.ONLINE);
    live.keepContacts();
    Instant then = clock.instant();
    clock.pass(Duration.ofHours(2));
    start();
    assertThat(live.status(TestDistrict.K1).contact()).isEqualTo(Contact.OFFLINE);
    assertThat(live.status(TestDistrict.K1).lastContact()).isEqualTo(then);
  }

  @Test
  void tellsTheFaultsOfDevices() {
    live.heard(TestDistrict.K1);
    live.presence(TestDistrict.K1, Reach.ONLINE);
    Health hot = new Health(100, 3_900, 4_000, 1_000, 60_000, 0, 0, 85);
    live.state(TestDistrict.K1, new KioskState(clock.stamp(), "1", 0, 5_000, hot, null));
    assertThat(device("k1").faults())
        .containsExactlyInAnyOrder(
            Device.Fault.MANY_UNSENT,
            Device.Fault.HOT,
            Device.Fault.DISK_NEARLY_FULL,
            Device.Fault.MEMORY_NEARLY_FULL);

    Health well = new Health(100, 1_000, 4_000, 30_000, 60_000, 0, 0, 45);
    List<KioskTrouble> wrong = List.of(KioskTrouble.RECORDS_LOST, KioskTrouble.CLOCK_UNKNOWN);
    live.state(TestDistrict.K1, new KioskState(clock.stamp(), "1", 0, 0, well, wrong));
    assertThat(device("k1").faults())
        .containsExactly(Device.Fault.RECORDS_LOST, Device.Fault.CLOCK_UNKNOWN);

    var _ = district.records.commit(delivery(batch(1, checked("w3", 0, 10)))).join();
    live.seat(TestDistrict.K1, free(clock.instant()));
    assertThat(device("w3").contact()).isEqualTo(Contact.ONLINE);
    assertThat(device("w3").faults()).isEmpty();
    assertThat(device("w4").faults()).containsExactly(Device.Fault.NOT_HEARD);

    live.presence(TestDistrict.K1, Reach.OFFLINE);
    assertThat(device("k1").faults()).contains(Device.Fault.NOT_HEARD);
    assertThat(device("w3").faults()).containsExactly(Device.Fault.KIOSK_NOT_HEARD);
  }
}
