package kafedra.kiosk.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.time.MovableClock;
import kafedra.kiosk.journal.MemoryJournal;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.signin.AttemptLimit;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Troubles troubles = new Troubles();
  private final List<String> done = new ArrayList<>();
  private final Maintenance maintenance =
      new Maintenance(
          "271828",
          new AttemptLimit(new MemoryJournal(), clock),
          () -> new HardwareCheck("a board", List.of()),
          troubles,
          Map.of(Maintenance.Trial.DOOR, () -> done.add("door")));

  private static Refusal refusal(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?>(Refusal why) ? why : Refusal.Plain.MALFORMED;
  }

  @Test
  void showsWhatIsWrongAndWhatWasReadToWhoeverKnowsThePin() {
    troubles.has(KioskTrouble.READER_FAILING);
    maintenance.cardRead();

    assertThat(maintenance.look("271828"))
        .isEqualTo(
            new Outcome.Done<>(
                new Maintenance.View(
                    new HardwareCheck("a board", List.of()),
                    List.of(KioskTrouble.READER_FAILING),
                    1,
                    0,
                    List.of(Maintenance.Trial.DOOR))));
  }

  @Test
  void triesOnlyWhatIsThere() {
    var _ = maintenance.attempt("271828", Maintenance.Trial.DOOR);

    assertThat(done).containsExactly("door");
    assertThat(refusal(maintenance.attempt("271828", Maintenance.Trial.BUZZER)))
        .isEqualTo(Refusal.Plain.NOT_FOUND);
  }

  @Test
  void letsNobodyGuessThePin() {
    for (int i = 4; i > 0; i--) {
      assertThat(refusal(maintenance.attempt("1", Maintenance.Trial.DOOR)))
          .isEqualTo(new Refusal.WrongNumberOrPin(i));
    }
    var _ = maintenance.look("1");

    assertThat(refusal(maintenance.attempt("271828", Maintenance.Trial.DOOR)))
        .isEqualTo(new Refusal.TooManyAttempts(Duration.ofMinutes(5)));
    assertThat(done).isEmpty();
    clock.pass(Duration.ofMinutes(5));
    assertThat(maintenance.look("271828")).isInstanceOf(Outcome.Done.class);
  }
}
