package kafedra.kiosk.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.MovableClock;
import org.junit.jupiter.api.Test;

class LineProbeTest {
  private static final Duration ROUND_TRIP = Duration.ofMillis(40);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final LineProbe probe = new LineProbe(clock, new Random(5));

  /** Time passes as the desk's ticks do; answers come after a while, if they come. */
  private int probes(Duration length, LineProbe.Use use, Optional<Duration> answerAfter) {
    int sent = 0;
    for (long left = length.toMillis(); left > 0; left -= 500) {
      clock.pass(Duration.ofMillis(500));
      if (probe.isDue(use)) {
        sent++;
        answerAfter.ifPresent(after -> {
          clock.pass(after);
          assertThat(probe.answered(LineProbe.FILL, Optional.of(ROUND_TRIP))).isPresent();
        });
      }
    }
    return sent;
  }

  @Test
  void takesNoMoreOfAnHourThanItSays() {
    int sent =
        probes(Duration.ofHours(10), LineProbe.Use.IDLE, Optional.of(Duration.ofMillis(400)));

    assertThat(sent).isBetween(25, 40);
    assertThat(sent * LineProbe.FILL).isLessThanOrEqualTo(10 * LineProbe.BYTES_AN_HOUR);
  }

  @Test
  void leavesALineAloneThatIsInUse() {
    assertThat(probes(Duration.ofHours(5), LineProbe.Use.BUSY, Optional.empty())).isZero();
  }

  @Test
  void testsMoreFullyOnceANight() {
    int night =
        probes(Duration.ofHours(12), LineProbe.Use.CLOSED, Optional.of(Duration.ofMillis(400)));

    assertThat(night).isBetween(LineProbe.A_NIGHT + 30, LineProbe.A_NIGHT + 48);
  }

  @Test
  void tellsTheRateOfTheTransferWithoutTheWayThere() {
    while (!probe.isDue(LineProbe.Use.IDLE)) {
      clock.pass(Duration.ofSeconds(1));
    }
    clock.pass(Duration.ofMillis(440));

    SiteRecord.LineMeasured measured =
        probe.answered(50_000, Optional.of(ROUND_TRIP)).orElseThrow();

    assertThat(measured.method()).isEqualTo(LineMethod.ACTIVE);
    assertThat(measured.downKbps()).isEqualTo(1000);
    assertThat(measured.roundTrip()).isEqualTo(ROUND_TRIP);
  }

  @Test
  void countsWhatWasNotAnswered() {
    int sent = probes(Duration.ofHours(2), LineProbe.Use.IDLE, Optional.empty());

    assertThat(sent).isPositive();
    assertThat(probe.lostPermille()).contains(1000);
    assertThat(probe.answered(10, Optional.empty())).isEmpty();
  }
}
