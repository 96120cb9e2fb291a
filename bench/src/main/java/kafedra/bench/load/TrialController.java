package kafedra.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.secret.Pepper;

/**
 * A controller as a process of its own, over a trial district.
 *
 * @param web where its pages are
 * @param broker where kiosks connect
 */
public record TrialController(Program program, URI web, URI broker, Pepper pepper)
    implements AutoCloseable {
  private static final List<String> FLAGS = List.of("-Xmx256m", "-Xmn24m", "-XX:+UseSerialGC");

  /** Starts one and waits for its first page. */
  public static TrialController start(
      TrialDistrict district, Path folder, Optional<Mosquitto> mosquitto)
      throws IOException, InterruptedException {
    return start(district, folder, mosquitto, List.of());
  }

  /**
   * As {@link #start(TrialDistrict, Path, Optional)}.
   *
   * @param more arguments
   */
  public static TrialController start(
      TrialDistrict district, Path folder, Optional<Mosquitto> mosquitto, List<String> more)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int web = Mosquitto.freePort();
    int brokerPort = Mosquitto.freePort();
    Pepper pepper = Pepper.random();
    List<String> arguments = new ArrayList<>(more);
    arguments.add("--data=" + folder.resolve("controller"));
    arguments.add("--port=" + web);
    arguments.add("--district=" + district.writeTo(folder, pepper));
    if (mosquitto.isPresent()) {
      arguments.add("--broker=" + mosquitto.get().uri());
      arguments.add(
          "--secret-file=" + Files.writeString(folder.resolve("controller.secret"), "unused"));
    } else {
      arguments.add("--broker-port=" + brokerPort);
    }
    URI page = URI.create("http://127.0.0.1:" + web);
    Program program =
        Program.start(
            "kafedra.controller.ControllerMain",
            FLAGS,
            arguments,
            folder.resolve("controller.log"));
    program.awaitPage(page.resolve("/api/v1/health"));
    URI broker = mosquitto.map(Mosquitto::uri).orElse(URI.create("tcp://127.0.0.1:" + brokerPort));
    return new TrialController(program, page, broker, pepper);
  }

  @Override
  public void close() {
    program.close();
  }
}
