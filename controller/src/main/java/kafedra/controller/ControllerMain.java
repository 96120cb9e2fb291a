package kafedra.controller;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.BrokerException;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.EditDistance;
import kafedra.contract.config.ProgramStart;
import kafedra.contract.id.KioskId;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.sqlite.WriterRoom;
import kafedra.contract.topic.Topics;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.command.OneSession;
import kafedra.controller.district.DistrictDesk;
import kafedra.controller.feed.DeskBookings;
import kafedra.controller.feed.FeedContents;
import kafedra.controller.feed.FeedDesk;
import kafedra.controller.files.DistrictFile;
import kafedra.controller.files.NormFile;
import kafedra.controller.files.TimetableFiles;
import kafedra.controller.fleet.Devices;
import kafedra.controller.fleet.Lines;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.intake.BookingsFirst;
import kafedra.controller.intake.RecordLog;
import kafedra.controller.mqtt.Intake;
import kafedra.controller.mqtt.KioskPost;
import kafedra.controller.mqtt.LateLink;
import kafedra.controller.norm.Norms;
import kafedra.controller.queue.ElsewhereDesk;
import kafedra.controller.queue.NextFree;
import kafedra.controller.roster.CodeDesk;
import kafedra.controller.roster.PinDesk;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.sqlite.Migrations;
import kafedra.controller.sqlite.SqliteAuditLog;
import kafedra.controller.sqlite.SqliteCalendar;
import kafedra.controller.sqlite.SqliteCalendarStore;
import kafedra.controller.sqlite.SqliteClosureStore;
import kafedra.controller.sqlite.SqliteCommandStore;
import kafedra.controller.sqlite.SqliteContactStore;
import kafedra.controller.sqlite.SqliteDistrictStore;
import kafedra.controller.sqlite.SqliteEntryCodes;
import kafedra.controller.sqlite.SqliteFeedStore;
import kafedra.controller.sqlite.SqliteLessonTeachers;
import kafedra.controller.sqlite.SqliteLineStore;
import kafedra.controller.sqlite.SqliteMoodReport;
import kafedra.controller.sqlite.SqliteNeeds;
import kafedra.controller.sqlite.SqlitePeople;
import kafedra.controller.sqlite.SqlitePolicies;
import kafedra.controller.sqlite.SqliteRecordLog;
import kafedra.controller.sqlite.SqliteReplicaStore;
import kafedra.controller.sqlite.SqliteRoster;
import kafedra.controller.sqlite.SqliteRosterImports;
import kafedra.controller.sqlite.SqliteScreenTime;
import kafedra.controller.sqlite.SqliteSeatFaults;
import kafedra.controller.sqlite.SqliteSeatHealthStore;
import kafedra.controller.sqlite.SqliteSeatRules;
import kafedra.controller.sqlite.SqliteSeatService;
import kafedra.controller.sqlite.SqliteSessions;
import kafedra.controller.sqlite.SqliteStaffStore;
import kafedra.controller.sqlite.SqliteWaits;
import kafedra.controller.timetable.TimetableDesk;
import kafedra.controller.usage.UsageReports;
import kafedra.controller.web.QueueServices;
import kafedra.controller.web.SeatCare;
import kafedra.controller.web.WebServer;
import kafedra.controller.web.WebServices;
import kafedra.controller.web.WebSettings;

/**
 * Starts a controller from the command line, and builds it for whoever runs one in this process.
 */
public final class ControllerMain {
  private static final int READERS = 8;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);
  private static final Duration REPLICA_ROUND = Duration.ofMillis(150);
  private static final Duration COMMAND_ROUND = Duration.ofSeconds(3);
  private static final Duration ELSEWHERE_ROUND = Duration.ofSeconds(30);
  private static final Duration LIVE_ROUND = Duration.ofMillis(500);
  private static final Duration SLOW_ROUND = Duration.ofMinutes(5);

  private static final String VERSION = ProgramStart.versionOf(ControllerMain.class);

  private ControllerMain() {}

  public static void main(String[] arguments) {
    new ProgramStart<>(
            "controller",
            VERSION,
            ControllerConfig.HELP,
            ControllerConfig::from,
            ControllerMain::run,
            Set.of(StoreException.class, BrokerException.class))
        .fromCommandLine(arguments);
  }

  private static ProgramStart.Running run(ControllerConfig config) {
    ControllerProgram program = start(config, InstantSource.system());
    String ready =
        "controller is ready at http://%s:%d/, its kiosks connect to %s"
            .formatted(config.host(), program.port(), program.broker());
    return new ProgramStart.Running(ready, program::close);
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
    private final SqlitePolicies policies;
    private final SqliteNeeds needs;
    private final SqliteSeatFaults faults;
    private final SqliteEntryCodes codes;
    private final Norms norms;
    private final ScheduleMain.Booked booked;

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
      writer = parts.add("writer", new SqliteWriter(file, "controller-writer", WriterRoom.SERVER));
      roster = new SqliteRoster(readers, changes);
      calendar = new SqliteCalendar(readers, changes);
      staff = new SqliteStaffStore(readers, writer, changes);
      sessions = new SqliteSessions(readers);
      policies = new SqlitePolicies(readers, writer, changes);
      needs = new SqliteNeeds(readers, writer);
      faults = new SqliteSeatFaults(readers, writer);
      codes = new SqliteEntryCodes(readers, writer, changes);
      norms = norms(config);
      booked =
          ScheduleMain.of(
              config.schedule(),
              readers,
              writer,
              parts,
              new SqliteClosureStore(readers, writer, roster, changes));
    }

    ControllerProgram build() {
      LateLink link = new LateLink();
      KioskPost post = new KioskPost(link, codec, clock);
      SqliteScreenTime screenTime = new SqliteScreenTime(readers);
      Desks desks =
          new Desks(
              new Desks.World(
                  roster,
                  calendar,
                  booked.store(),
                  calendar,
                  new SqliteLineStore(readers),
                  policies,
                  norms,
                  screenTime,
                  screenTime,
                  booked.noShows(),
                  needs,
                  new SqliteSeatRules(readers, changes),
                  booked.closures(),
                  sessions,
                  new SqliteContactStore(readers, writer),
                  codes,
                  faults,
                  new SqliteReplicaStore(readers, writer, codec, clock.instant()),
                  new SqliteCommandStore(readers, writer),
                  new SqliteAuditLog(readers, writer, clock),
                  post,
                  post,
                  clock));
      changes.onChange(change -> desks.replica().noteSchools(change.schools()));
      applyDistrict();
      desks.closings().resume();
      desks.replica().noteAll();
      Intake intake = intake(desks, post);
      URI broker = connect(intake, link);
      WebServer web =
          new WebServer(new WebSettings(config.host(), config.port()), services(desks, intake));
      web.start();
      parts.add("web", web);
      return new ControllerProgram(parts, web.port(), broker);
    }

    private Intake intake(Desks desks, KioskPost post) {
      RecordLog records =
          new BookingsFirst(
              desks.kioskRequests(), new SqliteRecordLog(readers, writer, roster, clock));
      Worker answers = worker("intake-answers", SLOW_ROUND, () -> {});
      Worker replicas = worker("replica", REPLICA_ROUND, desks.replica()::tick);
      Worker commanding = worker("commands", COMMAND_ROUND, commandRound(desks));
      worker("live", LIVE_ROUND, desks.live()::tick);
      worker(
          "elsewhere",
          ELSEWHERE_ROUND,
          new ElsewhereDesk(roster, calendar, desks.live(), post, clock)::tick);
      worker("holds", COMMAND_ROUND, () -> desks.tickBookings(clock.instant()));
      parts.add("last contacts", desks.live()::keepContacts);
      worker("housekeeping", SLOW_ROUND, desks::keepHouse);
      return new Intake(
          new Intake.Neighbours(
              roster,
              changes,
              records,
              desks.live(),
              desks.replica(),
              desks.commands(),
              post,
              answers,
              replicas,
              commanding),
          codec,
          clock);
    }

    private Runnable commandRound(Desks desks) {
      OneSession policy = desks.oneSession();
      return () -> {
        policy.tick();
        desks.commands().tick(clock.instant());
      };
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

    private static Norms norms(ControllerConfig config) {
      if (config.norms().isEmpty()) {
        return NormFile.ofRussia();
      }
      return switch (NormFile.read(config.norms().get())) {
        case NormFile.Read read -> read.norms();
        case NormFile.Broken broken ->
            throw new ConfigException(
                broken.problems().stream()
                    .map(problem -> config.norms().get() + ": " + problem)
                    .toList());
      };
    }

    private Worker worker(String name, Duration every, Runnable round) {
      Worker worker = parts.add(name, new Worker(name, every, round));
      worker.start();
      return worker;
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

    private WebServices services(Desks desks, Intake intake) {
      SqlitePeople people = new SqlitePeople(readers, writer, changes);
      Argon2Stretching stretching = new Argon2Stretching();
      LiveRooms rooms = desks.liveRooms();
      return new WebServices(
          VERSION,
          clock,
          new SignInDesk(staff, stretching, clock),
          new SqliteAuditLog(readers, writer, clock),
          roster,
          people,
          new PinDesk(people, stretching),
          new CodeDesk(codes, PepperVerification::code, clock),
          new SqliteRosterImports(readers, writer, changes),
          new FeedDesk(new SqliteFeedStore(readers, writer), clock),
          new FeedContents(
              new DeskBookings(desks.bookings(), new SqliteLessonTeachers(readers, writer)),
              roster,
              clock),
          calendar,
          calendar,
          desks.plans(new SqliteCalendarStore(writer, changes)),
          desks.closings(),
          desks.bookings(),
          desks.replica(),
          rooms,
          new QueueServices(new SqliteWaits(readers), new NextFree(rooms, roster, calendar, clock)),
          desks.commands(),
          new SeatCare(faults, new SqliteSeatService(writer, changes), desks.live()),
          new Devices(roster, desks.live(), new SqliteSeatHealthStore(readers), faults),
          new Lines(roster, new SqliteLineStore(readers), desks.live(), clock),
          intake,
          new UsageReports(booked.usage(), roster, calendar, clock),
          new SqliteMoodReport(readers),
          policies,
          needs,
          norms,
          new TimetableDesk(
              roster,
              calendar,
              desks.bookings(),
              booked.timetables(),
              new SqliteLessonTeachers(readers, writer),
              new TimetableFiles(),
              EditDistance::between,
              clock));
    }
  }
}
