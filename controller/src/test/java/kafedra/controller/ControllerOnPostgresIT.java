package kafedra.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.PostgresOfTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole controller whose bookings are in PostgreSQL, and a kiosk. */
class ControllerOnPostgresIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");
  private final Stamp now =
      new Stamp(InstantSource.system().instant(), Duration.ofMinutes(1), ClockTrust.TRUSTED);

  private TimeSlot tomorrowAt(int hour) {
    ZonedDateTime start = now.wall().atZone(ZONE).plusDays(1).truncatedTo(ChronoUnit.DAYS);
    return TimeSlot.of(start.plusHours(hour).toInstant(), Duration.ofMinutes(45));
  }

  private static List<String> arguments(Path folder) throws Exception {
    PostgresAddress address = PostgresOfTests.database(folder);
    Path secret = folder.resolve("schedule.secret");
    Files.writeString(secret, address.secret().value());
    List<String> arguments = new ArrayList<>(RunningController.arguments(folder, 0));
    arguments.add("--schedule=" + address.url());
    arguments.add("--schedule-user=" + address.user());
    arguments.add("--schedule-secret-file=" + secret);
    return arguments;
  }

  private static String usage(RunningController controller, LocalDate day) throws Exception {
    return controller.get("/usage?from=" + day + "&to=" + day.plusDays(1) + "&by=purpose").body();
  }

  @Test
  void booksAnswersKiosksReportsAndRemembers(@TempDir Path folder) throws Exception {
    RunningController.prepare(folder);
    TimeSlot lesson = tomorrowAt(9);
    LocalDate today = LocalDate.ofInstant(now.wall(), ZONE);
    try (RunningController controller = RunningController.start(arguments(folder));
        FakeKiosk kiosk = new FakeKiosk(controller.program.broker(), "k1", folder)) {
      controller.signIn();
      var made =
          controller.send(
              "PUT",
              "/bookings/b-1",
              """
              {"lab": "l1", "person": "p1", "count": 1, "start": "%s", "end": "%s", "purpose": "LESSON"}
              """
                  .formatted(lesson.start(), lesson.end()));
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      kiosk.record(
          new SiteRecord.BookingRequested(
              now, new BookingId("r-1"), new PersonId("p30"), null, tomorrowAt(14)));
      kiosk.record(
          new SiteRecord.SessionStarted(
              now,
              new SessionId("s-1"),
              new WorkstationId("w7"),
              new PersonId("p1"),
              new BookingId("b-1"),
              SignInMethod.CARD,
              now.wall().plusSeconds(600)));
      await()
          .atMost(20, TimeUnit.SECONDS)
          .untilAsserted(() ->
              assertThat(kiosk.replica.get("booking/r-1"))
                  .isInstanceOfSatisfying(
                      ReplicaItem.Booking.class,
                      it ->
                          assertThat(it.status()).isEqualTo(ReplicaItem.BookingStatus.CONFIRMED)));
      await().atMost(20, TimeUnit.SECONDS).until(() -> kiosk.unsent() == 0);
      assertThat(usage(controller, today.plusDays(1)))
          .contains("\"LESSON\"")
          .contains("\"bookedHours\":0.75");
      assertThat(usage(controller, today)).contains("\"LESSON\"");
    }
    try (RunningController controller = RunningController.start(arguments(folder))) {
      controller.signIn();
      assertThat(controller.get("/bookings/b-1").body()).contains("\"id\":\"b-1\"");
      assertThat(controller.get("/bookings/b-1/history").body()).contains("BOOKED");
    }
    try (TestDistrict district = new TestDistrict(folder, InstantSource.system())) {
      assertThat(district.number("SELECT count(*) FROM booking")).as("in SQLite").isZero();
    }
  }
}
