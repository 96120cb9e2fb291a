package kafedra.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SessionUse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lives of a seat, beside a model that counts milliseconds one session at a time. */
class SeatAgainstModelTest {
  private static final int STEPS = 400;

  private final FakeClock clock = new FakeClock();
  private final FakeMemory memory = new FakeMemory();
  private final FakeDesktop desktop = new FakeDesktop(Desktop.Screen.LOCKED);
  private final List<SeatOrder> sent = new ArrayList<>();
  private Seat seat = new Seat(desktop, desktop, memory, clock);

  private int run = 1;
  private long number;
  private @Nullable String openFor;
  private long left;
  private final Map<String, Long> mostUsed = new TreeMap<>();
  private final Map<String, Long> leastUsed = new TreeMap<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysWithinWhatTheModelAllows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    seat.start();
    for (int step = 0; step < STEPS; step++) {
      String did = act(random);
      compare("seed " + seed + ", step " + step + ": " + did);
    }
  }

  private String act(SplittableRandom random) {
    desktop.idle = Optional.of(Duration.ofSeconds(random.nextLong(0, 200)));
    int choice = random.nextInt(100);
    if (choice < 25) {
      return open(random);
    } else if (choice < 35) {
      return lock(random);
    } else if (choice < 45 && !sent.isEmpty()) {
      return replay(sent.get(random.nextInt(sent.size())));
    } else if (choice < 48) {
      run++;
      number = 0;
      return "the kiosk restarts";
    } else if (choice < 52) {
      return kill(random);
    } else if (choice < 54) {
      return reboot();
    }
    return pass(random);
  }

  private String open(SplittableRandom random) {
    String session = "s-" + random.nextInt(6);
    long remaining = random.nextLong(1, 60_000);
    SeatOrder.Open wish =
        new SeatOrder.Open(new SessionId(session), Duration.ofMillis(remaining), "Аня К.");
    send(wish, List.of());
    openFor = session;
    left = remaining;
    mostUsed.putIfAbsent(session, 0L);
    leastUsed.putIfAbsent(session, 0L);
    return "open " + wish;
  }

  /** A session that is settled while it runs ends with this very order, so its total stays. */
  private String lock(SplittableRandom random) {
    List<SessionId> settled = List.of();
    if (random.nextBoolean()) {
      settled = mostUsed.keySet().stream().map(SessionId::new).toList();
      mostUsed.keySet().removeIf(session -> !session.equals(openFor));
      leastUsed.keySet().removeIf(session -> !session.equals(openFor));
    }
    openFor = null;
    send(null, settled);
    return "lock, settle " + settled;
  }

  private void send(SeatOrder.@Nullable Open wish, List<SessionId> settled) {
    SeatOrder order = new SeatOrder("run-" + run, ++number, wish, settled);
    sent.add(order);
    seat.obey(order);
    seat.tick();
  }

  /**
   * An order that arrives late or twice. It counts only when the agent has forgotten that it had
   * it.
   */
  private String replay(SeatOrder old) {
    boolean known = seat.report().obeyed() > 0;
    if (known) {
      seat.obey(old);
    }
    return "replay " + old + " known " + known;
  }

  private String kill(SplittableRandom random) {
    long dead = random.nextLong(0, 20_000);
    clock.pass(Duration.ofMillis(dead));
    spend(dead);
    restart();
    return "killed for " + dead + " ms";
  }

  private String reboot() {
    if (openFor != null) {
      long unsaved = Seat.SAVE_EVERY.toMillis() + 1_000;
      leastUsed.merge(openFor, -unsaved, Long::sum);
    }
    openFor = null;
    clock.reboot();
    restart();
    return "reboot";
  }

  private void restart() {
    seat = new Seat(desktop, desktop, memory, clock);
    seat.start();
    sent.clear();
  }

  private String pass(SplittableRandom random) {
    long length = random.nextLong(1, 15_000);
    for (long done = 0; done < length; ) {
      long step = Math.min(length - done, random.nextLong(1, 1_000));
      clock.pass(Duration.ofMillis(step));
      spend(step);
      seat.tick();
      done += step;
    }
    return "pass " + length + " ms";
  }

  private void spend(long length) {
    if (openFor != null) {
      long used = Math.min(length, left);
      mostUsed.merge(openFor, used, Long::sum);
      leastUsed.merge(openFor, used, Long::sum);
      left -= used;
      if (left == 0) {
        openFor = null;
      }
    }
  }

  private void compare(String step) {
    SessionId expected = openFor == null ? null : new SessionId(openFor);
    assertThat(seat.report().session()).as(step).isEqualTo(expected);
    assertThat(desktop.screen() == Desktop.Screen.OPEN).as(step).isEqualTo(expected != null);
    for (SessionUse total : seat.report().uses()) {
      String session = total.session().value();
      assertThat(mostUsed).as(step).containsKey(session);
      assertThat(total.signedIn().toMillis())
          .as("%s, %s", step, session)
          .isBetween(leastUsed.get(session), mostUsed.get(session));
      assertThat(total.active()).as(step).isLessThanOrEqualTo(total.signedIn());
    }
    assertThat(seat.report().uses().stream().map(total -> total.session().value()))
        .as(step)
        .containsExactlyInAnyOrderElementsOf(mostUsed.keySet());
  }
}
