package kafedra.controller.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.secret.Verifiers;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.access.SignIn;
import kafedra.controller.access.SignInDesk;
import kafedra.controller.access.Stretching;
import kafedra.controller.district.DistrictDesk;
import kafedra.controller.files.DistrictFile;
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
    staff = new SqliteStaffStore(district.readers, district.writer);
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
}
