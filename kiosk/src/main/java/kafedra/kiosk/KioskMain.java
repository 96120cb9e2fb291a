package kafedra.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.BrokerException;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.ProgramStart;
import kafedra.contract.config.SecretText;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.outbox.OutboxCourier;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.SystemDeviceClock;
import kafedra.kiosk.desk.Announcements;
import kafedra.kiosk.desk.DeskRoom;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.device.Door;
import kafedra.kiosk.line.LineMeter;
import kafedra.kiosk.linux.MagicPackets;
import kafedra.kiosk.linux.NetworkTime;
import kafedra.kiosk.linux.ProcBoot;
import kafedra.kiosk.linux.ProcMachine;
import kafedra.kiosk.linux.ProcNetDev;
import kafedra.kiosk.linux.SystemdNotify;
import kafedra.kiosk.mqtt.DistrictAnnouncements;
import kafedra.kiosk.mqtt.DistrictLink;
import kafedra.kiosk.mqtt.SiteLink;
import kafedra.kiosk.signin.Proofs;
import kafedra.kiosk.sqlite.KioskStore;
import kafedra.kiosk.sqlite.SqliteJournal;
import kafedra.kiosk.upkeep.Maintenance;
import kafedra.kiosk.upkeep.Troubles;
import kafedra.kiosk.upkeep.Watchman;
import kafedra.kiosk.web.Desks;
import kafedra.kiosk.web.Portal;
import kafedra.kiosk.web.PortalException;

/** Starts a kiosk from the command line, or within another program. */
public final class KioskMain {
  private static final String VERSION = ProgramStart.versionOf(KioskMain.class);

  private KioskMain() {}

  public static void main(String[] arguments) {
    new ProgramStart<>(
            "kiosk",
            VERSION,
            KioskConfig.HELP,
            KioskConfig::from,
            KioskMain::run,
            Set.of(
                StoreException.class,
                BrokerException.class,
                PortalException.class,
                IllegalStateException.class))
        .fromCommandLine(arguments);
  }

  private static ProgramStart.Running run(KioskConfig config) {
    KioskProgram kiosk = start(config);
    String ready =
        "kiosk %s is ready: %s  agents: %s"
            .formatted(config.kiosk(), kiosk.portal(), kiosk.siteBroker());
    return new ProgramStart.Running(ready, kiosk::close);
  }

  /**
   * Builds and starts a kiosk. After a failure everything that had started is stopped again.
   *
   * @throws StoreException if the data folder cannot be used, or another kiosk uses it
   * @throws BrokerException if the site broker's port is taken
   * @throws PortalException if the portal's port is taken
   * @throws ConfigException if a file that the configuration names is wrong
   */
  public static KioskProgram start(KioskConfig config) {
    ProcBoot boot = ProcBoot.read();
    return start(
        config,
        new SystemDeviceClock(InstantSource.system(), config.clock(), boot.id(), boot.up()));
  }

  /**
   * @param clock this machine's, or one that is wrong on purpose
   */
  static KioskProgram start(KioskConfig config, SystemDeviceClock clock) {
    KioskProgram program = new KioskProgram();
    try {
      start(config, clock, program);
      return program;
    } catch (RuntimeException failed) {
      program.close();
      throw failed;
    }
  }

  private static void start(KioskConfig config, SystemDeviceClock clock, KioskProgram program) {
    MessageCodec codec = new MessageCodec();
    DistrictLink district =
        new DistrictLink(
            config.kiosk(), config.districtBroker(), config.secret(), codec, MqttLink::new);
    Troubles troubles = new Troubles();
    Store store = openStore(config, clock, codec, district, troubles, program);
    goOnFrom(store.journal(), clock);
    SiteBroker broker = siteBroker(config, program);
    SiteLink site =
        new SiteLink(config.kiosk(), broker.uri(), broker.secret(), codec, MqttLink::new);
    FrontMain front = FrontMain.open(config, troubles, program);
    Proofs proofs = new PepperedProofs(config.pepper());
    Announcements announcements = new DistrictAnnouncements(district, store.courier()::unsent);
    DeskRoom desk =
        new DeskRoom(
            new DeskRoom.World(
                store.journal(),
                clock,
                new DeskRoom.WallClock(clock::heard, new NetworkTime(), clock::systemClockIsSet),
                site,
                site,
                new MagicPackets(),
                announcements,
                front.cues(),
                () -> front.door().ifPresent(Door::open),
                proofs,
                new LineMeter(
                    new ProcNetDev(config.lineInterface()),
                    clock,
                    config.lineWindow(),
                    config.lineCriterionKbps()),
                new ProcMachine(config.data(), clock),
                troubles,
                new SecureRandom(),
                VERSION));
    DeskThread thread = program.started("desk", new DeskThread());
    listen(
        config,
        program,
        desk,
        thread,
        proofs,
        front,
        front.maintenance(config, store.journal(), clock, troubles),
        broker);
    program.started("agents' link", site).start(new AgentsInbox(desk.counter(), thread));
    program
        .started("district link", district)
        .start(new DistrictInbox(desk.counter(), thread, store.courier()));
    Supplier<String> proofOfLife =
        () -> {
          store.proveLife();
          return thread.call(desk.counter()::health).toString();
        };
    program
        .started("watchman", new Watchman(SystemdNotify.of(System.getenv()), proofOfLife))
        .start();
  }

  /** What is known of the time from before this program was started. */
  private static void goOnFrom(SqliteJournal journal, SystemDeviceClock clock) {
    journal
        .enter(clock.boot())
        .ifPresentOrElse(
            clock::bootedAt,
            () ->
                journal
                    .lastBelieved()
                    .map(last -> last.plus(clock.sinceBoot()))
                    .ifPresent(clock::isAfter));
  }

  private static void listen(
      KioskConfig config,
      KioskProgram program,
      DeskRoom desk,
      DeskThread thread,
      Proofs proofs,
      FrontMain front,
      Optional<Maintenance> maintenance,
      SiteBroker broker) {
    Portal portal =
        new Portal(
            config.host(),
            config.port(),
            Desks.of(thread, desk),
            desk.siteViews()::now,
            desk.counter()::health,
            proofs,
            front.tapPage(),
            maintenance);
    desk.counter().showOn(portal.screen());
    thread.start(desk.counter()::tick, desk.counter()::refresh);
    front
        .readers()
        .forEach(reader ->
            reader.start(card -> {
              maintenance.ifPresent(Maintenance::cardRead);
              thread.post(() -> desk.counter().tapped(card));
            }));
    front
        .button()
        .ifPresent(button ->
            button.start(() -> {
              maintenance.ifPresent(Maintenance::buttonPressed);
              thread.post(desk.desk()::done);
            }));
    program.started("portal", portal).start();
    program.listensAt(portal.uri(), broker.uri());
  }

  private record Store(
      SqliteFile file, SqliteWriter writer, SqliteJournal journal, OutboxCourier courier) {

    /** Asks the writer; a full disk answers too, and a damaged one does not. */
    void proveLife() {
      if (file.isDamaged() || !writer.write(connection -> connection.isValid(1))) {
        throw new StoreException(
            "The database is damaged. The next start sets it aside and makes it anew.");
      }
    }
  }

  private static Store openStore(
      KioskConfig config,
      SystemDeviceClock clock,
      MessageCodec codec,
      DistrictLink district,
      Troubles troubles,
      KioskProgram program) {
    KioskStore.Opened opened =
        new KioskStore(
                path -> SqliteFile.open(path, SqliteJournal.class, SqliteJournal.MIGRATIONS),
                fresh -> new SqliteWriter(fresh, "salvage"))
            .open(config.data().resolve("kiosk.db"));
    SqliteFile file = program.started("data lock", opened.file());
    opened
        .salvage()
        .map(it -> it.lost() == 0 ? KioskTrouble.STORE_REBUILT : KioskTrouble.RECORDS_LOST)
        .ifPresent(troubles::has);
    SqliteReaders readers = program.started("readers", new SqliteReaders(file, 2));
    SqliteWriter writer = program.started("writer", new SqliteWriter(file, "kiosk-writer"));
    Outbox outbox = new Outbox(codec);
    StreamId stream = writer.write(connection -> outbox.stream(connection, config.kiosk()));
    OutboxCourier courier =
        program.started(
            "outbox courier",
            new OutboxCourier(
                outbox,
                stream,
                writer,
                readers,
                codec,
                district,
                clock,
                OutboxCourier.Timing.USUAL));
    courier.start();
    SqliteJournal journal =
        new SqliteJournal(writer, readers, outbox, codec, troubles, courier::added);
    return new Store(file, writer, journal, courier);
  }

  private record SiteBroker(URI uri, Optional<SecretText> secret) {}

  private static SiteBroker siteBroker(KioskConfig config, KioskProgram program) {
    if (config.siteBroker().isPresent()) {
      return new SiteBroker(config.siteBroker().get(), config.siteSecret());
    }
    byte[] drawn = new byte[16];
    new SecureRandom().nextBytes(drawn);
    SecretText secret = new SecretText(HexFormat.of().formatHex(drawn));
    List<BrokerAccount> accounts = new ArrayList<>();
    accounts.add(BrokerAccount.ofSiteKiosk(config.kiosk(), secret.value()));
    config.agents().ifPresent(file -> accounts.addAll(agentAccounts(file)));
    EmbeddedBroker broker =
        program.started(
            "site broker",
            EmbeddedBroker.start(config.siteHost(), config.sitePort(), BrokerAccess.of(accounts)));
    return new SiteBroker(broker.uri(), Optional.of(secret));
  }

  private static List<BrokerAccount> agentAccounts(Path file) {
    return PairFile.read(file, "workstation;secret").stream()
        .map(line -> BrokerAccount.ofAgent(new WorkstationId(line.first()), line.second()))
        .toList();
  }
}
