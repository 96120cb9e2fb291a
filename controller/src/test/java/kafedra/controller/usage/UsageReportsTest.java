package kafedra.controller.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Purpose;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.School;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hours against what a person computes by hand. */
class UsageReportsTest {
  private static final SchoolId SCHOOL = new SchoolId("s1");
  private static final LabId LAB = new LabId("l1");
  private static final ZoneId URALS = ZoneId.of("Asia/Yekaterinburg");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final FakeSource source = new FakeSource();
  private ZoneId zone = URALS;
  private Instant now = Instant.parse("2026-12-31T00:00:00Z");

  @Test
  void sharesASessionBetweenTheTwoSidesOfLocalMidnight() {
    // 23:30 to 00:45 local: 30 minutes on Monday, 45 on Tuesday
    source.session("p1", "2026-11-23T18:30:00Z", 75, 25, null);

    UsageReport report = report(Cut.DAY, MONDAY, MONDAY.plusDays(2));

    assertThat(of(report, "2026-11-23").signedIn()).isEqualTo(Duration.ofMinutes(30));
    assertThat(of(report, "2026-11-23").active()).isEqualTo(Duration.ofMinutes(10));
    assertThat(of(report, "2026-11-24").signedIn()).isEqualTo(Duration.ofMinutes(45));
    assertThat(of(report, "2026-11-24").active()).isEqualTo(Duration.ofMinutes(15));
    assertThat(of(report, "2026-11-23").sessions()).isEqualTo(1);
    assertThat(of(report, "2026-11-24").sessions()).isZero();
    assertThat(of(report, "2026-11-24").people()).isEqualTo(1);
  }

  @Test
  void countsOnlyThePartOfASessionThatIsAskedFor() {
    source.session("p1", "2026-11-22T18:30:00Z", 60, 60, null);

    assertThat(total(report(Cut.DAY, MONDAY, MONDAY.plusDays(1))).signedIn())
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(total(report(Cut.DAY, MONDAY, MONDAY.plusDays(1))).sessions()).isZero();
  }

  @Test
  void losesAndDoublesNothingOverAClockChange() {
    zone = BERLIN;
    // 25 October 2026, 03:00 becomes 02:00: 22:30Z to 02:30Z is 00:30 to 03:30 local, 4 real hours
    source.session("p1", "2026-10-24T21:30:00Z", 300, 300, null);

    UsageReport report = report(Cut.DAY, LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 27));

    assertThat(of(report, "2026-10-24").signedIn()).isEqualTo(Duration.ofMinutes(30));
    assertThat(of(report, "2026-10-25").signedIn()).isEqualTo(Duration.ofMinutes(270));
    assertThat(total(report).signedIn()).isEqualTo(Duration.ofHours(5));
  }

  @Test
  void aDayOfAClockChangeIsAsLongAsItReallyIs() {
    zone = BERLIN;
    source.booking("g1", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 2, null);

    UsageReport report = report(Cut.DAY, LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 26));

    assertThat(total(report).booked()).isEqualTo(Duration.ofHours(50));
  }

  @Test
  void countsSeatHoursAndNoShowsOfBookings() {
    source.booking("g1", "2026-11-23T04:00:00Z", "2026-11-23T05:00:00Z", 10, null);
    source.booking("g1", "2026-11-23T06:00:00Z", "2026-11-23T07:00:00Z", 1, "2026-11-23T06:15:00Z");
    source.booking("g1", "2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z", 1, "2026-11-23T08:15:01Z");

    Figures figures = total(report(Cut.DAY, MONDAY, MONDAY.plusDays(1)));

    assertThat(figures.booked()).isEqualTo(Duration.ofHours(12));
    assertThat(figures.due()).isEqualTo(3);
    assertThat(figures.noShows()).isEqualTo(2);
  }

  @Test
  void judgesNoBookingBeforeItsGraceTimeIsOver() {
    source.booking("g1", "2026-11-23T04:00:00Z", "2026-11-23T05:00:00Z", 1, null);

    now = Instant.parse("2026-11-23T04:14:59Z");
    assertThat(total(report(Cut.DAY, MONDAY, MONDAY.plusDays(1))).due()).isZero();
    now = Instant.parse("2026-11-23T04:15:00Z");
    assertThat(total(report(Cut.DAY, MONDAY, MONDAY.plusDays(1))).noShows()).isEqualTo(1);
  }

  @Test
  void dividesOccupiedByAvailableHours() {
    // open 8 to 20 with two seats; one is out of service from 10 to 13 local: 24 − 3 = 21 hours
    source.gap("w2", "2026-11-23T05:00:00Z", "2026-11-23T08:00:00Z");
    source.session("p1", "2026-11-23T04:00:00Z", 126, 60, null);

    Figures figures = of(report(Cut.LAB, MONDAY, MONDAY.plusDays(1)), "l1");

    assertThat(figures.available()).isEqualTo(Duration.ofHours(21));
    assertThat(figures.occupancy()).isEqualTo(0.1);
  }

  @Test
  void offersNothingThatIsYetToCome() {
    now = Instant.parse("2026-11-23T05:00:00Z");

    Figures figures = total(report(Cut.DAY, MONDAY, MONDAY.plusDays(7)));

    assertThat(figures.available()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void dividesByGroupAndPurpose() {
    source.session("p1", "2026-11-23T04:00:00Z", 60, 30, "g1");
    source.session("p2", "2026-11-23T04:00:00Z", 30, 30, null);

    UsageReport groups = report(Cut.GROUP, MONDAY, MONDAY.plusDays(1));
    UsageReport purposes = report(Cut.PURPOSE, MONDAY, MONDAY.plusDays(1));

    assertThat(of(groups, "g1").signedIn()).isEqualTo(Duration.ofHours(1));
    assertThat(of(groups, UsageReport.NONE).signedIn()).isEqualTo(Duration.ofMinutes(30));
    assertThat(of(purposes, "LESSON").signedIn()).isEqualTo(Duration.ofHours(1));
    assertThat(of(purposes, UsageReport.WALK_IN).sessions()).isEqualTo(1);
  }

  @Test
  void countsAPersonOnce() {
    source.session("p1", "2026-11-23T04:00:00Z", 10, 5, null);
    source.session("p1", "2026-11-23T05:00:00Z", 10, 5, null);
    source.session("p2", "2026-11-24T05:00:00Z", 10, 5, null);

    UsageReport report = report(Cut.DAY, MONDAY, MONDAY.plusDays(2));

    assertThat(of(report, "2026-11-23").people()).isEqualTo(1);
    assertThat(total(report).people()).isEqualTo(2);
    assertThat(total(report).sessions()).isEqualTo(3);
  }

  @Test
  void addsUpManySchoolsInTheirOrderAndCountsAPersonOfAllOfThemOnce() {
    source.session("p1", "2026-11-23T04:00:00Z", 10, 5, null);
    List<SchoolId> schools = IntStream.range(0, 40).mapToObj(i -> new SchoolId("s" + i)).toList();

    UsageReport report =
        new UsageReports(source, new PremisesRoster(premises()), this::calendar, () -> now)
            .report(new UsageQuestion(MONDAY, MONDAY.plusDays(1), Cut.SCHOOL, schools));

    assertThat(report.rows().stream().map(UsageReport.Row::key).toList())
        .isEqualTo(schools.stream().map(SchoolId::value).toList());
    assertThat(report.rows()).allMatch(row -> figures(row).sessions() == 1);
    assertThat(total(report).sessions()).isEqualTo(40);
    assertThat(total(report).signedIn()).isEqualTo(Duration.ofMinutes(400));
    assertThat(total(report).active()).isEqualTo(Duration.ofMinutes(200));
    assertThat(total(report).people()).isEqualTo(1);
  }

  @Test
  void putsARefusalOnItsLocalDay() {
    source.refusals.add(Instant.parse("2026-11-23T19:30:00Z"));

    UsageReport report = report(Cut.DAY, MONDAY, MONDAY.plusDays(2));

    assertThat(of(report, "2026-11-23").refusals()).isZero();
    assertThat(of(report, "2026-11-24").refusals()).isEqualTo(1);
  }

  private UsageReport report(Cut by, LocalDate from, LocalDate to) {
    return new UsageReports(source, new PremisesRoster(premises()), this::calendar, () -> now)
        .report(new UsageQuestion(from, to, by, List.of(SCHOOL)));
  }

  private static Figures total(UsageReport report) {
    return figures(report.total());
  }

  private static Figures of(UsageReport report, String key) {
    return report.rows().stream()
        .filter(row -> row.key().equals(key))
        .map(UsageReportsTest::figures)
        .findFirst()
        .orElseThrow();
  }

  private static Figures figures(UsageReport.Row row) {
    Figures figures = row.figures();
    assertThat(figures).isNotNull();
    return figures;
  }

  private Optional<SchoolCalendar> calendar(SchoolId school) {
    Rules rules =
        new Rules(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(90),
            Duration.ofMinutes(15),
            LocalTime.of(8, 0),
            LocalTime.of(20, 0));
    return Optional.of(new SchoolCalendar(school, zone, rules, List.of()));
  }

  private Premises premises() {
    BuildingId building = new BuildingId("b1");
    return new Premises(
        List.of(new School(SCHOOL, "Школа", zone)),
        List.of(new Building(building, SCHOOL, "Корпус", "", new KioskId("k1"), 1000)),
        List.of(new Lab(LAB, building, SCHOOL, "Зал")),
        List.of(seat("w1"), seat("w2")),
        List.of());
  }

  private static Workstation seat(String id) {
    return new Workstation(new WorkstationId(id), LAB, id, 0, 0, List.of(), Service.IN_SERVICE);
  }

  private static final class FakeSource implements UsageSource {
    final List<SessionFact> sessions = new ArrayList<>();
    final List<BookingFact> bookings = new ArrayList<>();
    final List<Instant> refusals = new ArrayList<>();
    final List<OutOfService> gaps = new ArrayList<>();

    void session(String person, String start, int minutes, int active, @Nullable String group) {
      sessions.add(
          new SessionFact(
              LAB,
              new PersonId(person),
              group == null ? null : new GroupId(group),
              group == null ? null : Purpose.LESSON,
              Instant.parse(start),
              Duration.ofMinutes(minutes),
              Duration.ofMinutes(active)));
    }

    void booking(String group, String start, String end, int seats, @Nullable String checkedIn) {
      bookings.add(
          new BookingFact(
              LAB,
              null,
              new GroupId(group),
              Purpose.LESSON,
              new TimeSlot(Instant.parse(start), Instant.parse(end)),
              seats,
              checkedIn == null ? null : Instant.parse(checkedIn)));
    }

    void gap(String seat, String from, String to) {
      gaps.add(
          new OutOfService(
              new WorkstationId(seat), new TimeSlot(Instant.parse(from), Instant.parse(to))));
    }

    @Override
    public void sessions(SchoolId school, TimeSlot span, Cut by, Consumer<SessionFact> fact) {
      sessions.forEach(fact);
    }

    @Override
    public void bookings(SchoolId school, TimeSlot span, Cut by, Consumer<BookingFact> fact) {
      bookings.forEach(fact);
    }

    @Override
    public List<Instant> refusals(SchoolId school, TimeSlot span) {
      return refusals.stream().filter(span::contains).toList();
    }

    @Override
    public List<OutOfService> outOfService(LabId lab, TimeSlot span) {
      return gaps;
    }
  }
}
