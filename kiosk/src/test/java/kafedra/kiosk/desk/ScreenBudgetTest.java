package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.VERA;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.Holding;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import org.junit.jupiter.api.Test;

/** The norm of screen time at a kiosk: 20 minutes a sitting, 40 a day, a rest of 10. */
class ScreenBudgetTest {
  private final KioskStage stage = new KioskStage();

  private void norm(Holding sitting, Holding day, Holding breaks) {
    stage.put(
        new ReplicaItem.ScreenNorm(
            Duration.ofMinutes(10),
            List.of(new ReplicaItem.ScreenLimit(7, Duration.ofMinutes(20), Duration.ofMinutes(40))),
            sitting,
            day,
            breaks));
  }

  private void elsewhere(LocalDate date, int minutes) {
    stage.put(new ReplicaItem.UsedElsewhere(ANYA, date, Duration.ofMinutes(minutes)));
  }

  /** The person sits for so long with hands on the keyboard, and signs out. */
  private void work(PersonId person, WorkstationId seat, int minutes) {
    VisitView.Sitting session = sitting(stage.sit(person, seat));
    Duration length = Duration.ofMinutes(minutes);
    stage.pass(length);
    stage.count(session.id(), length, length);
    stage.agentsReport();
    done(stage.desk().endSession(stage.tap(person).token()));
    stage.afterwards();
    stage.agentsReport();
  }

  private Refusal taking(PersonId person) {
    return refusal(
        stage.desk().takeSeat(stage.tap(person).token(), Optional.empty(), Optional.empty()));
  }

  @Test
  void addsWhatWasUsedHereToWhatWasUsedElsewhereToday() {
    norm(Holding.TOLD, Holding.TOLD, Holding.TOLD);
    work(ANYA, ONE, 15);
    assertThat(stage.tap(ANYA).screenTime().used()).isEqualTo(Duration.ofMinutes(15));

    elsewhere(LocalDate.of(2026, 11, 22), 20);
    assertThat(stage.tap(ANYA).screenTime().used()).isEqualTo(Duration.ofMinutes(15));
    elsewhere(LocalDate.of(2026, 11, 23), 20);
    assertThat(stage.tap(ANYA).screenTime().used()).isEqualTo(Duration.ofMinutes(35));
    assertThat(stage.tap(ANYA).screenTime().day()).isEqualTo(Duration.ofMinutes(40));
    assertThat(stage.tap(VERA).screenTime().used()).isZero();
  }

  @Test
  void givesNoMoreThanTheDayHasLeftAndNothingBeyond() {
    norm(Holding.OFF, Holding.HELD, Holding.OFF);
    elsewhere(LocalDate.of(2026, 11, 23), 25);
    assertThat(stage.tap(ANYA).walkIn()).isEqualTo(Duration.ofMinutes(15));

    work(ANYA, ONE, 14);
    assertThat(taking(ANYA)).isEqualTo(Plain.NO_TIME_LEFT);
    assertThat(stage.tap(VERA).walkIn()).isEqualTo(Duration.ofMinutes(30));
    stage.restart();
    stage.agentsReport();
    assertThat(taking(ANYA)).isEqualTo(Plain.NO_TIME_LEFT);
  }

  @Test
  void onlyTellsWhereTheSchoolOnlyWarns() {
    norm(Holding.TOLD, Holding.TOLD, Holding.TOLD);
    work(ANYA, ONE, 25);

    assertThat(stage.tap(ANYA).screenTime().restUntil())
        .isEqualTo(TEN.plus(Duration.ofMinutes(35)));
    assertThat(sitting(stage.sit(ANYA, TWO)).remaining()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void asksForARestAfterAFullSittingAndNoLonger() {
    norm(Holding.HELD, Holding.OFF, Holding.HELD);
    assertThat(stage.tap(ANYA).walkIn()).isEqualTo(Duration.ofMinutes(20));
    work(ANYA, ONE, 16);
    assertThat(stage.tap(ANYA).walkIn()).isEqualTo(Duration.ofMinutes(4));
    work(ANYA, TWO, 3);

    assertThat(taking(ANYA)).isEqualTo(new Refusal.RestFirst(TEN.plus(Duration.ofMinutes(29))));
    assertThat(stage.tap(ANYA).refusal()).isEqualTo("rest-first");
    stage.pass(Duration.ofMinutes(10));
    assertThat(stage.tap(ANYA).walkIn()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void letsARunningSessionGrowNoFurtherThanTheNorm() {
    norm(Holding.HELD, Holding.OFF, Holding.OFF);
    VisitView seated = stage.sit(ANYA, ONE);

    assertThat(sitting(seated).extendRefusal()).isEqualTo("break-due");
    assertThat(refusal(stage.desk().extend(seated.token()))).isEqualTo(Plain.BREAK_DUE);
    stage
        .counter()
        .received(
            new Command(
                new CommandId("c"),
                TEN.plus(Duration.ofHours(1)),
                new CommandAction.ExtendSession(sitting(seated).id(), Duration.ofMinutes(10))));
    assertThat(stage.replies)
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(CommandOutcome.DONE));
  }

  @Test
  void staffMaySeatWhoeverHasNothingLeft() {
    norm(Holding.OFF, Holding.HELD, Holding.OFF);
    elsewhere(LocalDate.of(2026, 11, 23), 40);
    assertThat(taking(ANYA)).isEqualTo(Plain.NO_TIME_LEFT);

    stage
        .counter()
        .received(
            new Command(
                new CommandId("c"),
                TEN.plus(Duration.ofHours(1)),
                new CommandAction.SeatPerson(ANYA, ONE)));
    stage.afterwards();
    assertThat(stage.occupant(ONE)).contains(ANYA);
  }

  @Test
  void aBookingWasJudgedWhenItWasMade() {
    norm(Holding.HELD, Holding.HELD, Holding.HELD);
    elsewhere(LocalDate.of(2026, 11, 23), 40);
    stage.book("b", ANYA, ONE, Duration.ZERO, Duration.ofMinutes(40));

    assertThat(sitting(stage.sit(ANYA, ONE)).remaining()).isEqualTo(Duration.ofMinutes(40));
  }
}
