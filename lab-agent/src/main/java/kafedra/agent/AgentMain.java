package kafedra.agent;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kafedra.agent.act.Machine;
import kafedra.agent.act.SeatActor;
import kafedra.agent.files.FileSeatMemory;
import kafedra.agent.files.LifeMark;
import kafedra.agent.health.HealthWatch;
import kafedra.agent.health.MachineHealth;
import kafedra.agent.health.MachineInventory;
import kafedra.agent.linux.DbusLogind;
import kafedra.agent.linux.KernelClock;
import kafedra.agent.linux.LinuxLockers;
import kafedra.agent.linux.Logind;
import kafedra.agent.linux.LogindDesktop;
import kafedra.agent.linux.LogindMachine;
import kafedra.agent.linux.ProcHealth;
import kafedra.agent.linux.SysInventory;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Desktop;
import kafedra.agent.lock.ProcessClock;
import kafedra.agent.lock.Seat;
import kafedra.agent.lock.Tamperings;
import kafedra.agent.mqtt.KioskLink;
import kafedra.agent.oshi.OshiHealth;
import kafedra.agent.simulated.SimulatedDesktop;
import kafedra.agent.simulated.SimulatedMachine;
import kafedra.agent.use.InputIdle;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.ProgramStart;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.Tampering;

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
    // on Linux the kernel's own files tell the same, without a library's memory
    AgentProgram agent =
        assemble(config, onLinux() ? new ProcHealth(new KernelClock()) : machineHealth());
    agent.start();
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
    LifeMark mark = new LifeMark(config.data(), clock.bootId());
    Tamperings tamperings = new Tamperings(clock);
    if (mark.before() == LifeMark.Before.KILLED) {
      tamperings.happened(Tampering.Kind.AGENT_ENDED);
    }
    KioskLink link =
        new KioskLink(
            config.workstation(),
            config.broker(),
            config.secret(),
            config.tls(),
            MqttLink::new,
            inbox);
    Place place =
        switch (config.desktop()) {
          case REAL -> realPlace(config, new DesktopNews(inbox, tamperings), clock);
          case SIMULATED -> simulatedPlace(config, clock);
        };
    Seat seat = new Seat(place.desktop(), place.input(), memory, clock, tamperings);
    Diagnosis diagnosis =
        new Diagnosis(VERSION, clock, health, seat::report, link::isUp, link::rejected);
    return new AgentProgram(
        new AgentProgram.Parts(
            config.workstation(),
            clock,
            memory,
            seat,
            new HealthWatch(health, place.inventory(), VERSION),
            new SeatActor(seat, place.machine(), diagnosis, clock),
            mark,
            inbox,
            link));
  }

  /** What the agent works on. */
  private record Place(
      Desktop desktop, InputIdle input, Machine machine, MachineInventory inventory) {}

  private static Place simulatedPlace(AgentConfig config, BootClock clock) {
    SimulatedDesktop desktop =
        new SimulatedDesktop(config.data().resolve("screen"), config.seed(), clock);
    return new Place(desktop, desktop, new SimulatedMachine(), Optional::empty);
  }

  private static BootClock clock() {
    return onLinux() ? new KernelClock() : new ProcessClock();
  }

  private static Place realPlace(AgentConfig config, DesktopNews news, BootClock clock) {
    if (!onLinux()) {
      throw new ConfigException(
          List.of("desktop: this version locks and opens Linux desktops only. Maybe simulated?"));
    }
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
    SysInventory inventory = new SysInventory();
    inventory.start();
    return new Place(desktop, desktop, new LogindMachine(logind), inventory);
  }

  /** Interpreted, since it does little and is to be small. */
  public static List<String> lockerProgram() {
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
