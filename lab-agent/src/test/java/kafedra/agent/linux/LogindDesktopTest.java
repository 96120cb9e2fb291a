package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Desktop;
import org.junit.jupiter.api.Test;

class LogindDesktopTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeLogind logind = new FakeLogind();
  private final Map<String, FakeLocker> lockers = new HashMap<>();
  private final MovedClock clock = new MovedClock();
  private LogindDesktop desktop = desktop(LogindDesktop.SignOut.KEEP);

  private static final class MovedClock implements BootClock {
    Duration now = HOUR;

    @Override
    public String bootId() {
      return "boot";
    }

    @Override
    public Duration sinceBoot() {
      return now;
    }
  }

  private LogindDesktop desktop(LogindDesktop.SignOut signOut) {
    return new LogindDesktop(
        logind,
        session -> lockers.computeIfAbsent(session.id(), _ -> new FakeLocker()),
        new LogindDesktop.Custom("07", signOut, Set.of("caretaker")),
        clock);
  }

  private Desktop.Screen later() {
    clock.now = clock.now.plus(LogindDesktop.LOOK_EVERY);
    return desktop.screen();
  }

  private FakeLocker locker(String session) {
    return Objects.requireNonNull(lockers.get(session));
  }

  @Test
  void isAbsentWhileNobodyIsLoggedIn() {
    desktop.lock();
    desktop.open("Аня К.", HOUR, Optional.empty());
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.ABSENT);
    assertThat(desktop.idle()).isEmpty();
  }

  @Test
  void isAbsentWhileTheLockerDoesNotAnswer() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    locker("3").state = Optional.empty();
    assertThat(later()).isEqualTo(Desktop.Screen.ABSENT);
  }

  @Test
  void opensTheSessionThatHasTheScreenAndLocksItAgain() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    desktop.open("Аня К.", HOUR, Optional.empty());
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);
    assertThat(locker("3").done).containsExactly("open PT1H", "say Аня К.");
    desktop.lock();
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void coversWhoeverLogsInBesideTheOpenSession() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    desktop.open("Аня К.", HOUR, Optional.empty());
    logind.change("3", it -> FakeLogind.with(it, "x11", LogindSession.Activity.IN_BACKGROUND));
    logind.sessions.add(FakeLogind.x11("4", "another"));
    assertThat(later()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(locker("4").state).contains(Curtain.State.HELD);
    assertThat(locker("3").state).contains(Curtain.State.OPEN);
  }

  @Test
  void endsASessionAtATextConsoleButNotACaretakers() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    logind.sessions.add(FakeLogind.console("5", "pupil"));
    logind.sessions.add(FakeLogind.console("6", "caretaker"));
    desktop.lock();
    assertThat(logind.done).containsExactly("end 5");
  }

  @Test
  void opensAgainWhenTheLockerOfAnOpenSessionWasKilled() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    desktop.open("Аня К.", HOUR, Optional.empty());
    locker("3").state = Optional.of(Curtain.State.HELD);
    clock.now = clock.now.plus(Duration.ofMinutes(10));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);
    assertThat(locker("3").done).contains("open PT50M");
  }

  @Test
  void changesNothingBeforeTheSeatHasDecided() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    lockers.put("3", new FakeLocker());
    locker("3").state = Optional.of(Curtain.State.OPEN);
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);
    desktop.until(HOUR);
    assertThat(later()).isEqualTo(Desktop.Screen.OPEN);
    desktop.lock();
    assertThat(later()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void opensNothingByMovingTheEnd() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    desktop.until(HOUR);
    assertThat(later()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(locker("3").done).isEmpty();
  }

  @Test
  void endsASessionThatCannotBeHeld() {
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    locker("3").held = Curtain.State.COVERED;
    locker("3").state = Optional.of(Curtain.State.COVERED);
    assertThat(later()).isEqualTo(Desktop.Screen.OPEN);
    assertThat(logind.done).isEmpty();
    clock.now = clock.now.plus(LogindDesktop.HELD_WITHIN);
    later();
    assertThat(logind.done).containsExactly("end 3");
  }

  @Test
  void endsThePersonsProgramsAtSignOutWherePolicySaysSo() {
    desktop = desktop(LogindDesktop.SignOut.END);
    logind.sessions.add(FakeLogind.x11("3", "pupil"));
    desktop.lock();
    assertThat(logind.done).isEmpty();
    desktop.open("Аня К.", HOUR, Optional.empty());
    desktop.lock();
    assertThat(logind.done).containsExactly("end 3");
    assertThat(later()).isEqualTo(Desktop.Screen.ABSENT);
    assertThat(locker("3").done).contains("close");
  }
}
