package kafedra.controller.queue;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.sqlite.SqliteContactStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElsewhereDeskIT {
  private static final KioskId K2 = new KioskId("k2");

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private final List<FreeElsewhere> told = new ArrayList<>();
  private TestDistrict district;
  private LiveDistrict live;
  private ElsewhereDesk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    live =
        new LiveDistrict(
            district.roster, new SqliteContactStore(district.readers, district.writer), clock);
    desk =
        new ElsewhereDesk(
            district.roster,
            district.calendar,
            live,
            (kiosk, places) -> {
              if (kiosk.equals(TestDistrict.K1)) {
                told.add(places);
              }
            },
            clock);
    live.presence(TestDistrict.K1, Reach.ONLINE);
    live.presence(K2, Reach.ONLINE);
    seat("w1", SeatCondition.IN_USE);
    seat("u1", SeatCondition.FREE);
    seat("u2", SeatCondition.FREE);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void seat(String id, SeatCondition condition) {
    SeatState.Occupant occupant =
        new SeatState.Occupant(
            new SessionId("s-" + id), new PersonId("p1"), clock.instant().plusSeconds(60));
    live.seat(
        id.startsWith("u") ? K2 : TestDistrict.K1,
        new SeatState(
            clock.instant(),
            new WorkstationId(id),
            condition,
            condition == SeatCondition.IN_USE ? occupant : null));
  }

  @Test
  void tellsABuildingThatIsFullWhereSeatsAreFreeAndNotAgainBeforeItGrowsOld() {
    desk.tick();
    desk.tick();
    assertThat(told)
        .containsExactly(
            new FreeElsewhere(
                clock.instant(), List.of(new FreeElsewhere.Place("Сетевая", "Ключи", 2))));

    clock.pass(ElsewhereDesk.TOLD_AGAIN);
    desk.tick();
    assertThat(told).hasSize(2);
  }

  @Test
  void tellsThatNothingIsFreeAnyMore() {
    desk.tick();
    seat("u1", SeatCondition.HELD);
    seat("u2", SeatCondition.OUT_OF_SERVICE);
    desk.tick();
    assertThat(told.getLast().places()).isEmpty();
  }

  @Test
  void tellsNothingToABuildingThatHasASeat() {
    seat("w2", SeatCondition.FREE);
    desk.tick();
    assertThat(told).isEmpty();
  }

  @Test
  void sendsNobodyToASchoolThatIsClosed() {
    clock.pass(Duration.ofHours(12));
    seat("u1", SeatCondition.FREE);
    List<FreeElsewhere> all = new ArrayList<>();
    new ElsewhereDesk(
            district.roster, district.calendar, live, (kiosk, places) -> all.add(places), clock)
        .tick();
    assertThat(all).isNotEmpty().allMatch(it -> it.places().isEmpty());
  }
}
