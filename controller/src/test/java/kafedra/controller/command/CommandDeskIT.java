package kafedra.controller.command;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.sqlite.RecordFixture.batch;
import static kafedra.controller.sqlite.RecordFixture.delivery;
import static kafedra.controller.sqlite.RecordFixture.ended;
import static kafedra.controller.sqlite.RecordFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.fleet.ContactStore;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.sqlite.SqliteCommandStore;
import kafedra.controller.sqlite.SqliteSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDeskIT {
  private static final SessionId SESSION = new SessionId("s-1");

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private final List<Command> sent = new ArrayList<>();
  private TestDistrict district;
  private CommandDesk desk;

  private static final class NoContacts implements ContactStore {
    @Override
    public Map<KioskId, Instant> lastContacts() {
      return Map.of();
    }

    @Override
    public void keep(Map<KioskId, Instant> contacts) {}
  }

  @BeforeEach
  void aRunningSession(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    var _ = district.records.commit(delivery(batch(1, started("s-1", "w3", "p1", 0)))).join();
    desk =
        new CommandDesk(
            new SqliteCommandStore(district.readers, district.writer),
            new SqliteSessions(district.readers),
            new LiveDistrict(district.roster, new NoContacts(), clock),
            district.roster,
            (kiosk, command) -> sent.add(command),
            clock);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private IssuedCommand issued(Issue issue) {
    assertThat(issue).isInstanceOf(Issue.Issued.class);
    return ((Issue.Issued) issue).command();
  }

  private IssuedCommand.State state(IssuedCommand command) {
    return desk.find(command.id()).orElseThrow().state();
  }

  @Test
  void isSentUntilItIsAnswered() {
    IssuedCommand command = issued(desk.extendSession(SESSION, Duration.ofMinutes(10), "lib"));
    desk.tick(clock.instant());
    assertThat(sent).hasSize(2).containsOnly(sent.getFirst());
    assertThat(sent.getFirst().action())
        .isEqualTo(new CommandAction.ExtendSession(SESSION, Duration.ofMinutes(10)));
    desk.replied(TestDistrict.K1, new CommandReply(command.id(), CommandOutcome.DONE, null));
    desk.tick(clock.instant());
    assertThat(sent).hasSize(2);
    assertThat(state(command)).isEqualTo(IssuedCommand.State.DONE);
  }

  @Test
  void tellsWhyItWasRefused() {
    IssuedCommand command =
        issued(
            desk.seatPerson(TestDistrict.L1, new PersonId("p2"), new WorkstationId("w4"), "lib"));
    desk.replied(
        TestDistrict.K1, new CommandReply(command.id(), CommandOutcome.REFUSED, "seat-taken"));
    assertThat(desk.await(command.id(), Duration.ofSeconds(1)).orElseThrow())
        .isEqualTo(command.ended(IssuedCommand.State.REFUSED, "seat-taken"));
  }

  @Test
  void expiresWhenNobodyAnswersButBelievesALateAnswer() {
    IssuedCommand command = issued(desk.endSession(SESSION, "lib"));
    clock.pass(CommandDesk.VALID.plusSeconds(30));
    desk.tick(clock.instant());
    assertThat(sent).hasSize(1);
    assertThat(state(command)).isEqualTo(IssuedCommand.State.EXPIRED);
    desk.replied(TestDistrict.K1, new CommandReply(command.id(), CommandOutcome.DONE, null));
    assertThat(state(command)).isEqualTo(IssuedCommand.State.DONE);
  }

  @Test
  void anotherKioskCannotAnswer() {
    IssuedCommand command = issued(desk.endSession(SESSION, "lib"));
    desk.replied(new KioskId("k2"), new CommandReply(command.id(), CommandOutcome.DONE, null));
    assertThat(state(command)).isEqualTo(IssuedCommand.State.WAITING);
  }

  @Test
  void knowsWhatCannotBeAsked() {
    assertThat(desk.endSession(new SessionId("s-9"), "lib")).isEqualTo(new Issue.NoSuchSession());
    var _ = district.records.commit(delivery(batch(2, ended("s-1", 5, 5, 5)))).join();
    assertThat(desk.endSession(SESSION, "lib")).isEqualTo(new Issue.NoSuchSession());
    assertThat(desk.seatPerson(TestDistrict.L2, new PersonId("p2"), new WorkstationId("w4"), "lib"))
        .isEqualTo(new Issue.NoSuchWorkstation());
    assertThat(
            desk.seatPerson(TestDistrict.L1, new PersonId("p999"), new WorkstationId("w4"), "lib"))
        .isEqualTo(new Issue.NoSuchPerson());
    assertThat(sent).isEmpty();
  }

  @Test
  void forgetsOldOnesButNotThoseThatWait() {
    IssuedCommand done = issued(desk.endSession(SESSION, "lib"));
    desk.replied(TestDistrict.K1, new CommandReply(done.id(), CommandOutcome.DONE, null));
    IssuedCommand waiting = issued(desk.endSession(SESSION, "lib"));
    clock.pass(CommandDesk.KEPT.plusDays(1));
    desk.forgetOld(clock.instant());
    assertThat(desk.find(done.id())).isEmpty();
    assertThat(desk.find(waiting.id())).isPresent();
  }
}
