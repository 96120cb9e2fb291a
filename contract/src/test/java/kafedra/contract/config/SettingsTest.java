package kafedra.contract.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kafedra.contract.id.WorkstationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  private enum Desktop {
    REAL,
    SIMULATED_ONE
  }

  @Test
  void readsTypedValuesFromFileAndArguments() throws IOException {
    Path file =
        fileWith(
            "# a seat",
            "",
            "workstation = pc-01",
            "broker=tcp://127.0.0.1:1883",
            "desktop = simulated-one",
            "pause = 90s",
            "port = 8080",
            "limit = -5");
    Settings settings = Settings.read(List.of("--config", file.toString(), "--port=0"));

    assertThat(settings.text("workstation").checked(WorkstationId::new).required())
        .isEqualTo("pc-01");
    assertThat(settings.uri("broker").required()).isEqualTo(URI.create("tcp://127.0.0.1:1883"));
    assertThat(settings.choice("desktop", Desktop.class).required())
        .isEqualTo(Desktop.SIMULATED_ONE);
    assertThat(settings.duration("pause").required()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.port("port").required()).isZero();
    assertThat(settings.number("limit", -9, 9).required()).isEqualTo(-5);
    assertThat(settings.text("absent").optional()).isEmpty();
    assertThat(settings.text("absent").orElse("otherwise")).isEqualTo("otherwise");
    settings.done();
  }

  @Test
  void tellsAllProblemsAtOnce() {
    Settings settings =
        Settings.read(
            List.of(
                "--workstation=PC 1",
                "--broker=here",
                "--port=70000",
                "--pause=soon",
                "--desktop=none",
                "--empty=",
                "stray"));
    settings.text("workstation").checked(WorkstationId::new).required();
    settings.uri("broker").required();
    settings.port("port").orElse(1);
    settings.duration("pause").optional();
    settings.choice("desktop", Desktop.class).required();
    settings.text("empty").required();
    settings.path("data").required();

    assertThatThrownBy(settings::done)
        .isInstanceOfSatisfying(
            ConfigException.class,
            failure ->
                assertThat(failure.problems())
                    .satisfiesExactly(
                        stray -> assertThat(stray).contains("«stray»"),
                        id -> assertThat(id).startsWith("workstation: ").contains("PC 1"),
                        uri -> assertThat(uri).startsWith("broker: ").contains("tcp://"),
                        port -> assertThat(port).contains("70000", "65535"),
                        pause -> assertThat(pause).contains("«soon»", "90s"),
                        desktop -> assertThat(desktop).contains("real, simulated-one"),
                        empty -> assertThat(empty).startsWith("empty: is empty"),
                        data ->
                            assertThat(data)
                                .isEqualTo(
                                    "data is missing. Set it in the configuration file or as"
                                        + " --data=…")));
  }

  @Test
  void suggestsTheNearestKeyForAnUnknownOne() {
    Settings settings = Settings.read(List.of("--brokr=x", "--colour=red"));
    settings.text("broker").optional();
    settings.text("data").optional();

    assertThat(settings.problems())
        .containsExactly(
            "«brokr» is not a setting of this program. Maybe broker?",
            "«colour» is not a setting of this program. It knows broker, data.");
  }

  @Test
  void refusesAKeyThatIsGivenTwice() throws IOException {
    Path file = fileWith("a = 1", "a = 2", "nonsense");
    Settings settings = Settings.read(List.of("--config=" + file, "--b=1", "--b=2"));
    settings.text("a").required();
    settings.text("b").required();

    assertThat(settings.problems())
        .containsExactly(
            file + " line 2: a is given twice. Keep one of them.",
            file + " line 3: «nonsense» is not of the form key = value.",
            "b is given twice. Keep one of them.");
  }

  @Test
  void takesPathsOfAFileFromItsFolder() throws IOException {
    Path file = fileWith("data = state/seat");
    Settings settings = Settings.read(List.of("--config", file.toString()));
    assertThat(settings.path("data").required()).isEqualTo(folder.resolve("state/seat"));
  }

  @Test
  void readsSecretsFromFilesAndNeverPrintsThem() throws IOException {
    Files.writeString(folder.resolve("key"), "sesame\n");
    Path file = fileWith("secret-file = key");
    Settings settings = Settings.read(List.of("--config", file.toString()));

    SecretText secret = settings.secret("secret-file").required();

    assertThat(secret.value()).isEqualTo("sesame");
    assertThat(secret.toString()).doesNotContain("sesame");
    assertThat(settings.summary()).containsExactly("secret-file = key");
  }

  @Test
  void tellsOfASecretFileThatIsMissingOrEmpty() throws IOException {
    Files.writeString(folder.resolve("key"), "\n");
    Settings settings =
        Settings.read(List.of("--one=" + folder.resolve("key"), "--two=" + folder.resolve("no")));
    settings.secret("one").required();
    settings.secret("two").required();

    assertThat(settings.problems())
        .satisfiesExactly(
            empty -> assertThat(empty).startsWith("one: the file").endsWith("is empty."),
            gone -> assertThat(gone).startsWith("two: the file").contains("NoSuchFile"));
  }

  @Test
  void tellsOfAConfigurationFileThatCannotBeRead() {
    Settings settings = Settings.read(List.of("--config", folder.resolve("none").toString()));
    assertThat(settings.problems()).singleElement().asString().contains("none", "NoSuchFile");
  }

  @Test
  void knowsWhatItWasAskedFor() {
    assertThat(Settings.read(List.of()).purpose()).isEqualTo(Settings.Purpose.RUN);
    assertThat(Settings.read(List.of("--help")).purpose()).isEqualTo(Settings.Purpose.HELP);
    assertThat(Settings.read(List.of("--version")).purpose()).isEqualTo(Settings.Purpose.VERSION);
    assertThat(Settings.read(List.of("--check-config", "--a=b")).purpose())
        .isEqualTo(Settings.Purpose.CHECK_CONFIG);
  }

  private Path fileWith(String... lines) throws IOException {
    return Files.write(folder.resolve("device.conf"), List.of(lines));
  }
}
