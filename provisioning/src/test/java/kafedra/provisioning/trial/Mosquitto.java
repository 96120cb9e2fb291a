package kafedra.provisioning.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.provisioning.supervision.Program;
import kafedra.provisioning.supervision.ReadyCheck;

/** An unmodified Mosquitto with passwords, as it would stand in the field. */
public final class Mosquitto {
  private Mosquitto() {}

  /**
   * A broker to be supervised.
   *
   * @param folder for its files
   * @param passwords by account
   */
  public static Program at(int port, Path folder, Map<String, String> passwords) {
    try {
      Files.createDirectories(folder);
      Path passwordFile = folder.resolve("passwords");
      Files.writeString(
          passwordFile,
          passwords.entrySet().stream()
              .map(it -> it.getKey() + ":" + it.getValue() + "\n")
              .collect(Collectors.joining()));
      hash(passwordFile);
      Path config = folder.resolve("mosquitto.conf");
      Files.writeString(
          config,
          """
          user %s
          listener %d 127.0.0.1
          allow_anonymous false
          password_file %s
          use_username_as_clientid true
          persistence false
          """
              .formatted(System.getProperty("user.name"), port, passwordFile));
      return new Program(
          "mosquitto-" + port,
          List.of(executable("mosquitto"), "-c", config.toString()),
          folder.resolve("mosquitto.log"),
          listening(port),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3));
    } catch (IOException unwritable) {
      throw new UncheckedIOException("no place for a broker in " + folder, unwritable);
    }
  }

  private static void hash(Path passwordFile) throws IOException {
    Process hashing =
        new ProcessBuilder(executable("mosquitto_passwd"), "-U", passwordFile.toString())
            .inheritIO()
            .start();
    try {
      if (hashing.waitFor() != 0) {
        throw new IOException("mosquitto_passwd failed with " + hashing.exitValue());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static ReadyCheck listening(int port) {
    return () -> {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return true;
      } catch (IOException notYet) {
        return false;
      }
    };
  }

  /**
   * By name, as a person's shell would find it; Debian keeps daemons where only root's shell looks.
   */
  static String executable(String name) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(
            () -> new IllegalStateException(name + " is not installed; ./kafedra test does that"));
  }
}
