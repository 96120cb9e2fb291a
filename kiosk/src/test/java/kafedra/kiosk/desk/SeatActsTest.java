package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatAct;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatReply;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.Tampering;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatActsTest {
  private final KioskStage stage = new KioskStage();

  private void ask(String id, WorkstationId seat, SeatAct act, @Nullable SessionId session) {
    String text =
        switch (act) {
          case MESSAGE -> "Звонок";
          case WAKE -> "52:54:00:12:34:56";
          default -> null;
        };
    stage
        .counter()
        .received(
            new Command(
                new CommandId(id),
                TEN.plusSeconds(120),
                new CommandAction.ActOnSeat(seat, act, text, session)));
  }

  private SeatCommand asked(WorkstationId seat) {
    return Objects.requireNonNull(stage.asked.get(seat));
  }

  private void answers(WorkstationId seat, String id, @Nullable String details) {
    stage
        .counter()
        .received(seat, new SeatReply(new CommandId(id), CommandOutcome.DONE, null, details));
  }

  private CommandReply answered() {
    return stage.replies.getLast();
  }

  @Test
  void asksTheSeatsAgentAndTellsItsAnswerOnce() {
    ask("c-1", ONE, SeatAct.DIAGNOSE, null);
    assertThat(asked(ONE).act()).isEqualTo(SeatAct.DIAGNOSE);
    assertThat(stage.replies).isEmpty();

    answers(ONE, "c-1", "screen LOCKED");
    answers(ONE, "c-1", "screen LOCKED");

    assertThat(stage.replies)
        .containsExactly(
            new CommandReply(new CommandId("c-1"), CommandOutcome.DONE, null, "screen LOCKED"));
  }

  @Test
  void asksAgainUntilItIsAnsweredAndSaysHowOldTheCommandIs() {
    ask("c-1", ONE, SeatAct.RESTART, null);
    stage.asked.clear();
    stage.pass(Duration.ofSeconds(10));
    assertThat(asked(ONE).age()).isEqualTo(Duration.ofSeconds(10));
    assertThat(asked(ONE).valid()).isEqualTo(Duration.ofSeconds(110));

    answers(ONE, "c-1", null);
    stage.asked.clear();
    stage.pass(Duration.ofSeconds(10));
    assertThat(stage.asked).isEmpty();
  }

  @Test
  void saysSoWhenTheAgentAnswersTooLate() {
    ask("c-1", ONE, SeatAct.MESSAGE, null);
    stage.pass(Duration.ofMinutes(2));
    assertThat(answered().outcome()).isEqualTo(CommandOutcome.EXPIRED);
    answers(ONE, "c-1", null);
    assertThat(stage.replies).hasSize(1);
  }

  @Test
  void believesNoOtherSeatsAnswer() {
    ask("c-1", ONE, SeatAct.MESSAGE, null);
    answers(TWO, "c-1", null);
    assertThat(stage.replies).isEmpty();
  }

  @Test
  void refusesWhatTheSeatCannotHear() {
    stage.passInSilence(Duration.ofMinutes(1));
    ask("c-1", ONE, SeatAct.MESSAGE, null);
    assertThat(answered().reason()).isEqualTo(Commands.SEAT_SILENT);
    assertThat(stage.asked).isEmpty();
  }

  @Test
  void refusesASeatOfAnotherBuilding() {
    ask("c-1", new WorkstationId("elsewhere"), SeatAct.MESSAGE, null);
    assertThat(answered().reason()).isEqualTo("no-such-seat");
  }

  @Test
  void refusesForASessionThatIsOver() {
    ask("c-1", ONE, SeatAct.COVER, new SessionId("gone"));
    assertThat(answered().reason()).isEqualTo("session-over");
  }

  @Test
  void switchesOffUnderNobodysHandsUnlessTheirSessionIsMeant() {
    SessionId anya = sitting(stage.sit(ANYA, ONE)).id();
    ask("c-1", ONE, SeatAct.SHUT_DOWN, null);
    assertThat(answered().reason()).isEqualTo("seat-taken");

    ask("c-2", ONE, SeatAct.SHUT_DOWN, anya);
    stage.afterwards();
    assertThat(asked(ONE).act()).isEqualTo(SeatAct.SHUT_DOWN);
    assertThat(stage.open(ONE)).isEmpty();
  }

  @Test
  void wakesAMachineItself() {
    stage.passInSilence(Duration.ofMinutes(1));
    ask("c-1", ONE, SeatAct.WAKE, null);
    assertThat(answered().outcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(stage.woken).containsExactly("52:54:00:12:34:56");
    ask("c-1", ONE, SeatAct.WAKE, null);
    assertThat(stage.woken).hasSize(1);
  }

  @Test
  void recordsOnceThatSomebodyLaidHandsOnALockAndWhen() {
    SeatReport report =
        new SeatReport(
            ScreenState.LOCKED,
            null,
            0,
            List.of(),
            null,
            new Tampering("t-1", Tampering.Kind.LOCKER_ENDED, Duration.ofSeconds(90)));
    stage.pass(Duration.ofMinutes(5));
    stage.counter().received(ONE, report);
    stage.counter().received(ONE, report);
    assertThat(stage.memory.records(SiteRecord.SeatTampered.class))
        .singleElement()
        .satisfies(it -> assertThat(it.at().wall()).isEqualTo(TEN.plus(Duration.ofSeconds(210))));
  }
}
