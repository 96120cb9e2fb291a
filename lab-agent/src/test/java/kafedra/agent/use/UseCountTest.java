package kafedra.agent.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseCountTest {
  private static final UseCount AT_100 =
      UseCount.startingAt(seconds(100), Duration.ZERO, Duration.ZERO);

  @Test
  void countsAMinuteOfActivityAfterOneInput() {
    UseCount counted =
        AT_100.upTo(seconds(110), Optional.of(seconds(105))).upTo(seconds(300), Optional.empty());

    assertThat(counted.signedIn()).isEqualTo(seconds(200));
    assertThat(counted.active()).isEqualTo(seconds(60));
  }

  @Test
  void doesNotCountOverlappingMinutesTwice() {
    UseCount counted =
        AT_100
            .upTo(seconds(110), Optional.of(seconds(100)))
            .upTo(seconds(140), Optional.of(seconds(130)))
            .upTo(seconds(400), Optional.of(seconds(130)));

    assertThat(counted.active()).isEqualTo(seconds(90));
  }

  @Test
  void leavesInputFromBeforeTheSessionToWhoeverMadeIt() {
    assertThat(AT_100.upTo(seconds(130), Optional.of(seconds(99))).active()).isZero();
  }

  @Test
  void countsNoActivityWhereInputCannotBeKnown() {
    UseCount counted = AT_100.upTo(seconds(200), Optional.empty());
    assertThat(counted.active()).isZero();
    assertThat(counted.signedIn()).isEqualTo(seconds(100));
  }

  @Test
  void addsToWhatAnEarlierPartOfTheSessionUsed() {
    UseCount counted =
        UseCount.startingAt(seconds(0), seconds(50), seconds(20))
            .upTo(seconds(10), Optional.of(seconds(0)));

    assertThat(counted.signedIn()).isEqualTo(seconds(60));
    assertThat(counted.active()).isEqualTo(seconds(30));
  }

  @Test
  void ignoresAMomentThatIsCountedAlready() {
    UseCount counted = AT_100.upTo(seconds(150), Optional.of(seconds(150)));
    assertThat(counted.upTo(seconds(140), Optional.of(seconds(140)))).isEqualTo(counted);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  void countsTheUnionOfTheMinutesAfterRandomInputs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] input = new boolean[3_000];
    for (int second = 0; second < input.length; second++) {
      input[second] = random.nextInt(45) == 0;
    }
    long expected = 0;
    long until = 0;
    for (int second = 0; second < input.length; second++) {
      until = input[second] ? second + 60L : until;
      expected += second < until ? 1 : 0;
    }

    UseCount counted = UseCount.startingAt(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    Optional<Duration> last = Optional.empty();
    for (int second = 0; second < input.length; second++) {
      last = input[second] ? Optional.of(seconds(second)) : last;
      counted = counted.upTo(seconds(second), last);
    }
    counted = counted.upTo(seconds(input.length), last);

    assertThat(counted.active().toSeconds()).as("seed %d", seed).isEqualTo(expected);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
