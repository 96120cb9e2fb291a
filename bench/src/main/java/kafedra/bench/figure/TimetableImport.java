package kafedra.bench.figure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kafedra.bench.load.BookingWishes;
import kafedra.bench.load.Office;
import kafedra.bench.load.TrialController;
import kafedra.bench.load.TrialDistrict;
import kafedra.bench.load.TrialServer;
import kafedra.bench.load.TrialStore;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;
import kafedra.contract.time.TimeSlot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long others wait for their bookings while a school's year of lessons is taken in. */
public final class TimetableImport implements Measurement {
  private static final TrialDistrict DISTRICT = new TrialDistrict(2, 20);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PEOPLE = 300;
  private static final int WEEKS = 35;
  private static final List<String> DAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб");

  /** One room stands for three: as many lessons a day as all of them would have. */
  private static final int LESSONS = 24;

  private static final Duration LESSON = Duration.ofMinutes(40);
  private static final Duration EVERY = Duration.ofMinutes(55);
  private static final int CLIENTS = 2;

  private final TrialStore.Kind store;
  private final InstantSource clock;

  public TimetableImport(TrialStore.Kind store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "timetable-" + store.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String about() {
    return "A timetable of %d lessons a week for %d weeks, 15 seats each, through REST; meanwhile %d clients book single seats in another school."
        .formatted(DAYS.size() * LESSONS, WEEKS, CLIENTS);
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialServer _ = TrialStore.serve(store, scratch);
        TrialController controller =
            TrialController.start(
                DISTRICT, scratch, Optional.empty(), TrialStore.settings(store, scratch));
        Office librarian = new Office(controller.web())) {
      librarian.send(
          "POST",
          "/api/v1/roster-imports?school=school-0&mode=apply",
          "text/csv",
          TrialDistrict.roster(PEOPLE));
      return new Trial(controller, librarian).run();
    }
  }

  private final class Trial {
    private final TrialController controller;
    private final Office librarian;
    private final String path;

    Trial(TrialController controller, Office librarian) {
      this.controller = controller;
      this.librarian = librarian;
      LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
      path =
          "/api/v1/timetable-imports?school=school-0&override=trial&first=%s&last=%s"
              .formatted(first, first.plusDays(7 * WEEKS - 1));
    }

    private JsonNode send(String more, String file) throws Exception {
      return JSON.readTree(librarian.send("POST", path + more, "text/csv", file));
    }

    List<Figure> run() throws Exception {
      List<Figure> figures = new ArrayList<>();
      figures.addAll(taken("new", file(0)));
      figures.addAll(taken("moved", file(5)));
      return figures;
    }

    private List<Figure> taken(String what, String file) throws Exception {
      long began = System.nanoTime();
      String token = send("&mode=preview", file).path("token").asString();
      double preview = (System.nanoTime() - began) / 1e9;
      CompletableFuture<Void> done = new CompletableFuture<>();
      List<Future<List<Duration>>> others = new ArrayList<>();
      CountDownLatch ready = new CountDownLatch(CLIENTS);
      try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
        for (int client = 0; client < CLIENTS; client++) {
          String prefix = what + "-" + client + "-";
          others.add(clients.submit(() -> book(prefix, ready, done)));
        }
        ready.await();
        began = System.nanoTime();
        JsonNode report = send("&mode=apply&token=" + token, file);
        double apply = (System.nanoTime() - began) / 1e9;
        done.complete(null);
        List<Duration> waits = new ArrayList<>();
        for (Future<List<Duration>> each : others) {
          waits.addAll(each.get());
        }
        return figures(name() + "-" + what, preview, apply, report, new Percentiles(waits));
      }
    }

    private List<Figure> figures(
        String name, double preview, double apply, JsonNode report, Percentiles waits) {
      int booked = 0;
      for (JsonNode lesson : report.path("lessons")) {
        booked +=
            lesson.path("dates").path("added").asInt() + lesson.path("dates").path("moved").asInt();
      }
      return List.of(
          new Figure(name + "-bookings", booked, "bookings"),
          new Figure(name + "-preview", preview, "s"),
          new Figure(name + "-apply", apply, "s"),
          new Figure(name + "-others-p50", waits.at(50), "ms"),
          new Figure(name + "-others-longest", waits.at(100), "ms", "aim 1000"));
    }

    private List<Duration> book(String prefix, CountDownLatch ready, CompletableFuture<Void> done)
        throws Exception {
      List<Duration> waits = new ArrayList<>();
      BookingWishes slots = new BookingWishes(clock.instant());
      try (Office other = new Office(controller.web())) {
        for (int number = 0; !done.isDone(); number++) {
          TimeSlot slot = slots.slot(number / 10 % 200);
          String body =
              "{\"lab\":\"%s\",\"count\":1,\"start\":\"%s\",\"end\":\"%s\",\"purpose\":\"EVENT\"}"
                  .formatted(DISTRICT.lab(1), slot.start(), slot.end());
          long asked = System.nanoTime();
          int _ =
              other.status("PUT", "/api/v1/bookings/" + prefix + number, "application/json", body);
          ready.countDown();
          waits.add(Duration.ofNanos(System.nanoTime() - asked));
        }
      }
      return waits;
    }
  }

  private static String file(int minutesLater) {
    List<String> rows = new ArrayList<>();
    rows.add("id,предмет,класс,кабинет,день,время");
    for (int day = 0; day < DAYS.size(); day++) {
      for (int lesson = 0; lesson < LESSONS; lesson++) {
        LocalTime start =
            LocalTime.of(0, 30).plus(EVERY.multipliedBy(lesson)).plusMinutes(minutesLater);
        rows.add(
            "L%d-%d,Информатика,Группа %d,Lab 0,%s,%s-%s"
                .formatted(
                    day, lesson, (lesson + day) % 20, DAYS.get(day), start, start.plus(LESSON)));
      }
    }
    return String.join("\n", rows) + "\n";
  }
}
