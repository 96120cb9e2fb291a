package kafedra.bench.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kafedra.bench.load.LossyLine;
import kafedra.bench.load.OfflineMonth;
import kafedra.bench.load.Program;
import kafedra.bench.load.RecordAudit;
import kafedra.bench.load.TrialSite;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;

/** What 30 days without a line come to when a poor one returns. */
public record KioskOffline(InstantSource clock, int days) implements Measurement {
  private static final int SESSIONS_A_DAY = 200;
  private static final int LOSS_PERCENT = 20;
  private static final int PEOPLE = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(60);

  public KioskOffline(InstantSource clock) {
    this(clock, 30);
  }

  @Override
  public String name() {
    return "kiosk-offline";
  }

  @Override
  public String about() {
    return days
        + " days of "
        + SESSIONS_A_DAY
        + " sessions in a kiosk's outbox and no replica; the line returns with 1 Mbit/s that loses "
        + LOSS_PERCENT
        + " % of packets each way: time until the controller has all, lost, doubled; the replica of"
        + " "
        + PEOPLE
        + " people comes meanwhile.";
  }

  @Override
  public Measurement with(long count, long seed) {
    return new KioskOffline(clock, (int) count);
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialSite site = new TrialSite(scratch, 20, PEOPLE, 1);
        LossyLine line = LossyLine.to(site.districtBroker(), LOSS_PERCENT)) {
      OfflineMonth month =
          new OfflineMonth(site.district(), clock.instant().minus(Duration.ofDays(days)));
      long owed = month.write(Files.createDirectories(site.kioskData()), days, SESSIONS_A_DAY);
      long from = System.nanoTime();
      try (Program _ = site.startKioskBehind(line)) {
        Duration drained = await(site, owed, from);
        double bytes = line.payloadBytes();
        TimeUnit.SECONDS.sleep(15);
        long replica = number(site.kioskData().resolve("kiosk.db"), "SELECT count(*) FROM replica");
        RecordAudit.Found found =
            RecordAudit.of(site.kioskData(), site.controllerData(), List.of());
        return List.of(
            new Figure("kiosk-offline-records", owed, "records"),
            new Figure("kiosk-offline-drain", drained.toMillis() / 1e3, "s"),
            new Figure("kiosk-offline-payload", bytes / 1e6, "MB"),
            new Figure("kiosk-offline-lost", found.lost(), "records", "aim 0"),
            new Figure("kiosk-offline-doubled", found.doubled(), "records", "aim 0"),
            new Figure("kiosk-offline-replica", replica, "items"));
      }
    }
  }

  private static Duration await(TrialSite site, long owed, long from) throws Exception {
    Path controller = site.controllerData().resolve("controller.db");
    while (true) {
      Duration so = Duration.ofNanos(System.nanoTime() - from);
      if (number(controller, "SELECT count(*) FROM site_record") >= owed) {
        return so;
      }
      if (so.compareTo(LONGEST) > 0) {
        throw new IllegalStateException("not drained after " + LONGEST);
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static long number(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
