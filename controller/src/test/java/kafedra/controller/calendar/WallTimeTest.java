package kafedra.controller.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import kafedra.contract.time.TimeSlot;
import org.junit.jupiter.api.Test;

class WallTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FORWARD = LocalDate.of(2027, 3, 28);
  private static final LocalDate BACK = LocalDate.of(2027, 10, 31);

  private static Optional<Duration> length(LocalDate day, String start, String end) {
    return WallTime.slot(day, LocalTime.parse(start), LocalTime.parse(end), BERLIN)
        .map(TimeSlot::length);
  }

  @Test
  void aLessonWithinTheSkippedHourDoesNotTakePlace() {
    assertThat(length(FORWARD, "02:15", "02:45")).isEmpty();
  }

  @Test
  void aLessonThatReachesIntoTheSkippedHourIsCutAtTheChange() {
    assertThat(length(FORWARD, "01:30", "02:15")).contains(Duration.ofMinutes(30));
    assertThat(length(FORWARD, "02:30", "03:10")).contains(Duration.ofMinutes(10));
  }

  @Test
  void aLessonWithinTheDoubledHourIsAsLongAsItsBellsSay() {
    assertThat(length(BACK, "02:15", "02:45")).contains(Duration.ofMinutes(30));
  }

  @Test
  void aDayIsAsLongAsItReallyIs() {
    assertThat(length(FORWARD, "00:00", "20:00")).contains(Duration.ofHours(19));
    assertThat(length(BACK, "00:00", "20:00")).contains(Duration.ofHours(21));
  }
}
