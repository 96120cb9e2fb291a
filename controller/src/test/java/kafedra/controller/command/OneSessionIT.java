package kafedra.controller.command;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Reach;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.Stamp;
import kafedra.controller.TestDistrict;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.intake.Arrived;
import kafedra.controller.intake.Delivery;
import kafedra.controller.sqlite.SqliteAuditLog;
import kafedra.controller.sqlite.SqliteCommandStore;
import kafedra.controller.sqlite.SqliteContactStore;
import kafedra.controller.sqlite.SqliteSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kiosks, and a person who signs in at both. */
class OneSessionIT {
  private static final KioskId K2 = new KioskId("k2");
  private static final PersonId ANYA = new PersonId("p1");

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private final Map<KioskId, List<CommandAction>> told = new HashMap<>();
  private final Map<KioskId, Long> next = new HashMap<>();
  private TestDistrict district;
  private LiveDistrict live;
  private CommandDesk desk;
  private SqliteSessions sessions;
  private OneSession policy;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    live =
        new LiveDistrict(
            district.roster, new SqliteContactStore(district.readers, district.writer), clock);
    sessions = new SqliteSessions(district.readers);
    desk =
        new CommandDesk(
            new SqliteCommandStore(district.readers, district.writer),
            sessions,
            live,
            district.roster,
            (kiosk, command) -> {
              told.computeIfAbsent(kiosk, _ -> new ArrayList<>()).add(command.action());
              replies.add(new CommandReply(command.id(), CommandOutcome.DONE, null));
            },
            clock);
    policy =
        new OneSession(
            sessions,
            live,
            desk,
            new SqliteAuditLog(district.readers, district.writer, clock),
            clock);
    live.presence(TestDistrict.K1, Reach.ONLINE);
    live.presence(K2, Reach.ONLINE);
  }

  private final List<CommandReply> replies = new ArrayList<>();

  @AfterEach
  void close() {
    district.close();
  }

  private void report(KioskId kiosk, SiteRecord one) {
    long number = next.merge(kiosk, 1L, Long::sum);
    BuildingId building = new BuildingId(kiosk.equals(K2) ? "b2" : "b1");
    var committed =
        district
            .records
            .commit(
                new Delivery(
                    List.of(
                        new Arrived(
                            kiosk,
                            building,
                            new RecordBatch(
                                new StreamId(kiosk, "0123abcd"), 1, number, List.of(one)))),
                    List.of()))
            .join();
    assertThat(committed.records()).isEqualTo(1);
  }

  private void sits(KioskId kiosk, String session, Duration ago, ClockTrust trust) {
    Instant at = clock.instant().minus(ago);
    report(
        kiosk,
        new SiteRecord.SessionStarted(
            new Stamp(at, Duration.ofHours(1), trust),
            new SessionId(session),
            new WorkstationId(kiosk.equals(K2) ? "u1" : "w1"),
            ANYA,
            null,
            SignInMethod.CARD,
            at.plus(Duration.ofMinutes(40))));
  }

  private List<CommandAction> told(KioskId kiosk) {
    return told.getOrDefault(kiosk, List.of());
  }

  @Test
  void endsTheOlderOfTwoSessionsAndSaysWhy() {
    sits(TestDistrict.K1, "older", Duration.ofMinutes(5), ClockTrust.TRUSTED);
    sits(K2, "newer", Duration.ZERO, ClockTrust.TRUSTED);
    policy.tick();
    policy.tick();

    assertThat(told(TestDistrict.K1))
        .containsExactly(
            new CommandAction.EndSession(new SessionId("older"), EndReason.SIGNED_IN_ELSEWHERE));
    assertThat(told(K2)).isEmpty();
    desk.replied(TestDistrict.K1, replies.getFirst());
    report(
        TestDistrict.K1,
        new SiteRecord.SessionEnded(
            clock.stamp(),
            new SessionId("older"),
            EndReason.SIGNED_IN_ELSEWHERE,
            Duration.ofMinutes(5),
            Duration.ofMinutes(4)));
    clock.pass(Duration.ofMinutes(2));
    policy.tick();
    assertThat(told(TestDistrict.K1)).hasSize(1);
    assertThat(sessions.find(new SessionId("older")).orElseThrow().signedIn())
        .as("what was used stays used")
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void tellsABuildingThatWasCutOffWhenItIsBack() {
    sits(TestDistrict.K1, "older", Duration.ofMinutes(5), ClockTrust.TRUSTED);
    live.presence(TestDistrict.K1, Reach.OFFLINE);
    sits(K2, "newer", Duration.ZERO, ClockTrust.TRUSTED);
    policy.tick();
    assertThat(told).isEmpty();

    clock.pass(Duration.ofMinutes(20));
    live.presence(TestDistrict.K1, Reach.ONLINE);
    policy.tick();
    assertThat(told(TestDistrict.K1)).hasSize(1);
  }

  @Test
  void endsTheOneThatBeganEarlierThoughItIsHeardOfLater() {
    sits(K2, "newer", Duration.ZERO, ClockTrust.TRUSTED);
    sits(TestDistrict.K1, "older", Duration.ofMinutes(30), ClockTrust.TRUSTED);
    policy.tick();
    assertThat(told(TestDistrict.K1)).hasSize(1);
    assertThat(told(K2)).isEmpty();
  }

  @Test
  void leavesAloneWhatIsOverAndWhatADoubtfulClockTold() {
    sits(TestDistrict.K1, "over", Duration.ofMinutes(50), ClockTrust.TRUSTED);
    sits(K2, "newer", Duration.ZERO, ClockTrust.TRUSTED);
    policy.tick();
    assertThat(told).as("its planned end has passed").isEmpty();

    sits(TestDistrict.K1, "doubtful", Duration.ofMinutes(1), ClockTrust.UNTRUSTED);
    policy.tick();
    assertThat(told).isEmpty();
  }
}
