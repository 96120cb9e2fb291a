package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kafedra.contract.id.CallId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.SiteRecord;
import kafedra.kiosk.session.Refusal.Plain;
import org.junit.jupiter.api.Test;

class HelpTest {
  private final KioskStage stage = new KioskStage();

  private List<HelpCalls.Call> told() {
    return stage.help.getLast().calls();
  }

  private CommandReply answer(CallId call) {
    stage
        .counter()
        .received(
            new Command(
                new CommandId("answer-" + stage.replies.size()),
                TEN.plus(Duration.ofHours(1)),
                new CommandAction.AnswerCall(call)));
    stage.afterwards();
    return stage.replies.getLast();
  }

  @Test
  void aCallIsToldWithItsSeatAndItsAnswerIsShown() {
    VisitView seated = stage.sit(ANYA, TWO);
    assertThat(done(stage.room().help().call(seated.token())).help())
        .isEqualTo(SiteView.Help.CALLED);
    stage.afterwards();

    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.seat()).isEqualTo(TWO);
          assertThat(it.person()).isEqualTo(ANYA);
          assertThat(it.answered()).isNull();
        });
    assertThat(answer(told().getFirst().id()).outcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(stage.tap(ANYA).help()).isEqualTo(SiteView.Help.COMING);
    assertThat(stage.site().calls())
        .containsExactly(new SiteView.HelpCall("2", SiteView.Help.COMING));
    assertThat(told().getFirst().answered()).isNotNull();
  }

  @Test
  void whoCallsAgainIsStillOneCallAndMayTakeItBack() {
    VisitView visit = stage.tap(ANYA);
    done(stage.room().help().call(visit.token()));
    done(stage.room().help().call(visit.token()));
    stage.afterwards();
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().seat()).isNull();

    assertThat(done(stage.room().help().takeBack(visit.token())).help()).isNull();
    stage.afterwards();
    assertThat(told()).isEmpty();
    assertThat(answer(new CallId("gone")).outcome()).isEqualTo(CommandOutcome.REFUSED);
  }

  @Test
  void somebodyWithoutACardMayCallTooAndNobodySeesWhoTheOthersAre() {
    done(stage.room().help().callOfNobody());
    done(stage.room().help().call(stage.tap(BORIS).token()));
    stage.afterwards();

    assertThat(told()).hasSize(2);
    assertThat(stage.site().calls())
        .containsExactly(
            new SiteView.HelpCall(null, SiteView.Help.CALLED),
            new SiteView.HelpCall(null, SiteView.Help.CALLED));
    stage.room().help().takeBackOfNobody();
    stage.afterwards();
    assertThat(told()).extracting(HelpCalls.Call::person).containsExactly(BORIS);
  }

  @Test
  void callsAreOverAfterAWhile() {
    done(stage.room().help().callOfNobody());
    stage.afterwards();
    stage.pass(Duration.ofMinutes(30));
    assertThat(told()).isEmpty();

    done(stage.room().help().callOfNobody());
    stage.afterwards();
    answer(told().getFirst().id());
    stage.pass(Duration.ofMinutes(4));
    assertThat(told()).hasSize(1);
    stage.pass(Duration.ofMinutes(1));
    assertThat(told()).isEmpty();
  }

  @Test
  void tellsTheDistrictAnewWhenTheLineIsBack() {
    done(stage.room().help().callOfNobody());
    stage.afterwards();
    int before = stage.help.size();

    stage.counter().districtUp();
    assertThat(stage.help).hasSizeGreaterThan(before);
    assertThat(told()).hasSize(1);
  }

  @Test
  void recordsWhatIsBrokenOnceInAWhileAndNotWhoSaidIt() {
    VisitView visit = stage.tap(ANYA);
    done(stage.room().help().report(visit.token(), ONE, FaultKind.MOUSE));
    done(stage.room().help().report(visit.token(), ONE, FaultKind.MOUSE));
    done(stage.room().help().report(visit.token(), ONE, FaultKind.SOUND));
    assertThat(stage.memory.records(SiteRecord.FaultReported.class))
        .extracting(SiteRecord.FaultReported::kind)
        .containsExactly(FaultKind.MOUSE, FaultKind.SOUND);

    stage.pass(Duration.ofMinutes(10));
    done(stage.room().help().report(stage.tap(ANYA).token(), ONE, FaultKind.MOUSE));
    assertThat(stage.memory.records(SiteRecord.FaultReported.class)).hasSize(3);
    assertThat(
            refusal(
                stage
                    .room()
                    .help()
                    .report(stage.tap(ANYA).token(), new WorkstationId("other"), FaultKind.MOUSE)))
        .isEqualTo(Plain.NOT_FOUND);
  }
}
