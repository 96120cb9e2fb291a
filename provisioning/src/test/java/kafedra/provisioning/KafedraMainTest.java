package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafedra.provisioning.wording.Tongue;
import kafedra.provisioning.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafedraMainTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    Wording english = new Wording(List.of(Tongue.ENGLISH));
    return KafedraMain.run(
        List.of(words), english, new PrintStream(out, true), new PrintStream(err, true));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("help")).isZero();
    assertThat(printed())
        .contains("demo", "fleet", "import-roster", "copy-schedule", "--fresh", "--port");
  }

  @Test
  void copyingAScheduleNeedsAControllersDatabase() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "-");
    assertThat(
            run(
                "copy-schedule",
                "--data",
                temp.resolve("none").toString(),
                "--schedule",
                "jdbc:postgresql://127.0.0.1:1/none",
                "--schedule-secret-file",
                secret.toString()))
        .isEqualTo(KafedraMain.FAILED);
    assertThat(printed()).contains("There is no").contains("nothing was changed");
    assertThat(run("copy-schedule", "--data", "x", "--schedule", "mysql://x"))
        .isEqualTo(KafedraMain.MISUSED);
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearest() {
    assertThat(run("demmo")).isEqualTo(KafedraMain.MISUSED);
    assertThat(complained()).contains("«demmo»").contains("Maybe demo?");
  }

  @Test
  void nothingIsSuggestedForAWordLikeNone() {
    assertThat(run("xylophone")).isEqualTo(KafedraMain.MISUSED);
    assertThat(complained()).doesNotContain("Maybe");
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheNearest() {
    assertThat(run("demo", "--prot", "9")).isEqualTo(KafedraMain.MISUSED);
    assertThat(complained()).contains("Maybe port?");
  }

  @Test
  void aTakenPortIsNamedBeforeAnythingStarts() throws IOException {
    Path data = temp.resolve("demo");
    try (ServerSocket guest = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // the guest sits on the second kiosk's port
      int first = guest.getLocalPort() - 2;
      assertThat(run("demo", "--port", "" + first, "--data", data.toString()))
          .isEqualTo(KafedraMain.MISUSED);
      assertThat(complained())
          .contains("Port " + guest.getLocalPort() + " (for the kiosk 2) is taken")
          .contains("--port");
    }
    assertThat(data.resolve("logs")).doesNotExist();
  }

  @Test
  void portsBeyondTheRangeAreRefused() {
    assertThat(run("demo", "--port", "65535", "--data", temp.toString()))
        .isEqualTo(KafedraMain.MISUSED);
    assertThat(complained()).contains("1 to 65535");
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
    Path thesis = Files.writeString(temp.resolve("thesis.txt"), "precious");
    assertThat(run("demo", "--fresh", "--data", temp.toString())).isEqualTo(KafedraMain.MISUSED);
    assertThat(thesis).hasContent("precious");
    assertThat(complained()).contains("Nothing was removed");
  }
}
