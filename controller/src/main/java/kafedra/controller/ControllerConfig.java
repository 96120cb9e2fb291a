package kafedra.controller;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;

/**
 * What a controller must be told.
 *
 * @param host address that the web server listens at
 * @param port of the web server
 * @param data folder of the database
 * @param schedule where bookings are kept
 * @param district file that says what stands in the district; empty to go on with what is known
 * @param norms file of screen-time norms; empty to hold to those that we bring
 */
public record ControllerConfig(
    String host,
    int port,
    Path data,
    Schedule schedule,
    Broker broker,
    Optional<Path> district,
    Optional<Path> norms) {

  /** The store of bookings. */
  public sealed interface Schedule {
    /** In the controller's own database. */
    record Embedded() implements Schedule {}

    /** In a PostgreSQL server, which other controllers may share. */
    record Postgres(String url, String user, SecretText secret) implements Schedule {}
  }

  /** The broker between the controller and its kiosks. */
  public sealed interface Broker {
    /** Inside this program. */
    record Embedded(String host, int port) implements Broker {}

    /** A program of its own. */
    record External(URI uri, String account, SecretText secret) implements Broker {}
  }

  private static final String EMBEDDED = "embedded";

  static final String HELP =
      """
      The controller: the one server of a district.

        --config FILE              lines of key = value; arguments win over it
        --check-config             tells whether the configuration can be used
        --version  --help

        data = FOLDER              where the database lives
        district = FILE            schools, rooms and staff, applied at each start
        norms = FILE               screen time by grade, instead of Russia's that we bring
        schedule = embedded        or jdbc:postgresql://HOST/DATABASE for bookings
        schedule-user = kafedra    at that database
        schedule-secret-file = FILE   its password
        host = 127.0.0.1           web server
        port = 8080
        broker = embedded          or tcp://HOST:PORT of a broker of its own
        broker-host = 127.0.0.1    of the embedded one
        broker-port = 1883
        broker-account = controller
        secret-file = FILE         password at a broker of its own
      """;

  /**
   * Reads the configuration.
   *
   * @throws kafedra.contract.config.ConfigException with everything that is wrong with it
   */
  public static ControllerConfig from(Settings settings) {
    ControllerConfig config =
        new ControllerConfig(
            settings.text("host").orElse("127.0.0.1"),
            settings.port("port").orElse(8080),
            settings.path("data").required(),
            schedule(settings),
            broker(settings),
            settings.path("district").optional(),
            settings.path("norms").optional());
    settings.done();
    return config;
  }

  private static Schedule schedule(Settings settings) {
    String user = settings.text("schedule-user").orElse("kafedra");
    Optional<SecretText> secret = settings.secret("schedule-secret-file").optional();
    String where =
        settings.text("schedule").checked(ControllerConfig::scheduleUrl).orElse(EMBEDDED);
    if (where.equals(EMBEDDED)) {
      return new Schedule.Embedded();
    }
    return new Schedule.Postgres(
        where, user, secret.orElseGet(() -> settings.secret("schedule-secret-file").required()));
  }

  private static String scheduleUrl(String text) {
    if (text.equals(EMBEDDED) || text.startsWith("jdbc:postgresql://")) {
      return text;
    }
    throw new IllegalArgumentException(
        "must be embedded or jdbc:postgresql://HOST/DATABASE, not «" + text + "»");
  }

  private static Broker broker(Settings settings) {
    String host = settings.text("broker-host").orElse("127.0.0.1");
    int port = settings.port("broker-port").orElse(1883);
    String account = settings.text("broker-account").orElse("controller");
    Optional<SecretText> secret = settings.secret("secret-file").optional();
    if (settings.text("broker").orElse(EMBEDDED).equals(EMBEDDED)) {
      return new Broker.Embedded(host, port);
    }
    URI uri = settings.uri("broker").required();
    return new Broker.External(
        uri, account, secret.orElseGet(() -> settings.secret("secret-file").required()));
  }
}
