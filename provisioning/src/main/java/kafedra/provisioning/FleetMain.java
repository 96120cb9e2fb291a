package kafedra.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import kafedra.agent.AgentConfig;
import kafedra.agent.AgentMain;
import kafedra.agent.AgentProgram;
import kafedra.agent.oshi.OshiHealth;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.ProgramLog;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;
import kafedra.contract.id.WorkstationId;

/**
 * {@code fleet}: many agents in one program. They are the workstation's own agent with a simulated
 * desktop; their health is this machine's, read once for all.
 */
public final class FleetMain {
  private FleetMain() {}

  public static void main(String[] args) {
    ProgramLog.configure();
    try {
      System.exit(run(List.of(args)));
    } catch (ConfigException misread) {
      System.err.println(misread.getMessage());
      System.exit(KafedraMain.MISUSED);
    }
  }

  /** Runs until the program is stopped. */
  static int run(List<String> arguments) {
    Settings settings = Settings.read(CommandWords.asSettings(arguments, Set.of()));
    URI broker = settings.uri("broker").required();
    String names = settings.text("workstations").checked(FleetMain::workstations).required();
    Path secrets = settings.path("secrets").required();
    Path data = settings.path("data").required();
    long seed = settings.number("seed", 0, 1_000_000_000).orElse(1L);
    settings.done();
    List<AgentConfig> configs = new ArrayList<>();
    for (WorkstationId workstation : workstations(names)) {
      configs.add(
          new AgentConfig(
              workstation,
              broker,
              Optional.of(secret(secrets.resolve(workstation.value()))),
              data.resolve(workstation.value()),
              AgentConfig.DesktopKind.SIMULATED,
              seed + configs.size()));
    }
    runUntilStopped(configs);
    return KafedraMain.DONE;
  }

  private static void runUntilStopped(List<AgentConfig> configs) {
    CountDownLatch stopped = new CountDownLatch(1);
    OshiHealth health = AgentMain.machineHealth();
    List<AgentProgram> fleet = new ArrayList<>();
    for (AgentConfig config : configs) {
      fleet.add(AgentMain.assemble(config, health));
    }
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  close(fleet);
                  health.close();
                  stopped.countDown();
                }));
    fleet.forEach(AgentProgram::start);
    System.out.println(fleet.size() + " agents are ready");
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** All at once: each says goodbye to its kiosk, which takes a moment. */
  private static void close(List<AgentProgram> fleet) {
    List<Thread> closing =
        fleet.stream()
            .map(
                agent -> Thread.ofVirtual().name("stop-" + agent.workstation()).start(agent::close))
            .toList();
    try {
      for (Thread each : closing) {
        each.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<WorkstationId> workstations(String names) {
    return Stream.of(names.split(",", -1)).map(String::strip).map(WorkstationId::new).toList();
  }

  private static SecretText secret(Path file) {
    try {
      return new SecretText(Files.readString(file).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
