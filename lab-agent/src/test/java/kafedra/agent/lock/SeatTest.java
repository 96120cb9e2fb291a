package kafedra.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatFault;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SessionUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatTest {
  private static final SessionId ANNA = new SessionId("anna-1");
  private static final SessionId BORIS = new SessionId("boris-1");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final FakeClock clock = new FakeClock();
  private final FakeMemory memory = new FakeMemory();
  private FakeDesktop desktop = new FakeDesktop(Desktop.Screen.OPEN);
  private Seat seat = new Seat(desktop, desktop, memory, clock);
  private long number;

  @BeforeEach
  void start() {
    seat.start();
  }

  @Test
  void startsLockedWhateverTheScreenShows() {
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report()).isEqualTo(new SeatReport(ScreenState.LOCKED, null, 0, List.of()));
  }

  @Test
  void opensOnAnOrderAndTellsIt() {
    open(ANNA, TEN_MINUTES);

    assertThat(desktop.done).last().isEqualTo("open Аня К. PT10M");
    assertThat(seat.report())
        .isEqualTo(
            new SeatReport(
                ScreenState.OPEN,
                ANNA,
                1,
                List.of(new SessionUse(ANNA, Duration.ZERO, Duration.ZERO))));
  }

  @Test
  void locksOnAnOrderAndKeepsTheTotalUntilItIsSettled() {
    desktop.idle = Optional.of(Duration.ZERO);
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofSeconds(90));
    lock();

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().uses())
        .containsExactly(new SessionUse(ANNA, Duration.ofSeconds(90), Duration.ofSeconds(89)));

    seat.obey(new SeatOrder("run", ++number, null, List.of(ANNA)));
    assertThat(seat.report().uses()).isEmpty();
  }

  @Test
  void locksAndKeepsTheTotalAlthoughTheFirstAttemptFails() {
    open(ANNA, TEN_MINUTES);
    pass(TEN_MINUTES.minusSeconds(1));
    desktop.failsToLock = true;
    assertThatThrownBy(() -> pass(Duration.ofSeconds(1))).hasMessage("of the desktop");
    assertThat(seat.report().uses())
        .containsExactly(new SessionUse(ANNA, TEN_MINUTES, Duration.ZERO));

    desktop.failsToLock = false;
    pass(Duration.ofSeconds(6));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void locksByItselfAtTheEndAndNotBefore() {
    open(ANNA, TEN_MINUTES);
    pass(TEN_MINUTES.minusMillis(1));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);

    pass(Duration.ofMillis(1));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().uses())
        .containsExactly(new SessionUse(ANNA, TEN_MINUTES, Duration.ZERO));
  }

  @Test
  void countsNoTimeBeyondTheEndWhenItWasHeldUp() {
    open(ANNA, TEN_MINUTES);
    clock.pass(Duration.ofHours(3));
    seat.tick();

    assertThat(seat.report().uses().getFirst().signedIn()).isEqualTo(TEN_MINUTES);
  }

  @Test
  void extendsAndShortensTheSameSession() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofMinutes(9));
    open(ANNA, Duration.ofMinutes(5));
    pass(Duration.ofMinutes(4));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);
    open(ANNA, Duration.ofSeconds(10));
    pass(Duration.ofSeconds(10));

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(desktop.done.stream().filter(it -> it.startsWith("open"))).hasSize(1);
    assertThat(seat.report().uses().getFirst().signedIn())
        .isEqualTo(Duration.ofMinutes(13).plusSeconds(10));
  }

  @Test
  void givesTheScreenToTheNextSessionAndKeepsTheFirstOnesTotal() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofMinutes(1));
    open(BORIS, TEN_MINUTES);
    pass(Duration.ofMinutes(2));

    assertThat(seat.report().session()).isEqualTo(BORIS);
    assertThat(seat.report().uses())
        .extracting(SessionUse::session, SessionUse::signedIn)
        .containsExactly(tuple(BORIS, Duration.ofMinutes(2)), tuple(ANNA, Duration.ofMinutes(1)));
  }

  @Test
  void ignoresOldAndRepeatedOrders() {
    open(ANNA, TEN_MINUTES);
    lock();
    seat.obey(order("run", 1, ANNA, TEN_MINUTES));
    seat.obey(order("run", 2, ANNA, TEN_MINUTES));

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().obeyed()).isEqualTo(2);
  }

  @Test
  void doesNotExtendOnARepeatedOrder() {
    SeatOrder order = order("run", 7, ANNA, TEN_MINUTES);
    seat.obey(order);
    pass(Duration.ofMinutes(9));
    seat.obey(order);
    pass(Duration.ofMinutes(1));

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void obeysARestartedKioskAndNoMoreTheRunBefore() {
    seat.obey(order("monday", 900, ANNA, TEN_MINUTES));
    seat.obey(new SeatOrder("tuesday", 1, null, List.of()));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);

    seat.obey(order("monday", 901, ANNA, TEN_MINUTES));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void warnsFiveMinutesAndOneMinuteBeforeTheEnd() {
    open(ANNA, TEN_MINUTES);
    pass(TEN_MINUTES);

    assertThat(desktop.done.stream().filter(it -> it.startsWith("warn")))
        .containsExactly("warn PT5M", "warn PT1M");
  }

  @Test
  void leavesAnOpenScreenOpenAfterTheAgentWasKilled() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofSeconds(63));
    desktop.done.clear();
    clock.pass(Duration.ofSeconds(30));
    restart();

    assertThat(desktop.done).isEmpty();
    assertThat(seat.report().session()).isEqualTo(ANNA);
    assertThat(seat.report().uses().getFirst().signedIn()).isEqualTo(Duration.ofSeconds(93));
    pass(TEN_MINUTES.minusSeconds(93));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void locksAfterAKillWhenTheEndWentBy() {
    open(ANNA, TEN_MINUTES);
    clock.pass(Duration.ofMinutes(11));
    restart();

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().uses())
        .containsExactly(new SessionUse(ANNA, TEN_MINUTES, Duration.ZERO));
  }

  @Test
  void neverOpensALockedScreenAfterAKill() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofMinutes(1));
    desktop.screen = Desktop.Screen.LOCKED;
    restart();

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().session()).isNull();
    assertThat(seat.report().uses().getFirst().signedIn()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void isLockedAfterARebootWithTheTotalsSavedBefore() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofSeconds(65));
    clock.reboot();
    restart();

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().uses().getFirst().signedIn())
        .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(65));
  }

  @Test
  void addsUpASessionThatIsOpenedAgain() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofMinutes(2));
    seat.stop();
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    restart();
    open(ANNA, Duration.ofMinutes(8));
    pass(Duration.ofMinutes(1));

    assertThat(seat.report().uses())
        .containsExactly(new SessionUse(ANNA, Duration.ofMinutes(3), Duration.ZERO));
  }

  @Test
  void saysThatAMachineWithoutADesktopCannotBeOpened() {
    desktop = new FakeDesktop(Desktop.Screen.ABSENT);
    restart();
    seat.tick();
    assertThat(seat.report().fault()).isEqualTo(SeatFault.NO_DESKTOP);

    open(ANNA, TEN_MINUTES);
    assertThat(seat.report())
        .isEqualTo(new SeatReport(ScreenState.LOCKED, null, 1, List.of(), SeatFault.NO_DESKTOP));
  }

  @Test
  void locksADesktopThatAppearsOpen() {
    desktop = new FakeDesktop(Desktop.Screen.ABSENT);
    restart();
    pass(Duration.ofMinutes(1));
    desktop.screen = Desktop.Screen.OPEN;
    pass(Duration.ofSeconds(1));

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    pass(Duration.ofSeconds(1));
    assertThat(seat.report().fault()).isNull();
  }

  @Test
  void locksAgainWhenSomebodyUnlocksTheScreen() {
    pass(Duration.ofSeconds(20));
    desktop.screen = Desktop.Screen.OPEN;
    pass(Duration.ofSeconds(1));

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void leavesAScreenLockedThatThePersonLocked() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofSeconds(5));
    desktop.screen = Desktop.Screen.LOCKED;
    pass(Duration.ofSeconds(30));
    open(ANNA, TEN_MINUTES);

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().fault()).isNull();
  }

  @Test
  void tellsOfAScreenThatDoesNotObey() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofSeconds(5));
    desktop.deaf = true;
    lock();
    pass(Duration.ofSeconds(6));
    assertThat(seat.report().fault()).isEqualTo(SeatFault.SCREEN_DISOBEYS);

    desktop.deaf = false;
    pass(Duration.ofSeconds(6));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(seat.report().fault()).isNull();
  }

  @Test
  void savesASessionThatEndsBeforeItsTotalIsTold() {
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofSeconds(7));
    lock();
    SeatReport told = seat.report();
    restart();

    assertThat(seat.report().uses()).isEqualTo(told.uses());
  }

  @Test
  void locksAScreenThatWasOpenedRightBeforeAKill() {
    seat.obey(order("run", ++number, ANNA, TEN_MINUTES));
    restart();

    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void worksOnWithAFullDiskAndIsLockedAfterAKill() {
    memory.full = true;
    open(ANNA, TEN_MINUTES);
    pass(Duration.ofMinutes(1));
    assertThat(seat.report().uses().getFirst().signedIn()).isEqualTo(Duration.ofMinutes(1));

    restart();
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void savesAgainWhenTheDiskHasRoomAgain() {
    open(ANNA, TEN_MINUTES);
    memory.full = true;
    lock();
    memory.full = false;
    pass(Seat.SAVE_EVERY);
    restart();

    assertThat(seat.report().uses()).extracting(SessionUse::session).containsExactly(ANNA);
  }

  @Test
  void givesUpTheOldestTotalWhenTooManyWait() {
    for (int i = 0; i <= EndedSessions.MOST; i++) {
      open(new SessionId("s-" + i), TEN_MINUTES);
      clock.pass(Duration.ofSeconds(1));
      lock();
    }

    assertThat(seat.report().uses()).hasSize(Seat.TOLD_AT_ONCE);
    assertThat(seat.report().uses().getFirst().session()).isEqualTo(new SessionId("s-1"));
  }

  private void restart() {
    seat = new Seat(desktop, desktop, memory, clock);
    number = 0;
    seat.start();
  }

  private void open(SessionId session, Duration remaining) {
    seat.obey(order("run", ++number, session, remaining));
    seat.tick();
  }

  private void lock() {
    seat.obey(new SeatOrder("run", ++number, null, List.of()));
  }

  private static SeatOrder order(String run, long number, SessionId session, Duration remaining) {
    SeatOrder.Open open = new SeatOrder.Open(session, remaining, "Аня К.");
    return new SeatOrder(run, number, open, List.of());
  }

  private void pass(Duration length) {
    Duration left = length;
    while (left.isPositive()) {
      Duration step = left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1);
      clock.pass(step);
      seat.tick();
      left = left.minus(step);
    }
  }
}
