package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.signin.SignIn;
import org.junit.jupiter.api.Test;

class VisitTest {
  private final KioskStage stage = new KioskStage();

  private Outcome<VisitView> signIn(String number, String pin) {
    return switch (stage.desk().challenge(number)) {
      case Outcome.Refused<SignIn.Challenge>(Refusal why) -> new Outcome.Refused<>(why);
      case Outcome.Done<SignIn.Challenge>(SignIn.Challenge challenge) ->
          stage
              .desk()
              .answer(
                  challenge,
                  challenge.verifier().proof().equals(pin)
                      ? SignIn.Verdict.RIGHT
                      : SignIn.Verdict.WRONG);
    };
  }

  @Test
  void endsAfterFortyFiveSecondsWithoutATouch() {
    VisitView visit = stage.tap(ANYA);
    stage.pass(Duration.ofSeconds(40));
    done(stage.desk().stay(visit.token()));
    stage.pass(Duration.ofSeconds(40));
    assertThat(stage.desk().visit()).isPresent();

    stage.pass(Duration.ofSeconds(5));

    assertThat(stage.desk().visit()).isEmpty();
    assertThat(refusal(stage.desk().extend(visit.token()))).isEqualTo(Plain.VISIT_OVER);
  }

  @Test
  void endsWhenAnotherCardIsTappedAndItsTokenIsWorthNothingThen() {
    VisitView first = stage.tap(ANYA);
    stage.tap(BORIS);

    assertThat(refusal(stage.desk().takeSeat(first.token(), Optional.of(ONE), Optional.empty())))
        .isEqualTo(Plain.VISIT_OVER);
  }

  @Test
  void leavesTheSessionRunningWhenThePersonWalksAway() {
    VisitView seated = stage.sit(ANYA, ONE);
    done(stage.desk().leave(seated.token()));
    stage.pass(Duration.ofMinutes(1));

    assertThat(stage.open(ONE)).isPresent();
    assertThat(stage.desk().visit()).isEmpty();
  }

  @Test
  void blocksANumberAfterFiveWrongPinsAndDoublesThePauseOverRestarts() {
    for (int left = 4; left > 0; left--) {
      assertThat(refusal(signIn("number-anya", "wrong")))
          .isEqualTo(new Refusal.WrongNumberOrPin(left));
    }
    assertThat(refusal(signIn("number-anya", "wrong")))
        .isEqualTo(new Refusal.TooManyAttempts(Duration.ofMinutes(5)));
    stage.restart();
    assertThat(refusal(signIn("number-anya", "pin-anya")))
        .isEqualTo(new Refusal.TooManyAttempts(Duration.ofMinutes(5)));

    stage.pass(Duration.ofMinutes(5));
    for (int i = 0; i < 4; i++) {
      signIn("number-anya", "wrong");
    }
    assertThat(refusal(signIn("number-anya", "wrong")))
        .isEqualTo(new Refusal.TooManyAttempts(Duration.ofMinutes(10)));
    stage.pass(Duration.ofMinutes(10));
    assertThat(done(signIn("number-anya", "pin-anya")).greeting()).isEqualTo("anya");
    assertThat(refusal(signIn("number-anya", "wrong"))).isEqualTo(new Refusal.WrongNumberOrPin(4));
  }

  @Test
  void answersForAnUnknownNumberAsForAKnownOne() {
    assertThat(refusal(signIn("nobody", "1234"))).isEqualTo(new Refusal.WrongNumberOrPin(4));
    assertThat(refusal(signIn("nobody", ""))).isEqualTo(new Refusal.WrongNumberOrPin(3));
  }

  @Test
  void blocksTheKioskWhenManyNumbersAreTried() {
    for (int i = 0; i < 30; i++) {
      assertThat(refusal(signIn("guess-" + i, "0000")))
          .isInstanceOf(Refusal.WrongNumberOrPin.class);
    }
    assertThat(refusal(signIn("number-anya", "pin-anya")))
        .isEqualTo(new Refusal.TooManyAttempts(Duration.ofMinutes(1)));
  }

  @Test
  void forgetsTheKiosksWrongPinsAfterAQuietQuarterOfAnHour() {
    for (int day = 0; day < 10; day++) {
      for (int i = 0; i < 29; i++) {
        assertThat(refusal(signIn("guess-" + day + "-" + i, "0000")))
            .isInstanceOf(Refusal.WrongNumberOrPin.class);
      }
      stage.pass(Duration.ofMinutes(16));
    }
  }

  @Test
  void showsAPersonTheirOwnPastAndNobodyElses() {
    VisitView.Sitting session = KioskStage.sitting(stage.sit(ANYA, ONE));
    stage.pass(Duration.ofMinutes(7));
    stage.count(session.id(), Duration.ofMinutes(7), Duration.ofMinutes(5));
    stage.agentsReport();

    assertThat(done(stage.desk().history(stage.tap(ANYA).token())).sessions())
        .containsExactly(new HistoryView.Past(TEN, "1", Duration.ofMinutes(7)));
    assertThat(done(stage.desk().history(stage.tap(BORIS).token())).sessions()).isEmpty();
    assertThat(refusal(stage.desk().history("token"))).isEqualTo(Plain.VISIT_OVER);
  }

  @Test
  void showsARequestedBookingAsARequestUntilTheControllerAnswers() {
    BookingId id = new BookingId("asked");
    TimeSlot slot = new TimeSlot(TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2)));
    VisitView asked =
        done(stage.room().bookings().book(stage.tap(ANYA).token(), id, slot, Optional.empty()));

    assertThat(asked.bookings())
        .singleElement()
        .satisfies(it -> assertThat(it.status()).isEqualTo(VisitView.Status.REQUESTED));
    assertThat(stage.memory.records(SiteRecord.BookingRequested.class)).hasSize(1);
    stage.restart();
    stage.put(
        new ReplicaItem.Booking(
            id, ANYA, null, slot, List.of(ONE), ReplicaItem.BookingStatus.CONFIRMED));

    VisitView answered = stage.tap(ANYA);
    assertThat(answered.bookings())
        .singleElement()
        .satisfies(it -> assertThat(it.status()).isEqualTo(VisitView.Status.CONFIRMED));
    assertThat(stage.memory.requests()).isEmpty();
    VisitView withdrawn = done(stage.room().bookings().withdraw(answered.token(), id));
    assertThat(withdrawn.bookings())
        .singleElement()
        .satisfies(it -> assertThat(it.status()).isEqualTo(VisitView.Status.CANCELLED));
  }

  @Test
  void refusesBookingsThatCannotBe() {
    String token = stage.tap(ANYA).token();
    Duration hour = Duration.ofHours(1);
    TimeSlot next = TimeSlot.of(TEN.plus(hour), hour);
    done(stage.room().bookings().book(token, new BookingId("a"), next, Optional.empty()));

    assertThat(
            refusal(
                stage.room().bookings().book(token, new BookingId("b"), next, Optional.empty())))
        .isEqualTo(Plain.BOOKING_OVERLAPS_OWN);
    assertThat(
            refusal(
                stage
                    .room()
                    .bookings()
                    .book(
                        token,
                        new BookingId("c"),
                        TimeSlot.of(TEN.minus(hour), hour),
                        Optional.empty())))
        .isEqualTo(Plain.BOOKING_IN_PAST);
    assertThat(
            refusal(
                stage
                    .room()
                    .bookings()
                    .book(
                        token,
                        new BookingId("d"),
                        TimeSlot.of(TEN.plus(Duration.ofHours(12)), hour),
                        Optional.empty())))
        .isEqualTo(Plain.OUTSIDE_OPENING_HOURS);
    assertThat(stage.memory.records(SiteRecord.BookingRequested.class)).hasSize(1);
  }

  @Test
  void doesNotLetAnybodyWithdrawTheBookingOfAnother() {
    stage.book("b", BORIS, ONE, Duration.ofHours(1), Duration.ofHours(2));

    assertThat(
            refusal(stage.room().bookings().withdraw(stage.tap(ANYA).token(), new BookingId("b"))))
        .isEqualTo(Plain.NOT_FOUND);
  }

  @Test
  void offersTheLessonsThatCanStillBeBooked() {
    assertThat(stage.tap(ANYA).lessons())
        .first()
        .satisfies(it -> {
          assertThat(it.number()).isEqualTo(3);
          assertThat(it.free()).isEqualTo(2);
        });
  }
}
