package kafedra.provisioning.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @Test
  void bothLanguagesKnowTheSameSentences() {
    assertThat(Wording.read(Tongue.RUSSIAN).keySet())
        .isEqualTo(Wording.read(Tongue.ENGLISH).keySet());
  }

  @Test
  void sameFactsStandInBothLanguages() {
    var english = Wording.read(Tongue.ENGLISH);
    Wording.read(Tongue.RUSSIAN)
        .forEach((key, russian) -> {
          for (int i = 0; i < 9; i++) {
            String place = "{" + i + "}";
            assertThat(((String) russian).contains(place))
                .as("%s in %s", place, key)
                .isEqualTo(english.getProperty((String) key).contains(place));
          }
        });
  }

  @Test
  void writesNumbersAsTheyAre() {
    assertThat(new Wording(List.of(Tongue.RUSSIAN)).say("port-taken", 18080, "controller"))
        .contains("18080");
  }

  @Test
  void refusesAnUnknownSentence() {
    assertThatThrownBy(() -> new Wording(List.of(Tongue.ENGLISH)).say("no-such"))
        .hasMessageContaining("no-such");
  }

  @ParameterizedTest
  @CsvSource({
    "ru_RU.UTF-8, RUSSIAN",
    "en_GB.UTF-8, ENGLISH",
    "en, ENGLISH",
    "ru, RUSSIAN",
  })
  void speaksTheTerminalsLanguage(String lang, Tongue tongue) {
    assertThat(Tongue.of(Map.of("LANG", lang))).containsExactly(tongue);
  }

  @ParameterizedTest
  @CsvSource({"C.UTF-8", "POSIX", "tt_RU.UTF-8", "''"})
  void speaksBothWhenTheTerminalDoesNotTell(String lang) {
    assertThat(Tongue.of(Map.of("LANG", lang))).containsExactly(Tongue.RUSSIAN, Tongue.ENGLISH);
  }

  @Test
  void moreSpecificVariableWins() {
    assertThat(Tongue.of(Map.of("LANG", "ru_RU.UTF-8", "LC_ALL", "en_US.UTF-8")))
        .containsExactly(Tongue.ENGLISH);
  }
}
