package kafedra.controller.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.secret.Verifiers;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.access.SignIn;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.access.Stretching;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.DaySpan;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.calendar.WeekHours;
import kafedra.controller.district.DistrictDesk;
import kafedra.controller.files.DistrictFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDistrictStoreIT {
  private static final Stretching STRETCHING =
      new Stretching() {
        @Override
        public String newSalt() {
          return Verifiers.newSalt();
        }

        @Override
        public String stretch(String secret, String salt) {
          return Verifiers.stretch(secret, salt);
        }
      };

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T04:00:00Z"));
  private TestDistrict district;
  private SqliteStaffStore staff;
  private SignInDesk desk;

  @BeforeEach
  void open() {
    district = new TestDistrict(folder, clock);
    staff = new SqliteStaffStore(district.readers, district.writer, district.changes);
    desk = new SignInDesk(staff, STRETCHING, clock);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void apply(String json) {
    assertThat(DistrictFile.parse(json)).isInstanceOf(DistrictFile.Read.class);
    if (DistrictFile.parse(json) instanceof DistrictFile.Read read) {
      new DistrictDesk(
              new SqliteDistrictStore(district.writer, district.changes), staff, STRETCHING)
          .apply(read.district());
    }
  }

  private static String withStaff(String password) {
    return TestDistrict.json()
        .replace(
            "\"staff\": []",
            """
            "staff": [{"login": "lib1", "name": "Имя", "password": "%s", "grants":
              [{"role": "LIBRARIAN", "school": "s1"}]}]
            """
                .formatted(password));
  }

  private String signIn(String password) {
    return desk.signIn("lib1", password, "here") instanceof SignIn.Accepted accepted
        ? accepted.token()
        : "refused";
  }

  @Test
  void theSameDistrictAgainKeepsSignIns() {
    apply(withStaff("correct horse"));
    String token = signIn("correct horse");

    apply(withStaff("correct horse"));

    assertThat(desk.whoHolds(token)).isPresent();
  }

  @Test
  void aNewPasswordEndsSignIns() {
    apply(withStaff("correct horse"));
    String token = signIn("correct horse");

    apply(withStaff("battery staple"));

    assertThat(desk.whoHolds(token)).isEmpty();
    assertThat(signIn("correct horse")).isEqualTo("refused");
    assertThat(signIn("battery staple")).isNotEqualTo("refused");
  }

  @Test
  void whoIsGoneCanNoLongerSignIn() {
    apply(withStaff("correct horse"));
    String token = signIn("correct horse");

    apply(TestDistrict.json());

    assertThat(desk.whoHolds(token)).isEmpty();
    assertThat(signIn("correct horse")).isEqualTo("refused");
  }

  @Test
  void hidesASeatThatIsGoneAndShowsItWhenItReturns() {
    WorkstationId seat = new WorkstationId("w10");
    String without = TestDistrict.json().replaceFirst(",\\s*\\{\"id\": \"w10\"[^}]*}", "");
    assertThat(without).doesNotContain("\"w10\"");

    apply(without);
    assertThat(district.roster.premises().workstation(seat)).isEmpty();
    assertThat(district.number("SELECT count(*) FROM workstation WHERE id = 'w10'")).isEqualTo(1);

    apply(TestDistrict.json());
    assertThat(district.roster.premises().workstation(seat)).isPresent();
  }

  private static String withCalendar(String year) {
    return TestDistrict.json()
        .replaceFirst("\"rules\":", "\"calendar\": {\"year\": " + year + "}, \"rules\":")
        .replace(
            "\"staff\":",
            """
            "agreements": [{"number": "12-с", "base": "s1", "network": "s2",
                            "first": "2026-09-01", "last": "2027-05-31"}], "staff":\
            """);
  }

  private @Nullable DaySpan year() {
    return district.calendar.of(new SchoolId("s1")).orElseThrow().plan().year();
  }

  private static DaySpan days(String first, String last) {
    return new DaySpan(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void aFileThatIsAppliedAgainLeavesTheCalendarThatStaffChanged() {
    String file = withCalendar("{\"first\": \"2026-09-01\", \"last\": \"2027-05-31\"}");
    apply(file);
    assertThat(year()).isEqualTo(days("2026-09-01", "2027-05-31"));

    SchoolPlan without =
        new SchoolPlan(
            days("2026-09-01", "2027-06-10"),
            List.of(),
            List.of(),
            new WeekHours(Map.of()),
            Map.of(),
            List.of(),
            Map.of(),
            List.of());
    new SqliteCalendarStore(district.writer, district.changes)
        .replace(new SchoolId("s1"), 1, without);
    apply(file);
    assertThat(year()).isEqualTo(days("2026-09-01", "2027-06-10"));

    apply(withCalendar("{\"first\": \"2027-09-01\", \"last\": \"2028-05-31\"}"));
    assertThat(year()).isEqualTo(days("2027-09-01", "2028-05-31"));
  }

  @Test
  void aFileThatDoesNotSpeakOfCalendarsAndAgreementsLeavesThem() {
    apply(withCalendar("{\"first\": \"2026-09-01\", \"last\": \"2027-05-31\"}"));
    apply(TestDistrict.json());

    assertThat(year()).isEqualTo(days("2026-09-01", "2027-05-31"));
    assertThat(district.calendar.all()).extracting(Agreement::number).containsExactly("12-с");
  }
}
