package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
  private static List<String> settings(String... words) {
    return CommandWords.asSettings(List.of(words), Set.of("fresh"));
  }

  @Test
  void takesAValueAfterASpaceOrAnEqualsSign() {
    assertThat(settings("--port", "9000", "--data=x")).containsExactly("--port=9000", "--data=x");
  }

  @Test
  void aFlagTakesNoValue() {
    assertThat(settings("--fresh", "--port", "1")).containsExactly("--fresh=yes", "--port=1");
  }

  @Test
  void leavesAnOptionWithoutItsValueToTheReader() {
    assertThat(settings("--port")).containsExactly("--port");
    assertThat(settings("--port", "--fresh")).containsExactly("--port", "--fresh=yes");
  }
}
