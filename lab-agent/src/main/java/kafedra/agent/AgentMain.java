package kafedra.agent;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kafedra.agent.files.FileSeatMemory;
import kafedra.agent.health.HealthWatch;
import kafedra.agent.health.MachineHealth;
import kafedra.agent.linux.DbusLogind;
import kafedra.agent.linux.KernelClock;
import kafedra.agent.linux.LinuxLockers;
import kafedra.agent.linux.Logind;
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
import kafedra.contract.config.ProgramStart;
import kafedra.contract.link.MqttLink;

/** Starts an agent from the command line, and builds agents for whoever runs a fleet. */
public final class AgentMain {
  private static final String VERSION = ProgramStart.versionOf(AgentMain.class);

  private AgentMain() {}

  public static void main(String[] arguments) {
    new ProgramStart<>(
            "agent",
            VERSION,
            AgentConfig.HELP,
            AgentConfig::from,
            AgentMain::run,
            Set.of(UncheckedIOException.class))
        .fromCommandLine(arguments);
  }

  private static ProgramStart.Running run(AgentConfig config) {
    OshiHealth health = new OshiHealth();
    AgentProgram agent = assemble(config, health);
    agent.start();
    health.start();
    String ready =
        "agent %s is ready and looks for its kiosk at %s"
            .formatted(config.workstation(), config.broker());
    return new ProgramStart.Running(ready, agent::close);
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
          case REAL -> seat(realDesktop(config, inbox, clock), memory, clock);
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
            new HealthWatch(health, VERSION),
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

  private static LogindDesktop realDesktop(AgentConfig config, AgentInbox inbox, BootClock clock) {
    if (!onLinux()) {
      throw new ConfigException(
          List.of("desktop: this version locks and opens Linux desktops only. Maybe simulated?"));
    }
    DesktopNews news = new DesktopNews(inbox);
    Logind logind = new DbusLogind(DbusLogind.SYSTEM_BUS, news::changed);
    LogindDesktop desktop =
        new LogindDesktop(
            logind,
            new LinuxLockers(
                config.data().resolve("lockers"),
                lockerProgram(),
                config.custom().label(),
                logind,
                news),
            config.custom(),
            clock);
    news.tell(desktop::changed);
    return desktop;
  }

  /** Interpreted, since it does little and is to be small. */
  static List<String> lockerProgram() {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-Xint",
        "-Xmx8m",
        "-Xss256k",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        LockerMain.class.getName());
  }

  private static boolean onLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }
}
