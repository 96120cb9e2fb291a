package kafedra.controller.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import kafedra.contract.time.TimeSlot;
import org.junit.jupiter.api.Test;

class ShiftTest {
  /** Winter time begins on 25 October 2026. */
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static TimeSlot lesson(String start) {
    return TimeSlot.of(Instant.parse(start), Duration.ofMinutes(45));
  }

  @Test
  void keepsTheTimeOnTheWallThroughAClockChange() {
    TimeSlot friday = lesson("2026-10-23T06:30:00Z"); // 08:30
    TimeSlot monday = lesson("2026-10-26T07:30:00Z"); // 08:30 of winter time
    Shift shift = Shift.between(friday, lesson("2026-10-23T08:00:00Z"), BERLIN);
    assertThat(shift.of(monday, BERLIN)).isEqualTo(lesson("2026-10-26T09:00:00Z"));
    assertThat(Shift.between(friday, monday, BERLIN).later()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void knowsEarlierFromLater() {
    TimeSlot at = lesson("2026-10-23T06:30:00Z");
    assertThat(Shift.between(at, lesson("2026-10-23T06:25:00Z"), BERLIN).isEarlier()).isTrue();
    assertThat(Shift.between(at, at, BERLIN).isEarlier()).isFalse();
  }
}
