package kafedra.bench.figure;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kafedra.bench.load.DoublesAudit;
import kafedra.bench.load.Office;
import kafedra.bench.load.TrialController;
import kafedra.bench.load.TrialDistrict;
import kafedra.bench.load.TrialStore;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;

/** Two clients want the same seat at the same time, over HTTP, again and again. */
public final class RaceForOneSlot implements Measurement {
  private static final int ROUNDS = 200;
  private static final int RACERS = 2;
  private static final TrialDistrict DISTRICT = new TrialDistrict(1, 20);

  private final InstantSource clock;

  public RaceForOneSlot(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "race";
  }

  @Override
  public String about() {
    return "Two clients ask a controller process for one seat and one slot at the same moment, "
        + ROUNDS
        + " times over HTTP.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (TrialController controller = TrialController.start(DISTRICT, scratch, Optional.empty());
        Office one = new Office(controller.web());
        Office other = new Office(controller.web());
        ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
      CyclicBarrier start = new CyclicBarrier(RACERS);
      List<Future<List<Integer>>> racers = new ArrayList<>();
      racers.add(threads.submit(() -> race(one, "one", start)));
      racers.add(threads.submit(() -> race(other, "other", start)));
      List<Integer> first = racers.getFirst().get();
      List<Integer> second = racers.getLast().get();
      try (Connection database =
          TrialStore.connect(TrialStore.Kind.SQLITE, scratch.resolve("controller"))) {
        return figures(first, second, DoublesAudit.count(TrialStore.Kind.SQLITE, database));
      }
    }
  }

  private List<Integer> race(Office office, String racer, CyclicBarrier start) throws Exception {
    Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    List<Integer> answers = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Instant begins =
          day.plus(Duration.ofHours(round / 20 * 24L)).plusSeconds(1800L * (round % 20));
      String body =
          """
          {"lab": "%s", "workstations": ["%s"], "start": "%s", "end": "%s", "purpose": "OTHER"}
          """
              .formatted(
                  DISTRICT.lab(0),
                  DISTRICT.seat(0, 3),
                  begins,
                  begins.plus(Duration.ofMinutes(30)));
      start.await();
      answers.add(
          office.status(
              "PUT", "/api/v1/bookings/" + racer + "-" + round, "application/json", body));
    }
    return answers;
  }

  private static List<Figure> figures(
      List<Integer> first, List<Integer> second, DoublesAudit.Found found) {
    int doubled = 0;
    int nobody = 0;
    int odd = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int won = (first.get(round) == 201 ? 1 : 0) + (second.get(round) == 201 ? 1 : 0);
      int refused = (first.get(round) == 409 ? 1 : 0) + (second.get(round) == 409 ? 1 : 0);
      doubled += won == RACERS ? 1 : 0;
      nobody += won == 0 ? 1 : 0;
      odd += won + refused == RACERS ? 0 : 1;
    }
    return List.of(
        new Figure("race-doubled", doubled, "of " + ROUNDS, "aim 0"),
        new Figure("race-nobody", nobody, "of " + ROUNDS, "aim 0"),
        new Figure("race-other-answers", odd, "of " + ROUNDS, "neither 201 nor 409; aim 0"),
        new Figure("race-booked", found.live(), "bookings in the database"),
        new Figure("race-overlaps", found.seats(), "pairs in the database", "aim 0"));
  }
}
