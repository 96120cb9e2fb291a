package kafedra.agent.use;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramKindsTest {
  @ParameterizedTest
  @CsvSource({
    "firefox-esr, BROWSER",
    "Chromium, BROWSER",
    "Navigator, BROWSER",
    "Yandex-browser, BROWSER",
    "libreoffice-writer, OFFICE",
    "DesktopEditors, OFFICE",
    "WINWORD.EXE, OFFICE",
    "jetbrains-idea-ce, IDE",
    "Thonny, IDE",
    "kumir2-classic, IDE",
    "Pcmanfm, OTHER",
    "'', OTHER"
  })
  void sortsByTheNameOfTheProgram(String program, ProgramKind kind) {
    assertThat(ProgramKinds.of(program)).isEqualTo(kind);
  }
}
