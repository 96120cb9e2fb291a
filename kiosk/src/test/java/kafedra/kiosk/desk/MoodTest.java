package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kafedra.contract.message.Mood;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.Test;

class MoodTest {
  private static final int SESSIONS = 100;

  private final KioskStage stage = new KioskStage();

  /** Sits and ends; answers if asked, and tells whether it was. */
  private boolean sitAndSay(Mood mood) {
    String token = stage.sit(ANYA, ONE).token();
    VisitView after = done(stage.desk().endSession(token));
    stage.afterwards();
    stage.afterwards();
    if (after.asksMood()) {
      assertThat(done(stage.desk().answer(token, mood)).asksMood()).isFalse();
    }
    done(stage.desk().answer(token, mood)); // nobody asked, or a second time
    return after.asksMood();
  }

  private List<SiteRecord.MoodsCounted> told() {
    return stage.memory.records(SiteRecord.MoodsCounted.class);
  }

  @Test
  void asksNowAndThenAndTellsTheDaysSumTheNextDay() {
    int asked = 0;
    for (int i = 0; i < SESSIONS; i++) {
      asked += sitAndSay(i % 2 == 0 ? Mood.GOOD : Mood.BAD) ? 1 : 0;
    }
    assertThat(asked).isBetween(SESSIONS / 20, SESSIONS / 2);
    stage.pass(Duration.ofMinutes(1));
    assertThat(told()).isEmpty();

    stage.passInSilence(Duration.ofDays(1));
    LocalDate monday = LocalDate.of(2026, 11, 23);
    int all = asked;
    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.first()).isEqualTo(monday);
          assertThat(it.last()).isEqualTo(monday);
          assertThat(it.good() + it.soSo() + it.bad()).isEqualTo(all);
        });
    stage.passInSilence(Duration.ofDays(1));
    assertThat(told()).hasSize(1);
  }

  @Test
  void keepsFewAnswersUntilThereAreEnoughToHideIn() {
    int asked = 0;
    while (asked < 3) {
      asked += sitAndSay(Mood.SO_SO) ? 1 : 0;
    }
    stage.passInSilence(Duration.ofDays(1));
    assertThat(told()).isEmpty();
    stage.agentsReport();

    while (asked < 6) {
      asked += sitAndSay(Mood.GOOD) ? 1 : 0;
    }
    stage.restart();
    stage.passInSilence(Duration.ofDays(1));
    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.first()).isEqualTo(LocalDate.of(2026, 11, 23));
          assertThat(it.last()).isEqualTo(LocalDate.of(2026, 11, 24));
          assertThat(it.soSo()).isEqualTo(3);
          assertThat(it.good()).isEqualTo(3);
        });
  }
}
