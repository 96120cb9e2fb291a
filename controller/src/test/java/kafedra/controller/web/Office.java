package kafedra.controller.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.config.EditDistance;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.Health;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.Reach;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.command.CommandDesk;
import kafedra.controller.district.DistrictDesk;
import kafedra.controller.feed.DeskBookings;
import kafedra.controller.feed.FeedContents;
import kafedra.controller.feed.FeedDesk;
import kafedra.controller.files.DistrictFile;
import kafedra.controller.files.NormFile;
import kafedra.controller.files.TimetableFiles;
import kafedra.controller.fleet.Devices;
import kafedra.controller.fleet.Lines;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.intake.Arrived;
import kafedra.controller.intake.Delivery;
import kafedra.controller.intake.IntakeCounts;
import kafedra.controller.queue.NextFree;
import kafedra.controller.roster.CodeDesk;
import kafedra.controller.roster.PinDesk;
import kafedra.controller.sqlite.SqliteAuditLog;
import kafedra.controller.sqlite.SqliteCommandStore;
import kafedra.controller.sqlite.SqliteContactStore;
import kafedra.controller.sqlite.SqliteDistrictStore;
import kafedra.controller.sqlite.SqliteEntryCodes;
import kafedra.controller.sqlite.SqliteFeedStore;
import kafedra.controller.sqlite.SqliteLessonTeachers;
import kafedra.controller.sqlite.SqliteLineStore;
import kafedra.controller.sqlite.SqliteMoodReport;
import kafedra.controller.sqlite.SqlitePeople;
import kafedra.controller.sqlite.SqliteRosterImports;
import kafedra.controller.sqlite.SqliteSeatHealthStore;
import kafedra.controller.sqlite.SqliteSeatService;
import kafedra.controller.sqlite.SqliteSessions;
import kafedra.controller.sqlite.SqliteStaffStore;
import kafedra.controller.sqlite.SqliteTimetableStore;
import kafedra.controller.sqlite.SqliteUsageSource;
import kafedra.controller.sqlite.SqliteWaits;
import kafedra.controller.timetable.TimetableDesk;
import kafedra.controller.usage.UsageReports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@link TestDistrict} with staff, a web server and one kiosk that does at once what it is
 * told. The clock stands at 09:00 local time of Monday, 23 November 2026.
 *
 * <p>Staff, all with {@link #PASSWORD}: {@code lib1} and {@code lib2}, {@code sys1}, {@code coo1}
 * at their schools; {@code sysd} and {@code cood} in the district.
 */
final class Office implements AutoCloseable {
  static final String PASSWORD = "correct horse";
  static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  static final JsonMapper JSON = JsonMapper.builder().build();

  final MovableClock clock = new MovableClock(NOW);
  final TestDistrict district;
  final SqliteAuditLog audit;
  final LiveDistrict live;
  final CommandDesk commands;
  final WebServer server;
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private long nextRecord = 1;

  Office(Path folder) {
    district = new TestDistrict(folder, clock);
    var readers = district.readers;
    var writer = district.writer;
    SqliteStaffStore staff = new SqliteStaffStore(readers, writer, district.changes);
    QuickStretching stretching = new QuickStretching();
    hireStaff(staff, stretching);
    audit = new SqliteAuditLog(readers, writer, clock);
    live = new LiveDistrict(district.roster, new SqliteContactStore(readers, writer), clock);
    SqliteSessions sessions = new SqliteSessions(readers);
    commands =
        new CommandDesk(
            new SqliteCommandStore(readers, writer),
            sessions,
            live,
            district.roster,
            this::obey,
            clock);
    LiveRooms rooms =
        new LiveRooms(district.roster, district.bookings, sessions, live, district.faults, clock);
    SqlitePeople people = new SqlitePeople(readers, writer, district.changes);
    server =
        new WebServer(
            new WebSettings("127.0.0.1", 0),
            new WebServices(
                "test",
                clock,
                new SignInDesk(staff, stretching, clock),
                audit,
                district.roster,
                people,
                new PinDesk(people, stretching),
                new CodeDesk(
                    new SqliteEntryCodes(readers, writer, district.changes),
                    (account, digits) -> "v" + digits,
                    clock),
                new SqliteRosterImports(readers, writer, district.changes),
                new FeedDesk(new SqliteFeedStore(readers, writer), clock),
                new FeedContents(
                    new DeskBookings(district.bookings, new SqliteLessonTeachers(readers, writer)),
                    district.roster,
                    clock),
                district.calendar,
                district.calendar,
                district.plans,
                district.closings,
                district.bookings,
                booking -> false,
                rooms,
                new QueueServices(
                    new SqliteWaits(readers),
                    new NextFree(rooms, district.roster, district.calendar, clock)),
                commands,
                new SeatCare(
                    district.faults, new SqliteSeatService(writer, district.changes), live),
                new Devices(
                    district.roster, live, new SqliteSeatHealthStore(readers), district.faults),
                new Lines(district.roster, new SqliteLineStore(readers), live, clock),
                () -> new IntakeCounts(NOW, 3, 2, 1, 0, Map.of("torn", 4L)),
                new UsageReports(
                    new SqliteUsageSource(readers), district.roster, district.calendar, clock),
                new SqliteMoodReport(readers),
                district.policies,
                district.needs,
                NormFile.ofRussia(),
                new TimetableDesk(
                    district.roster,
                    district.calendar,
                    district.bookings,
                    new SqliteTimetableStore(readers, writer),
                    new SqliteLessonTeachers(readers, writer),
                    new TimetableFiles(),
                    EditDistance::between,
                    clock)));
    server.start();
  }

  private void hireStaff(SqliteStaffStore staff, QuickStretching stretching) {
    List<String> entries = new ArrayList<>();
    entries.add(entry("lib1", "LIBRARIAN", "s1"));
    entries.add(entry("lib2", "LIBRARIAN", "s2"));
    entries.add(entry("sys1", "SYSADMIN", "s1"));
    entries.add(entry("sys2", "SYSADMIN", "s2"));
    entries.add(entry("coo1", "COORDINATOR", "s1"));
    entries.add(entry("coo2", "COORDINATOR", "s2"));
    entries.add(entry("sysd", "SYSADMIN", null));
    entries.add(entry("cood", "COORDINATOR", null));
    String json = TestDistrict.json().replace("\"staff\": []", "\"staff\": " + entries);
    if (!(DistrictFile.parse(json) instanceof DistrictFile.Read read)) {
      throw new IllegalStateException("broken: " + DistrictFile.parse(json));
    }
    new DistrictDesk(new SqliteDistrictStore(district.writer, district.changes), staff, stretching)
        .apply(read.district());
  }

  private static String entry(String login, String role, @Nullable String school) {
    return """
    {"login": "%s", "name": "Имя", "password": "%s", "language": "ru", "grants": [{"role": "%s"%s}]}
    """
        .formatted(login, PASSWORD, role, school == null ? "" : ", \"school\": \"" + school + "\"");
  }

  /** The kiosk does what it is told, at once. */
  private void obey(KioskId kiosk, Command command) {
    commands.replied(kiosk, new CommandReply(command.id(), CommandOutcome.DONE, null));
  }

  // --- what happens in the rooms ----------------------------------------------------------------

  void report(SiteRecord... records) {
    RecordBatch batch =
        new RecordBatch(new StreamId(TestDistrict.K1, "0123abcd"), 1, nextRecord, List.of(records));
    nextRecord += records.length;
    var committed =
        district
            .records
            .commit(
                new Delivery(
                    List.of(new Arrived(TestDistrict.K1, TestDistrict.B1, batch)), List.of()))
            .join();
    if (committed == null) {
      throw new IllegalStateException("nothing was committed");
    }
  }

  /** A person sits down now. */
  void sitDown(String session, String seat, String person, @Nullable String booking) {
    Instant end = clock.instant().plus(Duration.ofMinutes(30));
    report(
        new SiteRecord.SessionStarted(
            clock.stamp(),
            new SessionId(session),
            new WorkstationId(seat),
            new PersonId(person),
            booking == null ? null : new BookingId(booking),
            SignInMethod.CARD,
            end));
    live.seat(
        TestDistrict.K1,
        new SeatState(
            clock.instant(),
            new WorkstationId(seat),
            SeatCondition.IN_USE,
            new SeatState.Occupant(new SessionId(session), new PersonId(person), end)));
  }

  /** The kiosk is there, its line was measured, an agent was checked. */
  void showKiosk() {
    Health health = new Health(100, 200, 1000, 5000, 8000, 10, 20, null);
    live.heard(TestDistrict.K1);
    live.presence(TestDistrict.K1, Reach.ONLINE);
    live.state(TestDistrict.K1, new KioskState(clock.stamp(), "1", 2, 3, health, null));
    report(
        new SiteRecord.WorkstationChecked(clock.stamp(), new WorkstationId("w1"), health),
        new SiteRecord.LineMeasured(
            clock.stamp(),
            Duration.ofMinutes(5),
            LineMethod.ACTIVE,
            900,
            300,
            1200,
            Duration.ofMillis(40)));
  }

  // --- calls ------------------------------------------------------------------------------------

  /** An answer; the body is missing where there was none or it was no JSON. */
  record Answer(int status, String type, String text, HttpResponse<String> response) {
    JsonNode json() {
      return JSON.readTree(text);
    }

    String code() {
      return json().path("code").asString("");
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** The cookie of a member of staff, who signs in the first time. */
  String cookie(String login) {
    return cookies.computeIfAbsent(login, this::signIn);
  }

  String signIn(String login) {
    Answer answer =
        send(
            HttpRequest.newBuilder(uri("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(json(Map.of("login", login, "password", PASSWORD))));
    if (answer.status() != 200) {
      throw new IllegalStateException(login + " cannot sign in: " + answer);
    }
    String cookie = answer.response().headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  static BodyPublisher json(Object body) {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  /**
   * @param login null to call without a cookie
   */
  Answer get(@Nullable String login, String path) {
    return send(request(login, path).GET());
  }

  Answer call(@Nullable String login, String method, String path, @Nullable Object body) {
    HttpRequest.Builder request = request(login, path);
    if (body == null) {
      return send(request.method(method, BodyPublishers.noBody()));
    }
    return send(request.header("Content-Type", "application/json").method(method, json(body)));
  }

  Answer upload(@Nullable String login, String path, byte[] csv) {
    return send(
        request(login, path)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray(csv)));
  }

  HttpRequest.Builder request(@Nullable String login, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    return login == null ? request : request.header("Cookie", cookie(login));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          response);
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
    district.close();
  }
}
