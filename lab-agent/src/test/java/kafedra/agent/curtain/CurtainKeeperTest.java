package kafedra.agent.curtain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kafedra.agent.lock.BootClock;
import org.junit.jupiter.api.Test;

class CurtainKeeperTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeCurtain curtain = new FakeCurtain();
  private final MovedClock clock = new MovedClock();
  private final CurtainKeeper keeper = new CurtainKeeper(curtain, clock);

  private static final class MovedClock implements BootClock {
    Duration now = Duration.ofDays(3);

    @Override
    public String bootId() {
      return "boot";
    }

    @Override
    public Duration sinceBoot() {
      return now;
    }
  }

  private void pass(Duration time) {
    clock.now = clock.now.plus(time);
    keeper.tick();
  }

  @Test
  void coversFirst() {
    keeper.start();
    assertThat(curtain.state).isEqualTo(Curtain.State.HELD);
  }

  @Test
  void coversAtTheEndWithoutAnybodysOrderAndNotBefore() {
    keeper.take(new CurtainOrder.Open(HOUR));
    pass(HOUR.minusMillis(1));
    assertThat(curtain.state).isEqualTo(Curtain.State.OPEN);
    pass(Duration.ofMillis(1));
    assertThat(curtain.state).isEqualTo(Curtain.State.HELD);
  }

  @Test
  void coversAtOnceAfterASleepThatWasLongerThanTheTimeLeft() {
    keeper.take(new CurtainOrder.Open(HOUR));
    pass(Duration.ofHours(9));
    assertThat(curtain.state).isEqualTo(Curtain.State.HELD);
  }

  @Test
  void movesTheEndOfAnOpenScreen() {
    keeper.take(new CurtainOrder.Open(Duration.ofMinutes(2)));
    keeper.take(new CurtainOrder.Until(HOUR));
    pass(Duration.ofMinutes(3));
    assertThat(curtain.state).isEqualTo(Curtain.State.OPEN);
  }

  @Test
  void opensNothingByMovingAnEnd() {
    keeper.start();
    keeper.take(new CurtainOrder.Until(HOUR));
    pass(Duration.ofSeconds(1));
    assertThat(curtain.state).isEqualTo(Curtain.State.HELD);
    assertThat(keeper.sight().state()).isEqualTo(Curtain.State.HELD);
  }

  @Test
  void countsTheLastMinuteDownBesideEverythingElse() {
    keeper.take(new CurtainOrder.Open(Duration.ofSeconds(70)));
    keeper.take(new CurtainOrder.Say("Пересядьте, пожалуйста"));
    pass(Duration.ofSeconds(9));
    assertThat(curtain.notice).contains(new Notice(Notice.Urgency.CALM, "Пересядьте, пожалуйста"));
    pass(Duration.ofSeconds(1));
    assertThat(curtain.notice.orElseThrow().text()).startsWith("1:00 ");
    pass(Duration.ofSeconds(59));
    assertThat(curtain.notice.orElseThrow().text()).startsWith("0:01 ");
    assertThat(curtain.notice.orElseThrow().urgency()).isEqualTo(Notice.Urgency.LAST_MINUTE);
    pass(Duration.ofSeconds(1));
    assertThat(curtain.notice).isEmpty();
  }

  @Test
  void saysOnceThatFiveMinutesAreLeft() {
    keeper.take(new CurtainOrder.Open(Duration.ofMinutes(6)));
    pass(Duration.ofMinutes(1));
    assertThat(curtain.notice.orElseThrow().text()).contains("5 min");
    pass(CurtainKeeper.SHOWN);
    assertThat(curtain.notice).isEmpty();
  }

  @Test
  void showsAMessageOverTheCoverAndTakesItAway() {
    keeper.start();
    keeper.take(new CurtainOrder.Say("hello"));
    pass(Duration.ofSeconds(1));
    assertThat(curtain.notice).isPresent();
    assertThat(curtain.state).isEqualTo(Curtain.State.HELD);
    pass(CurtainKeeper.SHOWN);
    assertThat(curtain.notice).isEmpty();
  }
}
