package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.VERA;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.place;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.kiosk.session.Refusal.Plain;
import org.junit.jupiter.api.Test;

class QueueTest {
  private static final PersonId DIMA = new PersonId("dima");
  private final KioskStage stage = new KioskStage();

  private VisitView draw(PersonId person) {
    VisitView drawn = done(stage.desk().draw(stage.tap(person).token()));
    stage.afterwards();
    return drawn;
  }

  private void fillTheRoom() {
    stage.put(
        new ReplicaItem.Person(
            DIMA, "Дима", null, null, List.of("card-dima"), List.of(), 5, ReplicaItem.Role.PUPIL));
    stage.sit(ANYA, ONE);
    stage.sit(BORIS, TWO);
  }

  @Test
  void callsTheFirstOfThoseWhoWaitAndHoldsTheSeatForThem() {
    fillTheRoom();
    assertThat(place(draw(VERA)).number()).isEqualTo(1);
    assertThat(place(draw(DIMA)).ahead()).isEqualTo(1);

    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    assertThat(stage.site().queue().called())
        .singleElement()
        .satisfies(it -> assertThat(it.ticket()).isEqualTo(1));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.HELD);
    assertThat(refused(DIMA, ONE)).isEqualTo(Plain.SEAT_TAKEN);
    VisitView seated =
        done(stage.desk().takeSeat(stage.tap(VERA).token(), Optional.empty(), Optional.empty()));
    assertThat(sitting(seated).seat()).isEqualTo(ONE);
    assertThat(seated.ticket()).isNull();
  }

  @Test
  void passesTheSeatOnWhenNobodyComesForThreeMinutes() {
    fillTheRoom();
    draw(VERA);
    draw(DIMA);
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    stage.pass(Duration.ofSeconds(190));

    assertThat(stage.site().queue().called())
        .singleElement()
        .satisfies(it -> assertThat(it.ticket()).isEqualTo(2));
    assertThat(stage.tap(VERA).ticket()).isNull();
  }

  @Test
  void doesNotExtendWhilePeopleWait() {
    fillTheRoom();
    draw(VERA);

    assertThat(refusal(stage.desk().extend(stage.tap(ANYA).token())))
        .isEqualTo(Plain.PEOPLE_WAITING);
  }

  @Test
  void keepsItsOrderAndNumbersOverARestart() {
    fillTheRoom();
    draw(VERA);
    stage.restart();

    assertThat(place(draw(DIMA)).number()).isEqualTo(2);
    assertThat(place(stage.tap(VERA)).ahead()).isZero();
  }

  @Test
  void givesBackTheNumberOfAHeldSeatThatFails() {
    fillTheRoom();
    draw(VERA);
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    stage.put(
        new ReplicaItem.Seat(
            ONE, new LabId("lab"), "1", 0, 0, List.of(), ReplicaItem.Service.OUT_OF_SERVICE));

    assertThat(stage.site().queue().called()).isEmpty();
    assertThat(stage.site().queue().waiting()).isEqualTo(1);
  }

  @Test
  void estimatesTheWaitByTheSessionsThatEndFirst() {
    fillTheRoom();
    stage.pass(Duration.ofMinutes(10));

    assertThat(place(draw(VERA)).estimateMinutes()).isEqualTo(20);
  }

  private kafedra.kiosk.session.Refusal refused(PersonId person, WorkstationId seat) {
    return refusal(
        stage.desk().takeSeat(stage.tap(person).token(), Optional.of(seat), Optional.empty()));
  }
}
