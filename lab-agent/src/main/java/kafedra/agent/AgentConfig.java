package kafedra.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;
import kafedra.contract.id.WorkstationId;

/**
 * How an agent is set up.
 *
 * @param workstation whose seat this is
 * @param broker the site broker, such as {@code tcp://10.0.0.2:1883}
 * @param secret the workstation's password there; empty where the broker wants none
 * @param data folder for what must outlive the agent; one agent at a time uses it
 * @param desktop what is locked and opened
 * @param seed of a simulated person's habits
 */
public record AgentConfig(
    WorkstationId workstation,
    URI broker,
    Optional<SecretText> secret,
    Path data,
    DesktopKind desktop,
    long seed) {
  /** What is locked and opened. */
  public enum DesktopKind {
    /** This machine's own screen. */
    REAL,
    /** A screen that is a file, and a person who is a random number. */
    SIMULATED
  }

  static final String HELP =
      """
      kafedra agent: holds this workstation's screen locked or open on its kiosk's word.

        --config FILE            read settings from a file of key = value lines
        --workstation=ID         whose seat this is
        --broker=tcp://HOST:PORT the building's broker
        --secret-file=FILE       the workstation's password there, if it wants one
        --data=FOLDER            what must outlive the agent
        --desktop=real           real (this machine's screen) or simulated
        --seed=0                 habits of the simulated person
        --check-config           read the settings, say what is wrong with them, and end
        --version, --help
      """;

  /**
   * Takes an agent's settings.
   *
   * @throws kafedra.contract.config.ConfigException with everything that is wrong
   */
  public static AgentConfig from(Settings settings) {
    String workstation = settings.text("workstation").checked(WorkstationId::new).required();
    URI broker = settings.uri("broker").required();
    Optional<SecretText> secret = settings.secret("secret-file").optional();
    Path data = settings.path("data").required();
    DesktopKind desktop = settings.choice("desktop", DesktopKind.class).orElse(DesktopKind.REAL);
    long seed = settings.number("seed", 0, Long.MAX_VALUE / 10).orElse(0L);
    settings.done();
    return new AgentConfig(new WorkstationId(workstation), broker, secret, data, desktop, seed);
  }
}
