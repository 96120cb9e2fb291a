package kafedra.contract.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kafedra.contract.outbox.SendWindow.Step;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private static final Duration START = Duration.ZERO;
  private static final Duration SOON = Duration.ofSeconds(9);
  private static final Duration LATE = Duration.ofSeconds(11);

  private final SendWindow window = new SendWindow(100, Duration.ofSeconds(10));

  private void agreeOn(long upTo) {
    window.linkUp();
    window.asked(START);
    window.acknowledged(upTo, START);
  }

  @Test
  void doesNothingWithoutALink() {
    window.added();
    assertThat(window.next(START)).isEqualTo(new Step.Idle());
  }

  @Test
  void asksFirstAndAsksAgainWhenNoAnswerComes() {
    window.linkUp();
    assertThat(window.next(START)).isEqualTo(new Step.Ask());
    window.asked(START);
    assertThat(window.next(SOON)).isEqualTo(new Step.Idle());
    assertThat(window.next(LATE)).isEqualTo(new Step.Ask());
  }

  @Test
  void goesOnBehindWhatTheReceiverHas() {
    agreeOn(41);
    assertThat(window.next(START)).isEqualTo(new Step.Send(42));
  }

  @Test
  void restsWhenAllIsSentUntilSomethingIsAdded() {
    agreeOn(41);
    window.allSent();
    assertThat(window.next(START)).isEqualTo(new Step.Idle());
    window.added();
    assertThat(window.next(START)).isEqualTo(new Step.Send(42));
  }

  @Test
  void stopsAtTheEndOfTheWindowAndGoesOnWithTheAcknowledgement() {
    agreeOn(0);
    window.sent(100, START);
    assertThat(window.next(START)).isEqualTo(new Step.Idle());
    window.acknowledged(60, SOON);
    assertThat(window.next(SOON)).isEqualTo(new Step.Send(101));
  }

  @Test
  void sendsAgainFromTheAcknowledgementWhenPatienceEnds() {
    agreeOn(10);
    window.sent(50, START);
    window.allSent();
    assertThat(window.next(SOON)).isEqualTo(new Step.Idle());
    assertThat(window.next(LATE)).isEqualTo(new Step.Send(11));
  }

  @Test
  void isPatientWhileTheReceiverGoesOn() {
    agreeOn(0);
    window.sent(100, START);
    window.acknowledged(50, SOON);
    window.allSent();
    assertThat(window.next(LATE)).isEqualTo(new Step.Idle());
  }

  @Test
  void isNotMadePatientByTheSameAcknowledgementAgain() {
    agreeOn(0);
    window.sent(40, START);
    window.allSent();
    window.acknowledged(0, SOON);
    assertThat(window.next(LATE)).isEqualTo(new Step.Send(1));
  }

  @Test
  void goesBackToAReceiverThatCameFromABackup() {
    agreeOn(90);
    window.allSent();
    window.acknowledged(40, START);
    assertThat(window.next(START)).isEqualTo(new Step.Send(41));
  }

  @Test
  void asksAnewAfterEachConnection() {
    agreeOn(90);
    window.linkDown();
    assertThat(window.next(START)).isEqualTo(new Step.Idle());
    window.linkUp();
    assertThat(window.next(START)).isEqualTo(new Step.Ask());
  }
}
