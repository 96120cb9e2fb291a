package kafedra.agent;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kafedra.agent.files.FileSeatMemory;
import kafedra.agent.health.HealthWatch;
import kafedra.agent.health.MachineHealth;
import kafedra.agent.linux.KernelClock;
import kafedra.agent.linux.LogindDesktop;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Desktop;
import kafedra.agent.lock.ProcessClock;
import kafedra.agent.lock.Seat;
import kafedra.agent.mqtt.KioskLink;
import kafedra.agent.oshi.OshiHealth;
import kafedra.agent.simulated.SimulatedDesktop;
import kafedra.agent.use.InputIdle;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.Settings;
import kafedra.contract.link.MqttLink;

/** Starts an agent from the command line, and builds agents for whoever runs a fleet. */
public final class AgentMain {
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  private AgentMain() {}

  public static void main(String[] arguments) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    Settings settings = Settings.read(List.of(arguments));
    switch (settings.purpose()) {
      case HELP -> System.out.print(AgentConfig.HELP);
      case VERSION -> System.out.println("kafedra agent " + version());
      case CHECK_CONFIG, RUN -> configured(settings);
    }
  }

  private static void configured(Settings settings) {
    try {
      AgentConfig config = AgentConfig.from(settings);
      if (settings.purpose() == Settings.Purpose.CHECK_CONFIG) {
        settings.summary().forEach(System.out::println);
        System.out.println("the configuration is fine");
      } else {
        run(config);
      }
    } catch (ConfigException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE);
    } catch (UncheckedIOException failed) {
      System.err.println("the agent cannot start: " + failed.getMessage());
      System.exit(FAILED);
    }
  }

  private static void run(AgentConfig config) {
    OshiHealth health = new OshiHealth();
    AgentProgram agent = assemble(config, health);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(agent::close));
    agent.start();
    health.start();
    System.out.println(
        "agent "
            + config.workstation()
            + " is ready and looks for its kiosk at "
            + config.broker());
  }

  /**
   * The figures of this machine, for as many agents as run in this process; to be closed after
   * them.
   */
  public static OshiHealth machineHealth() {
    OshiHealth health = new OshiHealth();
    health.start();
    return health;
  }

  /**
   * Builds an agent, ready to start.
   *
   * @throws UncheckedIOException if its data folder cannot be used, or another agent uses it
   */
  public static AgentProgram assemble(AgentConfig config, MachineHealth health) {
    BootClock clock = clock();
    AgentInbox inbox = new AgentInbox();
    FileSeatMemory memory = FileSeatMemory.open(config.data());
    KioskLink link =
        new KioskLink(config.workstation(), config.broker(), config.secret(), MqttLink::new, inbox);
    Seat seat =
        switch (config.desktop()) {
          case REAL -> seat(realDesktop(), memory, clock);
          case SIMULATED ->
              seat(
                  new SimulatedDesktop(config.data().resolve("screen"), config.seed(), clock),
                  memory,
                  clock);
        };
    return new AgentProgram(
        new AgentProgram.Parts(
            config.workstation(),
            clock,
            memory,
            seat,
            new HealthWatch(health, version()),
            inbox,
            link));
  }

  private static <D extends Desktop & InputIdle> Seat seat(
      D desktop, FileSeatMemory memory, BootClock clock) {
    return new Seat(desktop, desktop, memory, clock);
  }

  private static BootClock clock() {
    return onLinux() ? new KernelClock() : new ProcessClock();
  }

  private static LogindDesktop realDesktop() {
    if (!onLinux()) {
      throw new ConfigException(
          List.of("desktop: this version locks and opens Linux desktops only. Maybe simulated?"));
    }
    return new LogindDesktop();
  }

  private static boolean onLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static String version() {
    return Optional.ofNullable(AgentMain.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
