package kafedra.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.Settings;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllerConfigTest {
  private static ControllerConfig read(String... arguments) {
    return ControllerConfig.from(Settings.read(List.of(arguments)));
  }

  @Test
  void needsOnlyAFolder() {
    ControllerConfig config = read("--data=there");
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.broker()).isEqualTo(new ControllerConfig.Broker.Embedded("127.0.0.1", 1883));
    assertThat(config.district()).isEmpty();
  }

  @Test
  void tellsEveryProblemAtOnce() {
    assertThatThrownBy(() -> read("--port=99999", "--brokerport=1", "--broker=tcp://b:1883"))
        .isInstanceOf(ConfigException.class)
        .extracting(
            it -> ((ConfigException) it).problems(), InstanceOfAssertFactories.list(String.class))
        .hasSize(4)
        .anyMatch(it -> it.contains("data is missing"))
        .anyMatch(it -> it.contains("99999"))
        .anyMatch(it -> it.contains("secret-file is missing"))
        .anyMatch(it -> it.contains("Maybe broker-port"));
  }

  @Test
  void doesNotShowTheSecret(@TempDir Path folder) throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "tell-nobody");
    ControllerConfig config =
        read("--data=there", "--broker=tcp://b:1883", "--secret-file=" + secret);
    assertThat(config.toString()).contains("tcp://b:1883").doesNotContain("tell-nobody");
  }
}
