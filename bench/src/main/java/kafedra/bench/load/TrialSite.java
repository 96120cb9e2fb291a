package kafedra.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One building as processes: Mosquitto for the district and for the site, a controller, a kiosk,
 * and its agents with simulated desktops in one process; some pupils have cards.
 */
public final class TrialSite implements AutoCloseable {
  /**
   * Flags for a Raspberry Pi with 1 GB that also runs the browser: a small young generation and a
   * heap that grows late, and code that is compiled only when it is run often.
   */
  public static final List<String> SMALL_KIOSK =
      List.of(
          "-Xms8m",
          "-Xmx40m",
          "-Xmn2m",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=10",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=20",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xss256k");

  /** The same for a workstation's agent. */
  public static final List<String> SMALL_AGENT =
      List.of(
          "-Xms6m",
          "-Xmx24m",
          "-Xmn2m",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=10",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=20",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xss256k");

  private final Mosquitto districtBroker;
  private final Mosquitto siteBroker;
  private final TrialController controller;
  private final Path folder;
  private final TrialDistrict district;
  private final URI portal;

  /**
   * Starts broker and controller, and imports people.
   *
   * @param cards how many of them get a card, see {@link #card}
   */
  public TrialSite(Path folder, int seats, int people, int cards)
      throws IOException, InterruptedException {
    this.folder = folder;
    district = new TrialDistrict(1, seats);
    // two brokers, as in the field: a kiosk bears the same id at both
    districtBroker = broker(Files.createDirectories(folder.resolve("district-broker")));
    siteBroker = broker(Files.createDirectories(folder.resolve("site-broker")));
    controller = TrialController.start(district, folder, Optional.of(districtBroker));
    portal = URI.create("http://127.0.0.1:" + Mosquitto.freePort());
    try (Office office = new Office(controller.web())) {
      office.send(
          "POST",
          "/api/v1/roster-imports?school=school-0&mode=apply",
          "text/csv",
          TrialDistrict.roster(people));
      JsonNode found =
          JsonMapper.shared()
              .readTree(
                  office.send(
                      "GET", "/api/v1/people?school=school-0&limit=200", "application/json", ""));
      for (int i = 0; i < cards; i++) {
        office.send(
            "PUT",
            "/api/v1/people/" + found.get(i).get("id").asString() + "/credentials",
            "application/json",
            "{\"cards\":[\"" + card(i) + "\"]}");
      }
    }
  }

  private static Mosquitto broker(Path folder) throws IOException {
    return Mosquitto.start(folder)
        .orElseThrow(
            () -> new IllegalStateException("this needs mosquitto: apt install mosquitto"));
  }

  /** The number of the i-th card. */
  public static String card(int i) {
    return String.valueOf(4_700_000_000L + i);
  }

  /** Where kiosk and controller meet. */
  public URI districtBroker() {
    return districtBroker.uri();
  }

  /** Where kiosk and agents meet. */
  public URI siteBroker() {
    return siteBroker.uri();
  }

  public URI portal() {
    return portal;
  }

  public TrialDistrict district() {
    return district;
  }

  /**
   * Starts the kiosk; wait for it with {@link Program#awaitPage}.
   *
   * @param line whereto it connects for the district: {@link #districtBroker} or something in
   *     between
   */
  public Program startKiosk(List<String> flags, URI line) throws IOException {
    List<String> arguments =
        List.of(
            "--kiosk=" + district.kiosk(0),
            "--port=" + portal.getPort(),
            "--data=" + folder.resolve("kiosk"),
            "--district-broker=" + line,
            "--site-broker=" + siteBroker(),
            "--pepper-file="
                + Files.writeString(folder.resolve("pepper"), controller.pepper().toHex()),
            "--line-interface=lo");
    return Program.installed("kiosk", flags, arguments, folder.resolve("kiosk.log"));
  }

  /** Starts the kiosk at the other end of a poor line, with a site broker of its own. */
  public Program startKioskBehind(LossyLine line) throws IOException {
    List<String> command = new ArrayList<>(line.inside());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(Path.of("kiosk", "target", "kafedra-kiosk.jar").toString());
    command.addAll(
        List.of(
            "--kiosk=" + district.kiosk(0),
            "--port=0",
            "--data=" + kioskData(),
            "--district-broker=" + line.uri(),
            "--site-broker-port=0",
            "--pepper-file="
                + Files.writeString(folder.resolve("pepper"), controller.pepper().toHex())));
    return Program.start(command, folder.resolve("kiosk.log"));
  }

  /** Starts the agents of all seats in one process. */
  public Program startFleet() throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    StringJoiner names = new StringJoiner(",");
    for (int i = 0; i < district.seats(); i++) {
      names.add(district.seat(0, i).value());
      Files.writeString(secrets.resolve(district.seat(0, i).value()), "unused");
    }
    List<String> arguments =
        List.of(
            "fleet",
            "--broker=" + siteBroker(),
            "--workstations=" + names,
            "--secrets=" + secrets,
            "--data=" + folder.resolve("agents"));
    return Program.start(
        "kafedra.provisioning.KafedraMain",
        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        arguments,
        folder.resolve("fleet.log"));
  }

  /** Starts one agent alone. */
  public Program startAgent(List<String> flags) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("--workstation=" + district.seat(0, 0));
    arguments.add("--broker=" + siteBroker());
    arguments.add("--secret-file=" + Files.writeString(folder.resolve("agent.secret"), "unused"));
    arguments.add("--data=" + folder.resolve("agent"));
    arguments.add("--desktop=simulated");
    return Program.installed("lab-agent", flags, arguments, folder.resolve("agent.log"));
  }

  /** Where the kiosk keeps its data. */
  public Path kioskData() {
    return folder.resolve("kiosk");
  }

  /** Where the controller keeps its data. */
  public Path controllerData() {
    return folder.resolve("controller");
  }

  @Override
  public void close() {
    controller.close();
    siteBroker.close();
    districtBroker.close();
  }
}
