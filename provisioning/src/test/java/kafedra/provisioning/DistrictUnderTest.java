package kafedra.provisioning;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.provisioning.demo.CardIndex;
import kafedra.provisioning.demo.DemoPorts;
import kafedra.provisioning.demo.District;
import kafedra.provisioning.demo.DistrictOpening;
import kafedra.provisioning.demo.Site;
import kafedra.provisioning.files.DataFolder;
import kafedra.provisioning.files.DistrictTemplate;
import kafedra.provisioning.http.HttpOffice;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.http.HttpReady;
import kafedra.provisioning.supervision.Program;
import kafedra.provisioning.supervision.Supervised;
import kafedra.provisioning.supervision.Supervisor;
import kafedra.provisioning.trial.CuttableLine;
import kafedra.provisioning.trial.FreePorts;
import kafedra.provisioning.trial.Mosquitto;

/**
 * One school with one building of three seats, or with a second one, in real processes that can be
 * killed and are then started again by the supervisor. Between the first kiosk and the district
 * broker is a line that can be cut.
 */
final class DistrictUnderTest implements AutoCloseable {
  static final SchoolId SCHOOL = new SchoolId("opora");
  static final String CONTROLLER = "controller";
  static final String KIOSK = "kiosk-opora";

  /** Which broker carries the messages. */
  enum Broker {
    EMBEDDED,
    MOSQUITTO
  }

  /** What there is. */
  enum Shape {
    ONE_BUILDING("district.json", 1),
    /** The second has the kiosk {@code kiosk-beside} and the seats {@code beside-1} and -2. */
    TWO_BUILDINGS("two-buildings.json", 2);

    private final String file;
    private final int kiosks;

    Shape(String file, int kiosks) {
      this.file = file;
      this.kiosks = kiosks;
    }

    /** The controller, the kiosks, as many brokers, and room for two brokers beside them. */
    private DemoPorts ports() {
      return new DemoPorts(FreePorts.row(2 * kiosks + 4), kiosks);
    }
  }

  private final DataFolder folder;
  private final DemoPorts ports;
  private final int siteMosquitto;
  private final int districtMosquitto;
  private final Queue<Supervised> events = new ConcurrentLinkedQueue<>();
  private final Supervisor supervisor = new Supervisor(Duration.ofSeconds(15), events::add);
  private final CuttableLine line;
  private final CardIndex cards = CardIndex.parse(text("cards.csv"));
  private final DistrictTemplate template;
  private final District district;
  private final Broker districtBroker;
  private final Broker siteBroker;

  private DistrictUnderTest(Path data, Shape shape, Broker districtBroker, Broker siteBroker) {
    this.folder = new DataFolder(data);
    this.ports = shape.ports();
    this.siteMosquitto = ports.first() + 2 * shape.kiosks + 2;
    this.districtMosquitto = siteMosquitto + 1;
    this.districtBroker = districtBroker;
    this.siteBroker = siteBroker;
    this.template =
        DistrictTemplate.parse(text(shape.file))
            .filled(
                noonZone(InstantSource.system().instant()),
                kiosk -> folder.secretText(kiosk.value()),
                kiosk -> folder.secretText(kiosk + ".pepper"));
    this.district = template.district();
    this.line =
        CuttableLine.to(
            districtBroker == Broker.EMBEDDED ? ports.districtBroker() : districtMosquitto);
  }

  /**
   * Starts everything, brings the people in and waits until the kiosk knows its room and hears its
   * seats.
   */
  static DistrictUnderTest start(Path data, Broker districtBroker, Broker siteBroker) {
    return start(data, Shape.ONE_BUILDING, districtBroker, siteBroker);
  }

  /** As above, with as many buildings. */
  static DistrictUnderTest start(Path data, Shape shape, Broker districtBroker, Broker siteBroker) {
    DistrictUnderTest started = new DistrictUnderTest(data, shape, districtBroker, siteBroker);
    try {
      started.startPrograms();
      started.open();
      return started;
    } catch (RuntimeException failed) {
      started.close();
      throw failed;
    }
  }

  /** A zone in which it is about noon, so that no test runs into midnight or closing time. */
  private static ZoneId noonZone(Instant now) {
    int hour = now.atZone(ZoneOffset.UTC).getHour();
    return ZoneId.of("Etc/GMT" + (hour > 12 ? "+" + (hour - 12) : "-" + (12 - hour)));
  }

  private void startPrograms() {
    Map<String, String> agents = new HashMap<>();
    site().workstations().forEach(it -> agents.put(it.value(), folder.secretText(it.value())));
    if (districtBroker == Broker.MOSQUITTO) {
      Map<String, String> accounts =
          Map.of("controller", folder.secretText("controller"), KIOSK, folder.secretText(KIOSK));
      supervisor.start(Mosquitto.at(districtMosquitto, folder.data("district-broker"), accounts));
    }
    if (siteBroker == Broker.MOSQUITTO) {
      agents.put(KIOSK, folder.secretText(KIOSK + ".site"));
      supervisor.start(Mosquitto.at(siteMosquitto, folder.data("site-broker"), agents));
    }
    DemoPrograms programs =
        new DemoPrograms(
            district, ports, wiring(), folder, JavaCommand.ofThisProgram(), HttpReady::new);
    for (Program program : programs.all(template.json(), cards)) {
      supervisor.start(program);
    }
  }

  private Wiring wiring() {
    return new Wiring(
        districtBroker == Broker.MOSQUITTO
            ? Optional.of(Wiring.tcp(districtMosquitto))
            : Optional.empty(),
        index -> Wiring.tcp(index == 0 ? line.port() : ports.districtBroker()),
        index ->
            siteBroker == Broker.MOSQUITTO
                ? Optional.of(Wiring.tcp(siteMosquitto))
                : Optional.empty());
  }

  private void open() {
    District.StaffMember sysadmin = district.staff("SYSADMIN", SCHOOL);
    HttpOffice office = HttpOffice.signIn(controller(), sysadmin.login(), sysadmin.password());
    new DistrictOpening(office, taken -> {})
        .open(Map.of(SCHOOL, bytes("opora.csv")), cards.holders());
    awaitRoom();
  }

  /** Waits until every kiosk hears all its seats. */
  void awaitRoom() {
    for (int i = 0; i < ports.kiosks(); i++) {
      HttpPortal portal = new HttpPortal(kiosk(i));
      await("a kiosk hears its seats").atMost(Duration.ofMinutes(1)).until(portal::isAwake);
    }
  }

  URI controller() {
    return DemoPrograms.http(ports.controller(), "/");
  }

  URI kiosk() {
    return kiosk(0);
  }

  /** The portal of the building of this index. */
  URI kiosk(int index) {
    return DemoPrograms.http(ports.kiosk(index), "/");
  }

  Site site() {
    return district.sites().getFirst();
  }

  District district() {
    return district;
  }

  CardIndex cards() {
    return cards;
  }

  /** The line between the kiosk and the district broker. */
  CuttableLine line() {
    return line;
  }

  DataFolder folder() {
    return folder;
  }

  /** What the supervisor told so far. */
  Queue<Supervised> events() {
    return events;
  }

  /** What stands on the screen of a seat: OPEN or LOCKED. */
  String screen(WorkstationId workstation) {
    Path alone = folder.data("agent-" + workstation).resolve("screen");
    Site of =
        district.sites().stream()
            .filter(it -> it.workstations().contains(workstation))
            .findFirst()
            .orElseThrow();
    Path inFleet =
        folder.data("agents-" + of.building()).resolve(workstation.value()).resolve("screen");
    try {
      return Files.readString(Files.exists(alone) ? alone : inFleet).strip();
    } catch (IOException none) {
      return "none (" + none.getMessage() + ")";
    }
  }

  /** Kills a program as a power cut would, and waits until the supervisor has started it again. */
  void kill(String program) {
    ProcessHandle before =
        supervisor
            .process(program)
            .orElseThrow(() -> new IllegalStateException(program + " does not run"));
    before.destroyForcibly();
    await(program + " runs again")
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> supervisor.process(program).filter(it -> it.pid() != before.pid()).isPresent());
  }

  String districtMosquitto() {
    return "mosquitto-" + districtMosquitto;
  }

  String siteMosquitto() {
    return "mosquitto-" + siteMosquitto;
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = DistrictUnderTest.class.getResourceAsStream("trial/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the test lacks its file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource + " cannot be read", unreadable);
    }
  }

  @Override
  public void close() {
    supervisor.close();
    line.close();
  }
}
