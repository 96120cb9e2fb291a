package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsIT {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Office.Answer attempt(String login, String password) {
    return office.call(
        null, "POST", "/api/v1/session", Map.of("login", login, "password", password));
  }

  @Test
  void givesACookieThatScriptsAndOtherSitesCannotUse() {
    String cookie =
        attempt("lib1", Office.PASSWORD)
            .response()
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();

    assertThat(cookie)
        .matches("kafedra=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict; Max-Age=28800");
  }

  @Test
  void keepsNoTokenThatCouldBeStolen() {
    String token = office.cookie("lib1").substring("kafedra=".length());

    assertThat(office.district.number("SELECT count(*) FROM staff_session")).isEqualTo(1);
    assertThat(
            office.district.number(
                "SELECT count(*) FROM staff_session WHERE token_hash = '" + token + "'"))
        .isZero();
  }

  @Test
  void forgetsATokenAtSignOut() {
    assertThat(office.get("lib1", "/api/v1/session").status()).isEqualTo(200);
    assertThat(office.call("lib1", "DELETE", "/api/v1/session", null).status()).isEqualTo(204);

    assertThat(office.get("lib1", "/api/v1/session").code()).isEqualTo("not-signed-in");
  }

  @Test
  void endsASignInAfterEightHoursWithoutWork() {
    office.cookie("lib1");
    office.clock.pass(Duration.ofHours(7));
    assertThat(office.get("lib1", "/api/v1/session").status()).isEqualTo(200);
    office.clock.pass(Duration.ofHours(7));
    assertThat(office.get("lib1", "/api/v1/session").status()).isEqualTo(200);
    office.clock.pass(Duration.ofHours(8).plusMinutes(1));

    assertThat(office.get("lib1", "/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void makesALoginWaitAfterFiveFailures() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("lib1", "wrong").code()).isEqualTo("wrong-password");
    }
    Office.Answer sixth = attempt("LIB1", Office.PASSWORD);

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.code()).isEqualTo("too-many-attempts");
    assertThat(sixth.response().headers().firstValue("Retry-After")).hasValue("901");
    assertThat(attempt("lib2", Office.PASSWORD).status()).isEqualTo(200);
    office.clock.pass(Duration.ofMinutes(15));
    assertThat(attempt("lib1", Office.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void makesAnAddressWaitAfterThirtyFailures() {
    for (int i = 0; i < 30; i++) {
      assertThat(attempt("nobody" + i, "wrong").code()).isEqualTo("wrong-password");
    }

    assertThat(attempt("lib2", Office.PASSWORD).code()).isEqualTo("too-many-attempts");
  }

  @Test
  void doesNotTellWhetherALoginExists() {
    assertThat(attempt("lib1", "wrong").text()).isEqualTo(attempt("nobody", "wrong").text());
  }

  @Test
  void notesWhatStaffDidInAChainThatShowsMending() {
    office.call("lib1", "PUT", "/api/v1/people/p1/credentials", Map.of("number", "54321"));
    office.call("lib1", "POST", "/api/v1/groups/g1/pins", null);

    assertThat(office.district.number("SELECT count(*) FROM audit WHERE actor = 'lib1'"))
        .isEqualTo(3);
    assertThat(office.audit.firstBroken()).isEmpty();
  }

  @Test
  void refusesAStreamTooManyOfOneLogin() throws Exception {
    var streams = new ArrayList<InputStream>();
    try {
      for (int i = 0; i < EventStreams.MOST_OF_ONE; i++) {
        var response =
            office.http.send(
                office.request("lib1", "/api/v1/labs/l1/live/events").build(),
                BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        streams.add(response.body());
      }

      Office.Answer one = office.get("lib1", "/api/v1/labs/l1/live/events");

      assertThat(one.code()).isEqualTo("too-many-streams");
      assertThat(office.get("lib1", "/api/v1/schools").status()).isEqualTo(200);
    } finally {
      for (var stream : streams) {
        stream.close();
      }
    }
  }
}
