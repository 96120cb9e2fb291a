package kafedra.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeskThreadTest {
  @Test
  void goesOnAfterAnErrorOfTheProgram() {
    try (DeskThread thread = new DeskThread()) {
      thread.start(() -> {}, () -> {});
      thread.post(() -> {
        throw new StackOverflowError("of the work");
      });
      assertThatThrownBy(() ->
              thread.call(() -> {
                throw new StackOverflowError("of the answer");
              }))
          .hasRootCauseMessage("of the answer");
      assertThat(thread.<Integer>call(() -> 7)).isEqualTo(7);
    }
  }
}
