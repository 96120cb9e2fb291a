package kafedra.provisioning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.config.Settings;
import kafedra.provisioning.demo.DemoPorts;

/**
 * What {@code demo} was asked for.
 *
 * @param port the controller's; the others follow it
 * @param data where everything is kept
 * @param start whether earlier data are kept
 * @param stopAfter empty to run until stopped
 * @param lively whether made-up pupils come by themselves
 */
record DemoConfig(int port, Path data, Start start, Optional<Duration> stopAfter, Switch lively) {
  /** What becomes of an earlier run's data. */
  enum Start {
    KEEP,
    FRESH
  }

  /**
   * Reads the words after {@code demo}.
   *
   * @throws kafedra.contract.config.ConfigException with everything that cannot be understood
   */
  static DemoConfig read(List<String> arguments, Map<String, String> environment) {
    Settings settings = Settings.read(CommandWords.asSettings(arguments, Set.of("fresh")));
    int port = settings.port("port").orElse(DemoPorts.USUAL);
    Path data = settings.path("data").orElse(usualFolder(environment));
    Switch fresh = settings.choice("fresh", Switch.class).orElse(Switch.NO);
    Optional<Duration> stopAfter =
        settings.number("minutes", 1, 10_000).optional().map(Duration::ofMinutes);
    Switch lively = settings.choice("lively", Switch.class).orElse(Switch.ON);
    settings.done();
    return new DemoConfig(port, data, fresh.isOn() ? Start.FRESH : Start.KEEP, stopAfter, lively);
  }

  /** Beside the sources when started there, else where the user's programs keep their data. */
  private static Path usualFolder(Map<String, String> environment) {
    Path here = Path.of("");
    if (Files.exists(here.resolve("provisioning/pom.xml"))) {
      return here.resolve(".kafedra/demo").toAbsolutePath();
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path home =
        xdg.startsWith("/")
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".local/share");
    return home.resolve("kafedra/demo");
  }
}
