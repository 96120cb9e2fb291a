package kafedra.contract.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemDeviceClockTest {
  private static final Instant TRUE = Instant.parse("2026-11-23T10:00:00Z");

  private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.EPOCH);
  private final SystemDeviceClock clock =
      new SystemDeviceClock(
          wall::get, ClockTrust.UNTRUSTED, new BootId("boot"), Duration.ofMinutes(7));

  private void says(Instant expected) {
    assertThat(clock.instant()).isCloseTo(expected, within(30, ChronoUnit.SECONDS));
  }

  @Test
  void countsFromTheStartOfTheMachineAndNotOfTheProgram() {
    assertThat(clock.sinceBoot()).isGreaterThanOrEqualTo(Duration.ofMinutes(7));
    assertThat(clock.moment().boot()).isEqualTo(new BootId("boot"));
  }

  @Test
  void believesTheController() {
    clock.heard(TRUE);

    says(TRUE);
    assertThat(clock.trust()).isEqualTo(ClockTrust.TRUSTED);
  }

  @Test
  void isNotMovedByWhoeverSetsTheSystemsClock() {
    clock.heard(TRUE);
    wall.set(TRUE.plus(Duration.ofDays(1)));
    clock.systemClockIsSet();

    says(TRUE);
  }

  @Test
  void takesTheSystemsClockOnceNetworkTimeHasSetIt() {
    wall.set(TRUE);
    says(Instant.EPOCH);
    clock.systemClockIsSet();

    says(TRUE);
    assertThat(clock.trust()).isEqualTo(ClockTrust.TRUSTED);
  }

  @Test
  void leavesADifferenceThatIsNoMoreThanDelay() {
    clock.heard(TRUE);
    Instant before = clock.instant();
    clock.heard(before.plusMillis(1_500));

    assertThat(clock.instant()).isBefore(before.plusMillis(1_500));
  }

  @Test
  void goesOnFromWhatThisStartOfTheMachineKnew() {
    clock.bootedAt(TRUE.minus(Duration.ofMinutes(7)));

    says(TRUE);
    assertThat(clock.trust()).isEqualTo(ClockTrust.TRUSTED);
  }

  @Test
  void isNeverBeforeWhatIsKnownAndYetNotBelieved() {
    clock.isAfter(TRUE);
    says(TRUE);
    clock.isAfter(TRUE.minusSeconds(3600));
    says(TRUE);

    assertThat(clock.trust()).isEqualTo(ClockTrust.UNTRUSTED);
  }
}
