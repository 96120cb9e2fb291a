package kafedra.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.agent.linux.LogindDesktop;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Setting;
import kafedra.contract.config.Settings;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.TlsIdentity;

/**
 * How an agent is set up.
 *
 * @param workstation whose seat this is
 * @param broker the site broker, such as {@code tcp://10.0.0.2:1883}
 * @param secret the workstation's password there; empty where the broker wants none
 * @param tls certificates, once the workstation is provisioned: for a broker at {@code ssl://}
 * @param data folder for what must outlive the agent; one agent at a time uses it
 * @param desktop what is locked and opened
 * @param custom how this machine is used; its label is the workstation's id unless it is named
 * @param seed of a simulated person's habits
 */
public record AgentConfig(
    WorkstationId workstation,
    URI broker,
    Optional<SecretText> secret,
    Optional<TlsIdentity> tls,
    Path data,
    DesktopKind desktop,
    LogindDesktop.Custom custom,
    long seed) {
  /** What is locked and opened. */
  public enum DesktopKind {
    /** This machine's own screen. */
    REAL,
    /** A screen that is a file, and a person who is a random number. */
    SIMULATED
  }

  /** A seat that shows its workstation's id and is used in the usual way. */
  public AgentConfig(
      WorkstationId workstation,
      URI broker,
      Optional<SecretText> secret,
      Path data,
      DesktopKind desktop,
      long seed) {
    this(
        workstation,
        broker,
        secret,
        Optional.empty(),
        data,
        desktop,
        LogindDesktop.Custom.of(workstation.value()),
        seed);
  }

  static final String HELP =
      """
      kafedra agent: holds this workstation's screen locked or open on its kiosk's word.

        --config FILE            read settings from a file of key = value lines
        --workstation=ID         whose seat this is
        --broker=tcp://HOST:PORT the building's broker
        --secret-file=FILE       the workstation's password there, if it wants one
        --tls-ca=FILE            for ssl://: the district's authority, which alone is believed,
        --tls-certificate=FILE   the workstation's certificate,
        --tls-key=FILE           and its key (PEM, PKCS #8)
        --data=FOLDER            what must outlive the agent
        --desktop=real           real (this machine's screen) or simulated
        --label=TEXT             what the locked screen shows under its padlock, such as 07
        --sign-out=keep          keep or end a person's programs when the time is over
        --caretakers=A,B         accounts of this machine whose sessions are never locked
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
    Optional<TlsIdentity> tls = tls(settings, broker);
    Path data = settings.path("data").required();
    DesktopKind desktop = settings.choice("desktop", DesktopKind.class).orElse(DesktopKind.REAL);
    String label = settings.text("label").orElse(workstation);
    LogindDesktop.SignOut signOut =
        settings.choice("sign-out", LogindDesktop.SignOut.class).orElse(LogindDesktop.SignOut.KEEP);
    Set<String> caretakers = names(settings.text("caretakers").orElse(""));
    long seed = settings.number("seed", 0, Long.MAX_VALUE / 10).orElse(0L);
    settings.done();
    return new AgentConfig(
        new WorkstationId(workstation),
        broker,
        secret,
        tls,
        data,
        desktop,
        new LogindDesktop.Custom(label, signOut, caretakers),
        seed);
  }

  private static Optional<TlsIdentity> tls(Settings settings, URI broker) {
    Setting<Path> ca = settings.path("tls-ca");
    Setting<Path> certificate = settings.path("tls-certificate");
    Setting<Path> key = settings.path("tls-key");
    if (!"ssl".equals(broker.getScheme())) {
      List.of(ca, certificate, key)
          .forEach(it -> {
            var _ = it.checked(AgentConfig::refuseWithoutSsl);
          });
      return Optional.empty();
    }
    Path authority = ca.required();
    Path own = certificate.required();
    Path usable =
        key.checked(file -> new TlsIdentity(authority, own, file).requireUsable()).required();
    return Optional.of(new TlsIdentity(authority, own, usable));
  }

  /** Whoever names certificates expects them to be used. */
  private static Path refuseWithoutSsl(Path file) {
    throw new IllegalArgumentException(file + " is for a broker at ssl://");
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }
}
