package kafedra.provisioning;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.WorkstationId;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.demo.CardIndex;
import kafedra.provisioning.demo.DemoPorts;
import kafedra.provisioning.demo.District;
import kafedra.provisioning.demo.Site;
import kafedra.provisioning.files.DataFolder;
import kafedra.provisioning.supervision.Program;
import kafedra.provisioning.supervision.ReadyCheck;

/**
 * The programs of a district on this machine, each with a configuration file as it would have on a
 * machine of its own.
 */
final class DemoPrograms {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(5);

  /** Heaps, MiB; the kiosks' holds an embedded broker. */
  private static final int CONTROLLER_HEAP = 192;

  private static final int KIOSK_HEAP = 80;
  private static final int AGENT_HEAP = 48;

  private final District district;
  private final DemoPorts ports;
  private final Wiring wiring;
  private final DataFolder folder;
  private final JavaCommand java;
  private final Function<URI, ReadyCheck> answers;

  /**
   * @param answers asks a health page
   */
  DemoPrograms(
      District district,
      DemoPorts ports,
      Wiring wiring,
      DataFolder folder,
      JavaCommand java,
      Function<URI, ReadyCheck> answers) {
    this.district = district;
    this.ports = ports;
    this.wiring = wiring;
    this.folder = folder;
    this.java = java;
    this.answers = answers;
  }

  static URI http(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** All of them in the order of their start. */
  List<Program> all(String districtJson, CardIndex cards) {
    List<Program> programs = new ArrayList<>();
    programs.add(controller(districtJson));
    List<Site> sites = district.sites();
    for (int i = 0; i < sites.size(); i++) {
      programs.add(kiosk(i, sites.get(i), cards));
    }
    for (int i = 0; i < sites.size(); i++) {
      List<WorkstationId> simulated = new ArrayList<>(sites.get(i).workstations());
      if (i == 0) {
        programs.add(agent(i, simulated.removeFirst()));
      }
      programs.add(fleet(i, simulated));
    }
    return programs;
  }

  private Program controller(String districtJson) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("port", String.valueOf(ports.controller()));
    settings.put("data", folder.data("controller").toString());
    settings.put("broker", wiring.districtBroker().map(URI::toString).orElse("embedded"));
    settings.put("broker-host", "127.0.0.1");
    settings.put("broker-port", String.valueOf(ports.districtBroker()));
    wiring
        .districtBroker()
        .ifPresent(it -> settings.put("secret-file", folder.secret("controller").toString()));
    settings.put("district", folder.file("district.json", districtJson).toString());
    return program(
        "controller",
        CONTROLLER_HEAP,
        "kafedra.controller.ControllerMain",
        settings,
        answers.apply(http(ports.controller(), "/api/v1/health")));
  }

  private Program kiosk(int index, Site site, CardIndex cards) {
    String name = site.kiosk().value();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kiosk", name);
    settings.put("host", "127.0.0.1");
    settings.put("port", String.valueOf(ports.kiosk(index)));
    settings.put("data", folder.data(name).toString());
    settings.put("district-broker", wiring.fromKiosk().apply(index).toString());
    settings.put("secret-file", folder.secret(name).toString());
    settings.put("pepper-file", folder.secret(name + ".pepper").toString());
    settings.put(
        "site-broker", wiring.siteBroker().apply(index).map(URI::toString).orElse("embedded"));
    settings.put("site-broker-port", String.valueOf(ports.siteBroker(index)));
    settings.put("site-secret-file", folder.secret(name + ".site").toString());
    settings.put("line-window", "1m");
    if (!hasDefaultRoute()) {
      settings.put("line-interface", "lo");
    }
    settings.put("agents-file", folder.file(name + ".agents", accounts(site)).toString());
    settings.put("tap-page", "on");
    settings.put("tap-cards", folder.file(name + ".cards", tapCards(site, cards)).toString());
    return program(
        name,
        KIOSK_HEAP,
        "kafedra.kiosk.KioskMain",
        settings,
        answers.apply(http(ports.kiosk(index), "/api/health")));
  }

  /** Without a way out of this machine the only real counters are the loopback interface's. */
  private static boolean hasDefaultRoute() {
    try (Stream<String> routes = Files.lines(Path.of("/proc/net/route"))) {
      return routes
          .map(route -> route.split("\t", -1))
          .anyMatch(cells -> cells.length > 1 && cells[1].equals("00000000"));
    } catch (IOException notLinux) {
      return true;
    }
  }

  private String accounts(Site site) {
    return site.workstations().stream()
        .map(it -> it + ";" + folder.secretText(it.value()) + "\n")
        .collect(Collectors.joining());
  }

  private static String tapCards(Site site, CardIndex cards) {
    return cards.of(CardHolder.Player.VISITOR).stream()
        .filter(it -> it.school().equals(site.school()))
        .map(it -> it.card() + ";" + it.label() + "\n")
        .collect(Collectors.joining());
  }

  /** One agent as a workstation has it: a process of its own. */
  private Program agent(int index, WorkstationId workstation) {
    String name = "agent-" + workstation;
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("workstation", workstation.value());
    settings.put("broker", wiring.fromAgent(index, ports).toString());
    settings.put("secret-file", folder.secret(workstation.value()).toString());
    settings.put("data", folder.data(name).toString());
    settings.put("desktop", "simulated");
    settings.put("seed", "1");
    return program(name, AGENT_HEAP, "kafedra.agent.AgentMain", settings, ReadyCheck.RUNNING);
  }

  private Program fleet(int index, List<WorkstationId> workstations) {
    String name = "agents-" + district.sites().get(index).building();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("broker", wiring.fromAgent(index, ports).toString());
    settings.put(
        "workstations",
        workstations.stream().map(WorkstationId::value).collect(Collectors.joining(",")));
    settings.put("secrets", folder.secrets().toString());
    settings.put("data", folder.data(name).toString());
    settings.put("seed", String.valueOf(100 * (index + 1)));
    workstations.forEach(it -> folder.secret(it.value()));
    return program(name, AGENT_HEAP, FleetMain.class.getName(), settings, ReadyCheck.RUNNING);
  }

  private Program program(
      String name, int heapMb, String mainClass, Map<String, String> settings, ReadyCheck ready) {
    String config = folder.config(name, settings).toString();
    return new Program(
        name,
        java.running(heapMb, mainClass, List.of("--config", config)),
        folder.log(name),
        ready,
        START,
        STOP);
  }
}
