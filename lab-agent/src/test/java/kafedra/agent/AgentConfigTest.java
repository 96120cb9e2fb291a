package kafedra.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;
import kafedra.contract.id.WorkstationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentConfigTest {
  @TempDir Path folder;

  @Test
  void readsAFile() throws IOException {
    Files.writeString(folder.resolve("secret"), "sesame");
    Path file =
        Files.writeString(
            folder.resolve("agent.conf"),
            """
            workstation = pc-01
            broker = tcp://10.0.0.2:1883
            secret-file = secret
            data = state
            """);

    AgentConfig config =
        AgentConfig.from(Settings.read(List.of("--config", file.toString(), "--seed=4")));

    assertThat(config.workstation()).isEqualTo(new WorkstationId("pc-01"));
    assertThat(config.broker()).isEqualTo(URI.create("tcp://10.0.0.2:1883"));
    assertThat(config.secret()).contains(new SecretText("sesame"));
    assertThat(config.data()).isEqualTo(folder.resolve("state"));
    assertThat(config.desktop()).isEqualTo(AgentConfig.DesktopKind.REAL);
    assertThat(config.seed()).isEqualTo(4);
    assertThat(config.toString()).doesNotContain("sesame");
  }

  @Test
  void tellsEverythingThatIsWrong() {
    assertThatThrownBy(
            () -> AgentConfig.from(Settings.read(List.of("--workstaton=x", "--desktop=virtual"))))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("workstation is missing")
        .hasMessageContaining("broker is missing")
        .hasMessageContaining("data is missing")
        .hasMessageContaining("«virtual» is none of real, simulated")
        .hasMessageContaining("Maybe workstation?");
  }

  @Test
  void namesEverySettingInTheHelp() {
    assertThat(AgentConfig.HELP)
        .contains(
            "workstation", "broker", "secret-file", "data", "desktop", "seed", "--check-config");
  }
}
