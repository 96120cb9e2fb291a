package kafedra.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Desktop;
import kafedra.agent.lock.Seat;
import kafedra.agent.lock.SeatMemory;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.SeatAct;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatActorTest {
  private static final SessionId ANNA = new SessionId("s-anna");
  private static final Duration VALID = Duration.ofMinutes(2);

  private final MovedClock clock = new MovedClock();
  private final List<String> done = new ArrayList<>();
  private final Seat seat = new Seat(new NotedDesktop(), Optional::empty, new NoMemory(), clock);
  private final SeatActor actor =
      new SeatActor(seat, new NotedMachine(), () -> "all is well", clock);

  private static final class MovedClock implements BootClock {
    Duration now = Duration.ofHours(1);

    @Override
    public String bootId() {
      return "boot";
    }

    @Override
    public Duration sinceBoot() {
      return now;
    }
  }

  private final class NotedMachine implements Machine {
    @Override
    public void restart() {
      done.add("restart");
    }

    @Override
    public void powerOff() {
      done.add("power off");
    }
  }

  private static final class NoMemory implements SeatMemory {
    @Override
    public Optional<Remembered> load() {
      return Optional.empty();
    }

    @Override
    public void save(Remembered remembered) {}
  }

  private final class NotedDesktop implements Desktop {
    private Screen screen = Screen.LOCKED;

    @Override
    public void lock() {
      screen = Screen.LOCKED;
    }

    @Override
    public void open(String greeting, Duration remaining, Optional<LessonLink> link) {
      screen = Screen.OPEN;
    }

    @Override
    public void until(Duration remaining) {}

    @Override
    public void cover() {
      done.add("cover");
    }

    @Override
    public void uncover() {
      done.add("uncover");
    }

    @Override
    public void say(String text) {
      done.add("say " + text);
    }

    @Override
    public void warn(Duration remaining) {}

    @Override
    public Screen screen() {
      return screen;
    }
  }

  @BeforeEach
  void start() {
    seat.start();
  }

  private void sitDown() {
    seat.obey(
        new SeatOrder(
            "run", 1, new SeatOrder.Open(ANNA, Duration.ofMinutes(30), "Аня К."), List.of()));
  }

  private SeatReply take(String id, SeatAct act, @Nullable SessionId session) {
    return actor.take(
        new SeatCommand(
            new CommandId(id),
            act,
            act == SeatAct.MESSAGE ? "Звонок" : null,
            session,
            Duration.ZERO,
            VALID));
  }

  private static void assertRefused(SeatReply reply, String reason) {
    assertThat(reply.outcome()).isEqualTo(CommandOutcome.REFUSED);
    assertThat(reply.reason()).isEqualTo(reason);
  }

  @Test
  void doesOnceWhatIsAskedTwiceAndAnswersTwice() {
    SeatReply first = take("c-1", SeatAct.MESSAGE, null);
    assertThat(take("c-1", SeatAct.MESSAGE, null)).isEqualTo(first);
    assertThat(first.outcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(done).containsExactly("say Звонок");
  }

  @Test
  void doesNothingThatCameTooLate() {
    SeatReply reply =
        actor.take(
            new SeatCommand(
                new CommandId("c-1"), SeatAct.RESTART, null, null, VALID, Duration.ZERO));
    clock.now = clock.now.plusSeconds(61);
    actor.tick();
    assertThat(reply.outcome()).isEqualTo(CommandOutcome.EXPIRED);
    assertThat(done).isEmpty();
  }

  @Test
  void doesNothingForASessionThatIsOver() {
    assertRefused(take("c-1", SeatAct.MESSAGE, ANNA), "session-over");
    sitDown();
    assertRefused(take("c-2", SeatAct.COVER, new SessionId("s-boris")), "session-over");
    assertThat(done).isEmpty();
  }

  @Test
  void coversAndUncoversWhileASessionGoesOn() {
    assertRefused(take("c-1", SeatAct.UNCOVER, null), "session-over");
    sitDown();
    assertThat(take("c-2", SeatAct.COVER, ANNA).outcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(take("c-3", SeatAct.UNCOVER, ANNA).outcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(done).containsExactly("cover", "uncover");
    assertThat(seat.report().session()).isEqualTo(ANNA);
  }

  @Test
  void restartsAfterTheAnswerHasLeft() {
    assertThat(take("c-1", SeatAct.RESTART, null).outcome()).isEqualTo(CommandOutcome.DONE);
    actor.tick();
    assertThat(done).isEmpty();
    clock.now = clock.now.plus(SeatActor.BEFORE_IT_GOES);
    actor.tick();
    actor.tick();
    assertThat(done).containsExactly("restart");
  }

  @Test
  void doesNotRestartAgainForACommandFromBeforeTheStart() {
    clock.now = Duration.ofSeconds(20);
    SeatReply reply =
        actor.take(
            new SeatCommand(
                new CommandId("c-1"),
                SeatAct.RESTART,
                null,
                null,
                Duration.ofSeconds(40),
                Duration.ofSeconds(80)));
    clock.now = clock.now.plusSeconds(61);
    actor.tick();
    assertThat(reply.outcome()).isEqualTo(CommandOutcome.DONE);
    assertThat(done).isEmpty();
  }

  @Test
  void doesNotSwitchOffUnderSomebodysHands() {
    sitDown();
    assertRefused(take("c-1", SeatAct.SHUT_DOWN, null), "seat-taken");
  }

  @Test
  void tellsHowItIs() {
    assertThat(take("c-1", SeatAct.DIAGNOSE, null).details()).isEqualTo("all is well");
  }

  @Test
  void wakesNothing() {
    assertRefused(take("c-1", SeatAct.WAKE, null), "malformed");
  }
}
