package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.GROUP;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.VERA;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.picture.Picture;
import kafedra.contract.picture.Pictures;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.signin.SignIn;
import org.junit.jupiter.api.Test;

/** Signing in by a picture and by a code; by card and number see {@link VisitTest}. */
class SignInTest {
  private final KioskStage stage = new KioskStage();
  private final Pictures pictures = Pictures.of(GROUP, List.of(ANYA, BORIS));

  private void bookTheClass() {
    stage.put(new ReplicaItem.Group(GROUP, "7А"));
    stage.bookGroup("lesson", Duration.ofMinutes(3), Duration.ofMinutes(43), ONE, TWO);
  }

  private Picture pictureOf(PersonId person) {
    return pictures.of(person).orElseThrow();
  }

  private Picture pictureOfNobody() {
    return Stream.of(Picture.Thing.values())
        .map(it -> new Picture(it, Picture.Frame.CIRCLE))
        .filter(it -> pictures.whose(it).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private Outcome<VisitView> byPicture(GroupId group, Picture picture, String pin) {
    return prove(stage.desk().challenge(group, picture), pin);
  }

  private Outcome<VisitView> byNumber(String number, String pin) {
    return prove(stage.desk().challenge(number), pin);
  }

  private Outcome<VisitView> prove(Outcome<SignIn.Challenge> outcome, String pin) {
    return switch (outcome) {
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
  void showsPicturesOfTheGroupThatIsBookedNowAndOfNobodyElse() {
    assertThat(stage.site().classes()).isEmpty();
    bookTheClass();

    assertThat(stage.site().classes())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.name()).isEqualTo("7А");
          assertThat(it.pictures()).containsExactlyInAnyOrder(pictureOf(ANYA), pictureOf(BORIS));
        });
    assertThat(stage.site().toString()).doesNotContain("anya", "boris");
    stage.pass(Duration.ofMinutes(44));
    assertThat(stage.site().classes()).isEmpty();
  }

  @Test
  void aPictureAndItsPinSignInWhileTheGroupIsBooked() {
    assertThat(refusal(byPicture(GROUP, pictureOf(ANYA), "pin-anya")))
        .isInstanceOf(Refusal.WrongNumberOrPin.class);
    bookTheClass();

    VisitView visit = done(byPicture(GROUP, pictureOf(ANYA), "pin-anya"));
    assertThat(visit.greeting()).isEqualTo("anya");
    assertThat(visit.method()).isEqualTo(SignInMethod.PIN);
    assertThat(refusal(byPicture(new GroupId("other"), pictureOf(ANYA), "pin-anya")))
        .isInstanceOf(Refusal.WrongNumberOrPin.class);
  }

  @Test
  void triesByPictureAndByNumberAreCountedTogether() {
    bookTheClass();
    for (int i = 0; i < 3; i++) {
      assertThat(refusal(byPicture(GROUP, pictureOf(ANYA), "wrong")))
          .isEqualTo(new Refusal.WrongNumberOrPin(4 - i));
    }
    assertThat(refusal(byNumber("number-anya", "wrong")))
        .isEqualTo(new Refusal.WrongNumberOrPin(1));
    assertThat(refusal(byPicture(GROUP, pictureOf(ANYA), "wrong")))
        .isInstanceOf(Refusal.TooManyAttempts.class);
    assertThat(refusal(byNumber("number-anya", "pin-anya")))
        .isInstanceOf(Refusal.TooManyAttempts.class);
    assertThat(done(byPicture(GROUP, pictureOf(BORIS), "pin-boris")).greeting()).isEqualTo("boris");
  }

  @Test
  void aPictureOfNobodyCountsAsAnAttemptToo() {
    bookTheClass();
    for (int i = 0; i < 4; i++) {
      assertThat(refusal(byPicture(GROUP, pictureOfNobody(), "pin-anya")))
          .isEqualTo(new Refusal.WrongNumberOrPin(4 - i));
    }
    assertThat(refusal(byPicture(GROUP, pictureOfNobody(), "pin-anya")))
        .isInstanceOf(Refusal.TooManyAttempts.class);
  }

  private void issue(String digits, PersonId person, Duration lasting) {
    stage.put(new ReplicaItem.EntryCode(digits, person, TEN.plus(lasting)));
  }

  @Test
  void aCodeSignsInOnceAndTheDistrictIsToldSo() {
    issue("123456", VERA, Duration.ofHours(1));

    VisitView visit = done(stage.desk().enter("123456"));
    assertThat(visit.greeting()).isEqualTo("vera");
    assertThat(visit.method()).isEqualTo(SignInMethod.CODE);
    assertThat(stage.memory.records(SiteRecord.CodeUsed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.person()).isEqualTo(VERA));
    stage.restart();
    assertThat(refusal(stage.desk().enter("123456"))).isEqualTo(Plain.UNKNOWN_CODE);
  }

  @Test
  void aCodeThatIsOverOrWasTakenBackIsWorthNothing() {
    issue("123456", VERA, Duration.ofMinutes(10));
    assertThat(refusal(stage.desk().enter("654321"))).isEqualTo(Plain.UNKNOWN_CODE);
    stage.pass(Duration.ofMinutes(10));
    assertThat(refusal(stage.desk().enter("123456"))).isEqualTo(Plain.UNKNOWN_CODE);
  }

  @Test
  void guessingCodesIsHeldBack() {
    issue("123456", VERA, Duration.ofHours(1));
    for (int i = 0; i < 10; i++) {
      assertThat(refusal(stage.desk().enter("0000" + (10 + i)))).isEqualTo(Plain.UNKNOWN_CODE);
    }
    assertThat(refusal(stage.desk().enter("123456"))).isInstanceOf(Refusal.TooManyAttempts.class);
    assertThat(done(byNumber("number-anya", "pin-anya")).greeting()).isEqualTo("anya");
  }
}
