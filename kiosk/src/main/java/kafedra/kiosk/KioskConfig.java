package kafedra.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;
import kafedra.contract.id.KioskId;
import kafedra.contract.secret.Pepper;
import kafedra.contract.time.ClockTrust;
import kafedra.kiosk.pi4j.DoorRelay;

/**
 * How a kiosk is set up.
 *
 * @param host address the portal listens at; the screen's browser runs on the same machine
 * @param port of the portal, 0 for any free one
 * @param data folder for what must outlive the kiosk; one kiosk at a time uses it
 * @param districtBroker through which the controller is reached
 * @param secret the kiosk's password there; empty where the broker wants none
 * @param pepper of the building, which the verifiers of cards and PINs are bound to
 * @param siteBroker an external broker for the agents; empty to run one in this program
 * @param siteHost address the embedded site broker listens at
 * @param sitePort of the embedded site broker, 0 for any free one
 * @param siteSecret the kiosk's password at an external site broker
 * @param agents file with a line {@code workstation;secret} for each agent; for the embedded broker
 * @param lineInterface whose counters are the line's; empty for that of the default route
 * @param lineWindow length of a measurement
 * @param lineCriterionKbps rate that proves the line when it was sustained, kbit/s
 * @param tapCards file with a line {@code card;label} for each card of the demo's tap page; empty
 *     for no tap page
 * @param clock whether the machine's clock is believed before the controller was heard
 * @param cardReader the reader on SPI
 * @param wedgeReader input device of a USB reader that types; empty lets the browser hear it
 * @param door the relay of the door; empty for no door
 * @param maintenancePin opens the maintenance page; empty for no such page
 */
public record KioskConfig(
    KioskId kiosk,
    String host,
    int port,
    Path data,
    URI districtBroker,
    Optional<SecretText> secret,
    Pepper pepper,
    Optional<URI> siteBroker,
    String siteHost,
    int sitePort,
    Optional<SecretText> siteSecret,
    Optional<Path> agents,
    Optional<String> lineInterface,
    Duration lineWindow,
    int lineCriterionKbps,
    Optional<Path> tapCards,
    ClockTrust clock,
    CardReaderKind cardReader,
    GpioKind gpio,
    Pins pins,
    Optional<Path> wedgeReader,
    Optional<DoorPin> door,
    Optional<SecretText> maintenancePin) {

  /** What reads cards beside what types on the screen. */
  public enum CardReaderKind {
    NONE,
    /** An MFRC522 board on SPI bus 0, chip select 0. */
    MFRC522
  }

  /** What the kiosk's front is driven by. */
  public enum GpioKind {
    NONE,
    PI4J
  }

  /** The pins of the kiosk's front, in Broadcom's numbering. */
  public record Pins(int green, int red, int amber, int buzzer, int button) {}

  /** The relay of the door: its pin, and for how long it unlocks. */
  public record DoorPin(int pin, Duration pulse) {}

  private enum Switch {
    OFF,
    ON
  }

  private enum Believed {
    TRUSTED,
    UNTRUSTED
  }

  static final String HELP =
      """
      kafedra kiosk: the portal, the sessions and the agents' gateway of one building.

        --config FILE               read settings from a file of key = value lines
        --kiosk=ID                  which kiosk this is
        --host=127.0.0.1            where the portal listens
        --port=8081                 the portal's port; 0 for any free one
        --data=FOLDER               what must outlive the kiosk
        --district-broker=tcp://HOST:PORT
        --secret-file=FILE          the kiosk's password there, if it wants one
        --pepper-file=FILE          64 hexadecimal digits, known to the controller too
        --site-broker=embedded      embedded, or tcp://HOST:PORT of the building's broker
        --site-broker-host=127.0.0.1  where the embedded one listens for agents
        --site-broker-port=1883     its port; 0 for any free one
        --site-secret-file=FILE     the kiosk's password at a site broker that is not embedded
        --agents-file=FILE          lines of workstation;secret, for the embedded site broker
        --line-interface=NAME       whose counters are the line's; else that of the default route
        --line-window=5m            length of a measurement of the line
        --line-criterion-kbps=1000  a sustained rate that proves the line
        --tap-page=off              on: a page to tap demo cards on
        --tap-cards=FILE            lines of card;label, for the tap page
        --card-reader=none          none or mfrc522 (SPI bus 0, chip select 0)
        --gpio=none                 none or pi4j
        --pin-green=17 --pin-red=27 --pin-amber=22 --pin-buzzer=18 --pin-button=23
        --wedge-reader=/dev/input/by-id/…-event-kbd  a USB reader, hidden from the browser
        --pin-door=PIN --door-pulse=3s  a relay that unlocks the door for staff, 10s at most
        --maintenance-pin-file=FILE 6 digits or more; opens /maintenance of the portal
        --clock=trusted             untrusted: wait for the controller's time
        --check-config              read the settings, say what is wrong with them, and end
        --version, --help
      """;

  /**
   * Takes a kiosk's settings.
   *
   * @throws kafedra.contract.config.ConfigException with everything that is wrong
   */
  public static KioskConfig from(Settings settings) {
    String kiosk = settings.text("kiosk").checked(KioskId::new).required();
    String host = settings.text("host").orElse("127.0.0.1");
    int port = settings.port("port").orElse(8081);
    Path data = settings.path("data").required();
    URI district = settings.uri("district-broker").required();
    Optional<SecretText> secret = settings.secret("secret-file").optional();
    SecretText pepper =
        settings.secret("pepper-file").checked(it -> Pepper.parse(it.value())).required();
    String site = settings.text("site-broker").checked(KioskConfig::siteUri).orElse("embedded");
    String siteHost = settings.text("site-broker-host").orElse("127.0.0.1");
    int sitePort = settings.port("site-broker-port").orElse(1883);
    Optional<SecretText> siteSecret = settings.secret("site-secret-file").optional();
    Optional<Path> agents = settings.path("agents-file").optional();
    Optional<String> line = settings.text("line-interface").optional();
    Duration window =
        settings.duration("line-window").checked(KioskConfig::window).orElse(Duration.ofMinutes(5));
    long criterion = settings.number("line-criterion-kbps", 1, 100_000_000).orElse(1000L);
    Switch tapPage = settings.choice("tap-page", Switch.class).orElse(Switch.OFF);
    Optional<Path> tapCards = settings.path("tap-cards").optional();
    Believed clock = settings.choice("clock", Believed.class).orElse(Believed.TRUSTED);
    CardReaderKind cardReader =
        settings.choice("card-reader", CardReaderKind.class).orElse(CardReaderKind.NONE);
    GpioKind gpio = settings.choice("gpio", GpioKind.class).orElse(GpioKind.NONE);
    Pins pins =
        new Pins(
            pin(settings, "pin-green", 17),
            pin(settings, "pin-red", 27),
            pin(settings, "pin-amber", 22),
            pin(settings, "pin-buzzer", 18),
            pin(settings, "pin-button", 23));
    Optional<Path> wedge = settings.path("wedge-reader").optional();
    Optional<Long> doorPin = settings.number("pin-door", 0, 27).optional();
    Duration pulse =
        settings.duration("door-pulse").checked(KioskConfig::pulse).orElse(Duration.ofSeconds(3));
    Optional<SecretText> maintenance =
        settings.secret("maintenance-pin-file").checked(KioskConfig::maintenancePin).optional();
    settings.done();
    return new KioskConfig(
        new KioskId(kiosk),
        host,
        port,
        data,
        district,
        secret,
        Pepper.parse(pepper.value()),
        siteUri(site),
        siteHost,
        sitePort,
        siteSecret,
        agents,
        line,
        window,
        (int) criterion,
        tapPage == Switch.ON ? tapCards.or(() -> Optional.of(Path.of(""))) : Optional.empty(),
        clock == Believed.TRUSTED ? ClockTrust.TRUSTED : ClockTrust.UNTRUSTED,
        cardReader,
        gpio,
        pins,
        wedge,
        doorPin.map(pin -> new DoorPin(Math.toIntExact(pin), pulse)),
        maintenance);
  }

  private static int pin(Settings settings, String key, long otherwise) {
    return Math.toIntExact(settings.number(key, 0, 27).orElse(otherwise));
  }

  private static Optional<URI> siteUri(String text) {
    if (text.equals("embedded")) {
      return Optional.empty();
    }
    URI uri = URI.create(text);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "«" + text + "» is neither «embedded» nor an address like tcp://127.0.0.1:1883.");
    }
    return Optional.of(uri);
  }

  private static Duration pulse(Duration pulse) {
    if (!pulse.isPositive() || pulse.compareTo(DoorRelay.LONGEST) > 0) {
      throw new IllegalArgumentException("a pulse is 10s at the most.");
    }
    return pulse;
  }

  private static SecretText maintenancePin(SecretText pin) {
    if (!pin.value().matches("\\d{6,12}")) {
      throw new IllegalArgumentException("a maintenance PIN has 6 to 12 digits.");
    }
    return pin;
  }

  private static Duration window(Duration window) {
    if (window.compareTo(Duration.ofSeconds(10)) < 0 || window.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("a window is from 10s to 1h.");
    }
    return window;
  }
}
