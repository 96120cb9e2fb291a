package kafedra.controller;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.BrokerException;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.Settings;
import kafedra.contract.id.KioskId;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.topic.Topics;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.DistrictRooms;
import kafedra.controller.booking.KioskRequests;
import kafedra.controller.command.CommandDesk;
import kafedra.controller.district.DistrictDesk;
import kafedra.controller.files.DistrictFile;
import kafedra.controller.fleet.Devices;
import kafedra.controller.fleet.Lines;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.mqtt.Intake;
import kafedra.controller.mqtt.KioskPost;
import kafedra.controller.mqtt.LateLink;
import kafedra.controller.replica.ReplicaContents;
import kafedra.controller.replica.ReplicaDesk;
import kafedra.controller.roster.PinDesk;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteAuditLog;
import kafedra.controller.sqlite.SqliteBookingStore;
import kafedra.controller.sqlite.SqliteCalendar;
import kafedra.controller.sqlite.SqliteCommandStore;
import kafedra.controller.sqlite.SqliteContactStore;
import kafedra.controller.sqlite.SqliteDistrictStore;
import kafedra.controller.sqlite.SqliteLineStore;
import kafedra.controller.sqlite.SqlitePeople;
import kafedra.controller.sqlite.SqliteRecordLog;
import kafedra.controller.sqlite.SqliteReplicaStore;
import kafedra.controller.sqlite.SqliteRoster;
import kafedra.controller.sqlite.SqliteRosterImports;
import kafedra.controller.sqlite.SqliteSeatHealthStore;
import kafedra.controller.sqlite.SqliteSessions;
import kafedra.controller.sqlite.SqliteStaffStore;
import kafedra.controller.sqlite.SqliteUsageSource;
import kafedra.controller.usage.UsageReports;
import kafedra.controller.web.WebServer;
import kafedra.controller.web.WebServices;
import kafedra.controller.web.WebSettings;

/**
 * Starts a controller from the command line, and builds it for whoever runs one in this process.
 */
public final class ControllerMain {
  private static final int USAGE = 2;
  private static final int FAILED = 1;
  private static final int READERS = 8;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);
  private static final Duration REPLICA_ROUND = Duration.ofMillis(150);
  private static final Duration COMMAND_ROUND = Duration.ofSeconds(3);
  private static final Duration LIVE_ROUND = Duration.ofMillis(500);
  private static final Duration SLOW_ROUND = Duration.ofMinutes(5);

  /** Their INFO is about themselves. Held, or the level is forgotten. */
  private static final List<Logger> TALKERS =
      List.of(Logger.getLogger("io.javalin"), Logger.getLogger("org.eclipse.jetty"));

  private ControllerMain() {}

  public static void main(String[] arguments) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    TALKERS.forEach(talker -> talker.setLevel(Level.WARNING));
    Settings settings = Settings.read(List.of(arguments));
    switch (settings.purpose()) {
      case HELP -> System.out.print(ControllerConfig.HELP);
      case VERSION -> System.out.println("kafedra controller " + version());
      case CHECK_CONFIG, RUN -> configured(settings);
    }
  }

  private static void configured(Settings settings) {
    try {
      ControllerConfig config = ControllerConfig.from(settings);
      if (settings.purpose() == Settings.Purpose.CHECK_CONFIG) {
        settings.summary().forEach(System.out::println);
        System.out.println("the configuration is fine");
      } else {
        run(config);
      }
    } catch (ConfigException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE);
    } catch (StoreException | BrokerException failed) {
      System.err.println("the controller cannot start: " + failed.getMessage());
      System.exit(FAILED);
    }
  }

  private static void run(ControllerConfig config) {
    ControllerProgram program = start(config, InstantSource.system());
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(program::close));
    System.out.println(
        "controller is ready at http://"
            + config.host()
            + ":"
            + program.port()
            + "/, its kiosks connect to "
            + program.broker());
  }

  /**
   * Starts a controller: store, district, broker, MQTT, web. What was started is stopped again if
   * the rest cannot start.
   *
   * @throws StoreException if the data is in use by another controller, or cannot be read
   * @throws BrokerException if the broker cannot listen
   */
  public static ControllerProgram start(ControllerConfig config, InstantSource clock) {
    StopList parts = new StopList();
    try {
      return new Building(config, clock, parts).build();
    } catch (RuntimeException failed) {
      parts.close();
      throw failed;
    }
  }

  /** The parts while they are put together. */
  private static final class Building {
    private final ControllerConfig config;
    private final InstantSource clock;
    private final StopList parts;
    private final MessageCodec codec = new MessageCodec();
    private final RosterChanges changes = new RosterChanges();
    private final SqliteReaders readers;
    private final SqliteWriter writer;
    private final Roster roster;
    private final SqliteCalendar calendar;
    private final SqliteStaffStore staff;
    private final SqliteSessions sessions;

    Building(ControllerConfig config, InstantSource clock, StopList parts) {
      this.config = config;
      this.clock = clock;
      this.parts = parts;
      SqliteFile file =
          parts.add(
              "data lock",
              SqliteFile.open(
                  config.data().resolve("controller.db"), Migrations.class, Migrations.ALL));
      readers = parts.add("readers", new SqliteReaders(file, READERS));
      writer = parts.add("writer", new SqliteWriter(file, "controller-writer"));
      roster = new SqliteRoster(readers, changes);
      calendar = new SqliteCalendar(readers, changes);
      staff = new SqliteStaffStore(readers, writer);
      sessions = new SqliteSessions(readers);
    }

    ControllerProgram build() {
      LateLink link = new LateLink();
      KioskPost post = new KioskPost(link, codec, clock);
      SqliteBookingStore bookingStore = new SqliteBookingStore(readers, writer);
      LiveDistrict live = new LiveDistrict(roster, new SqliteContactStore(readers, writer), clock);
      ReplicaDesk replica =
          new ReplicaDesk(
              roster,
              new ReplicaContents(roster, calendar, bookingStore, new PepperVerification()),
              new SqliteReplicaStore(readers, writer, codec, clock.instant()),
              post,
              clock);
      changes.onChange(change -> replica.noteSchools(change.schools()));
      DistrictRooms rooms = new DistrictRooms(roster, calendar);
      BookingDesk bookings =
          new BookingDesk(
              bookingStore,
              rooms,
              clock,
              booking -> {
                replica.note(booking.building());
                live.changed(booking.lab());
              });
      CommandDesk commands =
          new CommandDesk(
              new SqliteCommandStore(readers, writer), sessions, live, roster, post, clock);
      SqliteRecordLog records =
          new SqliteRecordLog(
              readers, writer, roster, new KioskRequests(bookings, rooms, clock), clock);
      applyDistrict();
      replica.noteAll();

      Worker answers = worker("intake-answers", SLOW_ROUND, () -> {});
      Worker replicas = worker("replica", REPLICA_ROUND, replica::tick);
      Worker commanding = worker("commands", COMMAND_ROUND, () -> commands.tick(clock.instant()));
      worker("live", LIVE_ROUND, live::tick);
      parts.add("last contacts", live::keepContacts);
      worker("housekeeping", SLOW_ROUND, () -> keepHouse(replica, live, commands));
      Intake intake =
          new Intake(
              new Intake.Neighbours(
                  roster,
                  records,
                  bookings,
                  live,
                  replica,
                  commands,
                  post,
                  answers,
                  replicas,
                  commanding),
              codec,
              clock);
      URI broker = connect(intake, link);
      WebServer web =
          new WebServer(
              new WebSettings(config.host(), config.port()),
              services(bookings, replica, live, commands, intake));
      web.start();
      parts.add("web", web);
      return new ControllerProgram(parts, web.port(), broker);
    }

    private void applyDistrict() {
      if (config.district().isEmpty()) {
        return;
      }
      switch (DistrictFile.read(config.district().get())) {
        case DistrictFile.Read read ->
            new DistrictDesk(
                    new SqliteDistrictStore(writer, changes), staff, new Argon2Stretching())
                .apply(read.district());
        case DistrictFile.Broken broken ->
            throw new ConfigException(
                broken.problems().stream()
                    .map(problem -> config.district().get() + ": " + problem)
                    .toList());
      }
    }

    private Worker worker(String name, Duration every, Runnable round) {
      Worker worker = parts.add(name, new Worker(name, every, round));
      worker.start();
      return worker;
    }

    private void keepHouse(ReplicaDesk replica, LiveDistrict live, CommandDesk commands) {
      replica.noteAll();
      live.keepContacts();
      commands.forgetOld(clock.instant());
      replica.forgetGone(clock.instant().minus(Duration.ofDays(30)));
    }

    private URI connect(Intake intake, LateLink late) {
      ControllerConfig.Broker broker = config.broker();
      LinkSettings settings =
          switch (broker) {
            case ControllerConfig.Broker.Embedded it -> {
              String secret = randomSecret();
              BrokerAccess own =
                  BrokerAccess.of(List.of(BrokerAccount.ofController("controller", secret)));
              EmbeddedBroker embedded =
                  parts.add(
                      "broker", EmbeddedBroker.start(it.host(), it.port(), own.or(this::account)));
              yield link(embedded.uri(), "controller", secret);
            }
            case ControllerConfig.Broker.External it ->
                link(it.uri(), it.account(), it.secret().value());
          };
      MqttLink link = parts.add("link", new MqttLink(settings, intake));
      late.use(link);
      link.start();
      return settings.broker();
    }

    private static LinkSettings link(URI uri, String account, String secret) {
      return new LinkSettings(
          uri, account, secret, List.of(Topics.FROM_ALL_KIOSKS), null, KEEP_ALIVE);
    }

    /** Asked at each connection, so that a kiosk of a new building gets in without a restart. */
    private Optional<BrokerAccount> account(String id) {
      try {
        return roster
            .premises()
            .kiosk(new KioskId(id))
            .map(kiosk -> BrokerAccount.ofKiosk(kiosk.id(), kiosk.secret()));
      } catch (IllegalArgumentException noId) {
        return Optional.empty();
      }
    }

    private static String randomSecret() {
      byte[] secret = new byte[32];
      new SecureRandom().nextBytes(secret);
      return HexFormat.of().formatHex(secret);
    }

    private WebServices services(
        BookingDesk bookings,
        ReplicaDesk replica,
        LiveDistrict live,
        CommandDesk commands,
        Intake intake) {
      SqlitePeople people = new SqlitePeople(readers, writer, changes);
      Argon2Stretching stretching = new Argon2Stretching();
      return new WebServices(
          version(),
          clock,
          new SignInDesk(staff, stretching, clock),
          new SqliteAuditLog(readers, writer, clock),
          roster,
          people,
          new PinDesk(people, stretching),
          new SqliteRosterImports(readers, writer, changes),
          calendar,
          bookings,
          replica,
          new LiveRooms(roster, bookings, sessions, live, clock),
          commands,
          new Devices(roster, live, new SqliteSeatHealthStore(readers)),
          new Lines(roster, new SqliteLineStore(readers), live, clock),
          intake,
          new UsageReports(new SqliteUsageSource(readers), roster, calendar, clock));
    }
  }

  private static String version() {
    return Optional.ofNullable(ControllerMain.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
