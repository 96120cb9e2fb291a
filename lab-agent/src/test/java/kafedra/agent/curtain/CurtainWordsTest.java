package kafedra.agent.curtain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.use.ProgramKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurtainWordsTest {
  @Test
  void readsWhatItWrites() {
    for (CurtainOrder order :
        new CurtainOrder[] {
          new CurtainOrder.Cover(),
          new CurtainOrder.Open(Duration.ofMillis(61_500)),
          new CurtainOrder.Until(Duration.ZERO),
          new CurtainOrder.Say("Сохраните работу, open 5"),
          new CurtainOrder.Look()
        }) {
      assertThat(CurtainWords.order(CurtainWords.write(order))).contains(order);
    }
    for (Sight sight :
        new Sight[] {
          new Sight(Curtain.State.HELD, Optional.empty(), Optional.empty()),
          new Sight(
              Curtain.State.OPEN, Optional.of(Duration.ofMillis(7)), Optional.of(ProgramKind.IDE))
        }) {
      assertThat(CurtainWords.sight(CurtainWords.write(sight))).contains(sight);
    }
  }

  @Test
  void makesOneLineOfAMessageSoThatItHoldsNoOrder() {
    String line = CurtainWords.write(new CurtainOrder.Say("first\nopen 3600000\u0007"));
    assertThat(line).isEqualTo("say first open 3600000");
  }

  @Test
  void cutsALongMessageBetweenCharacters() {
    String tooLong = "🙂".repeat(CurtainWords.LONGEST_TEXT + 5);
    assertThat(CurtainWords.write(new CurtainOrder.Say(tooLong)))
        .isEqualTo("say " + "🙂".repeat(CurtainWords.LONGEST_TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "open", "open -5", "open 1e9", "open 9999999999999", "OPEN 5", "x y"})
  void takesNothingElseForAnOrder(String line) {
    assertThat(CurtainWords.order(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HELD", "HELD 5", "SHUT 5 -", "HELD 5 GAME", "HELD 5 - -"})
  void takesNothingElseForAnAnswer(String line) {
    assertThat(CurtainWords.sight(line)).isEmpty();
  }
}
