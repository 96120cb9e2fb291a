package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.StaffAct;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.signin.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffTest {
  private static final PersonId OLGA = new PersonId("olga");

  private final KioskStage stage = new KioskStage();

  @BeforeEach
  void hire() {
    stage.put(
        new ReplicaItem.Person(
            OLGA,
            "olga",
            "number-olga",
            new PinVerifier("", "pin-olga"),
            List.of("card-olga"),
            List.of(),
            null,
            ReplicaItem.Role.STAFF));
  }

  private String token() {
    return stage.tap(OLGA).token();
  }

  private List<StaffAct> acts() {
    return stage.memory.records(SiteRecord.StaffActed.class).stream()
        .map(SiteRecord.StaffActed::act)
        .toList();
  }

  private SiteRecord.StaffActed lastAct() {
    return stage.memory.records(SiteRecord.StaffActed.class).getLast();
  }

  @Test
  void aStaffCardShowsTheStaffScreenAndIsRecorded() {
    assertThat(stage.tap(OLGA).staff()).isNotNull();
    assertThat(acts()).containsExactly(StaffAct.SIGNED_IN);
    assertThat(stage.tap(ANYA).staff()).isNull();
  }

  @Test
  void aPinIsNotEnoughAndAPupilMayNothing() {
    SignIn.Challenge challenge = done(stage.desk().challenge("number-olga"));
    VisitView byPin = done(stage.desk().answer(challenge, SignIn.Verdict.RIGHT));
    assertThat(byPin.staff()).isNull();
    stage.sit(ANYA, ONE);

    assertThat(refusal(stage.room().staff().end(byPin.token(), ONE))).isEqualTo(Plain.VISIT_OVER);
    challenge = done(stage.desk().challenge("number-olga"));
    byPin = done(stage.desk().answer(challenge, SignIn.Verdict.RIGHT));
    assertThat(refusal(stage.room().staff().end(byPin.token(), ONE))).isEqualTo(Plain.STAFF_ONLY);
    assertThat(refusal(stage.room().staff().end(stage.tap(BORIS).token(), ONE)))
        .isEqualTo(Plain.STAFF_ONLY);
    assertThat(stage.occupant(ONE)).contains(ANYA);
    assertThat(acts()).isEmpty();
  }

  @Test
  void endsASession() {
    stage.sit(ANYA, ONE);
    done(stage.room().staff().end(token(), ONE));
    stage.afterwards();
    stage.afterwards();

    assertThat(stage.open(ONE)).isEmpty();
    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(EndReason.STAFF_ENDED));
    assertThat(lastAct().act()).isEqualTo(StaffAct.ENDED_SESSION);
    assertThat(lastAct().staff()).isEqualTo(OLGA);
    assertThat(lastAct().workstation()).isEqualTo(ONE);
    assertThat(refusal(stage.room().staff().end(token(), ONE))).isEqualTo(Plain.SESSION_OVER);
  }

  @Test
  void seatsSomebodyElsewhereForTheTimeTheyHadLeft() {
    stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(12));
    done(stage.room().staff().move(token(), ONE, TWO));
    stage.afterwards();
    stage.afterwards();

    assertThat(stage.open(ONE)).isEmpty();
    assertThat(stage.occupant(TWO)).contains(ANYA);
    assertThat(sitting(stage.tap(ANYA)).remaining()).isEqualTo(Duration.ofMinutes(18));
    assertThat(lastAct().act()).isEqualTo(StaffAct.MOVED_SESSION);
  }

  @Test
  void movesNobodyToASeatThatCannotBeHad() {
    stage.sit(ANYA, ONE);
    stage.sit(BORIS, TWO);

    assertThat(refusal(stage.room().staff().move(token(), ONE, TWO))).isEqualTo(Plain.SEAT_TAKEN);
    assertThat(stage.occupant(ONE)).contains(ANYA);
  }

  @Test
  void aSeatThatStaffClosedStaysClosedThroughARestartUntilTheDistrictSaysOtherwise() {
    done(stage.room().staff().serve(token(), ONE, Service.OUT_OF_SERVICE));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.OUT_OF_SERVICE);
    assertThat(lastAct().act()).isEqualTo(StaffAct.CLOSED_SEAT);
    stage.restart();
    stage.agentsReport();
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.OUT_OF_SERVICE);
    assertThat(stage.memory.seatServices()).hasSize(1);

    stage.put(seatOne(Service.OUT_OF_SERVICE));
    assertThat(stage.memory.seatServices()).isEmpty();
    stage.put(seatOne(Service.IN_SERVICE));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.FREE);
  }

  private static ReplicaItem.Seat seatOne(Service service) {
    return new ReplicaItem.Seat(ONE, new LabId("lab"), "1", 0, 0, List.of(), service);
  }

  @Test
  void theNextCardThatIsTappedIsThePupils() {
    String token = token();
    VisitView waiting = done(stage.room().staff().awaitCard(token, "number-anya"));
    assertThat(Objects.requireNonNull(waiting.staff()).cardFor()).isEqualTo("anya");

    VisitView after = done(stage.desk().tap("fresh"));
    assertThat(after.token()).as("the staff's visit goes on").isEqualTo(token);
    assertThat(Objects.requireNonNull(after.staff()).cardFor()).isNull();
    assertThat(lastAct().card()).isEqualTo("fresh");
    assertThat(lastAct().person()).isEqualTo(ANYA);
    assertThat(lastAct().toString()).doesNotContain("fresh");
    assertThat(refusal(stage.desk().tap("fresh"))).isEqualTo(Plain.UNKNOWN_CARD);
  }

  @Test
  void aCardOfSomebodyElseIsNotTakenAway() {
    done(stage.room().staff().awaitCard(token(), "number-anya"));
    assertThat(refusal(stage.desk().tap("card-boris"))).isEqualTo(Plain.CARD_TAKEN);
    assertThat(acts()).doesNotContain(StaffAct.REGISTERED_CARD);
    assertThat(stage.tap(BORIS).greeting()).isEqualTo("boris");
  }

  @Test
  void nothingIsAwaitedOnceTheStaffAreGone() {
    done(stage.room().staff().awaitCard(token(), "number-anya"));
    stage.pass(Duration.ofMinutes(1));
    assertThat(stage.desk().visit()).isEqualTo(Optional.empty());

    assertThat(refusal(stage.desk().tap("fresh"))).isEqualTo(Plain.UNKNOWN_CARD);
    assertThat(acts()).doesNotContain(StaffAct.REGISTERED_CARD);
  }
}
