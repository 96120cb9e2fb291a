package kafedra.contract.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramStartTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Runnable> atStop = new ArrayList<>();
  private final List<Integer> started = new ArrayList<>();
  private final List<Integer> stopped = new ArrayList<>();

  private ProgramStart<Integer> lamp() {
    return new ProgramStart<>(
        "lamp",
        "1.2",
        "how to use the lamp\n",
        ProgramStartTest::brightness,
        this::light,
        Set.of(UncheckedIOException.class));
  }

  private static int brightness(Settings settings) {
    int brightness = Math.toIntExact(settings.number("brightness", 0, 100).required());
    settings.done();
    return brightness;
  }

  private ProgramStart.Running light(int brightness) {
    started.add(brightness);
    if (brightness == 100) {
      throw new UncheckedIOException("the bulb blew", new java.io.IOException());
    }
    if (brightness == 99) {
      throw new IllegalArgumentException("a fault in the lamp");
    }
    return new ProgramStart.Running("lamp shines", () -> stopped.add(brightness));
  }

  private int run(String... arguments) {
    return lamp()
        .run(
            List.of(arguments),
            new ProgramStart.Console(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), atStop::add));
  }

  @Test
  void runsAndStopsWhenTheProcessIsToldToEnd() {
    assertThat(run("--brightness=40")).isEqualTo(ProgramStart.DONE);

    assertThat(out.toString(UTF_8)).isEqualToIgnoringNewLines("lamp shines");
    assertThat(started).containsExactly(40);
    assertThat(stopped).isEmpty();
    atStop.forEach(Runnable::run);
    assertThat(stopped).containsExactly(40);
  }

  @Test
  void answersQuestionsWithoutStarting() {
    assertThat(run("--help")).isEqualTo(ProgramStart.DONE);
    assertThat(run("--version")).isEqualTo(ProgramStart.DONE);
    assertThat(run("--brightness=40", "--check-config")).isEqualTo(ProgramStart.DONE);

    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "how to use the lamp",
            "kafedra lamp 1.2",
            "brightness = 40",
            "the configuration is fine");
    assertThat(started).isEmpty();
    assertThat(atStop).isEmpty();
  }

  @Test
  void saysAllThatIsWrongWithTheConfigurationAndStartsNothing() {
    assertThat(run("--brightness=400", "--brigtness=4")).isEqualTo(ProgramStart.MISUSED);
    assertThat(run("--check-config")).isEqualTo(ProgramStart.MISUSED);

    assertThat(err.toString(UTF_8)).contains("«400»", "Maybe brightness?");
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(started).isEmpty();
  }

  @Test
  void saysWhyItCannotStart() {
    assertThat(run("--brightness=100")).isEqualTo(ProgramStart.FAILED);

    assertThat(err.toString(UTF_8))
        .isEqualToIgnoringNewLines("the lamp cannot start: the bulb blew");
    assertThat(atStop).isEmpty();
  }

  @Test
  void keepsTheTraceOfAFault() {
    assertThatThrownBy(() -> run("--brightness=99")).isInstanceOf(IllegalArgumentException.class);

    assertThat(err.toString(UTF_8)).isEmpty();
  }
}
