package kafedra.kiosk.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.MovableClock;
import org.junit.jupiter.api.Test;

class LineMeterTest {
  private static final int BYTES_AT_1000_KBPS = 125_000;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<SiteRecord.LineMeasured> measured = new ArrayList<>();
  private long received;
  private long sent;
  private final LineMeter meter =
      new LineMeter(
          () -> Optional.of(new InterfaceCounters.Bytes(received, sent)),
          clock,
          Duration.ofSeconds(60),
          1000);

  private void seconds(int count, long down, long up) {
    for (int i = 0; i < count; i++) {
      meter.tick(() -> Optional.of(Duration.ofMillis(40))).ifPresent(measured::add);
      clock.pass(Duration.ofSeconds(1));
      received += down;
      sent += up;
    }
  }

  @Test
  void provesTheLineByARateSustainedForTenSeconds() {
    seconds(20, 0, 0);
    seconds(11, BYTES_AT_1000_KBPS, 1000);
    seconds(40, 0, 0);

    assertThat(measured).hasSize(1);
    SiteRecord.LineMeasured window = measured.getFirst();
    assertThat(window.method()).isEqualTo(LineMethod.PASSIVE);
    assertThat(window.peakDownKbps()).isEqualTo(1000);
    assertThat(window.downKbps()).isBetween(180, 186);
    assertThat(window.upKbps()).isEqualTo(1);
    assertThat(window.roundTrip()).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void calls9SecondsOfThatRateALowerBound() {
    seconds(20, 0, 0);
    seconds(9, BYTES_AT_1000_KBPS, 0);
    seconds(40, 0, 0);

    assertThat(measured.getFirst().method()).isEqualTo(LineMethod.LOWER_BOUND);
    assertThat(measured.getFirst().peakDownKbps()).isEqualTo(900);
  }

  @Test
  void doesNotTakeARestartedCounterForTraffic() {
    seconds(20, BYTES_AT_1000_KBPS, 0);
    received = 0;
    seconds(45, 0, 0);

    assertThat(measured.getFirst().downKbps()).isBetween(300, 334);
  }

  @Test
  void measuresEachWindowAnew() {
    seconds(61, BYTES_AT_1000_KBPS, 0);
    seconds(61, 0, 0);

    assertThat(measured).hasSize(2);
    assertThat(measured.get(1).downKbps()).isLessThan(50);
  }
}
