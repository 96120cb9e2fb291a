package kafedra.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A kiosk as a process of its own, started as on a small Pi. */
final class KioskProcess implements AutoCloseable {
  private final Process process;

  private KioskProcess(Process process) {
    this.process = process;
  }

  static KioskProcess launch(District district) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss256k",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "kafedra.kiosk.KioskMain"));
    command.addAll(district.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(Path.of("target", "killed-kiosk.log").toFile()));
    return new KioskProcess(builder.start());
  }

  /** Where the portal is, once it is. */
  Screen portal() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    assertThat(line).contains("is ready: http://");
    return new Screen(URI.create(line.replaceAll(".*(http://\\S+).*", "$1")));
  }

  /** The portal, once an agent has answered it. */
  Screen screen() throws IOException {
    Screen screen = portal();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> screen.get("/api/health").body().path("agents").asInt() == 1);
    return screen;
  }

  /** Without a warning. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
