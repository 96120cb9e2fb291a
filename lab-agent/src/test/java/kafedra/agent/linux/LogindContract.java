package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every login service, the fake one included. */
abstract class LogindContract {
  static final Duration SOON = Duration.ofSeconds(30);

  abstract Logind logind();

  /**
   * Somebody logs in: {@code x11} at the screen that is seen, or {@code tty} or {@code greeter}.
   */
  abstract void logIn(String kind);

  /** Whether the machine was told to do so: {@code reboot} or {@code poweroff}. */
  abstract boolean wasTold(String verb);

  private List<LogindSession> people() {
    return logind().sessions().stream().filter(LogindSession::isPersonHere).toList();
  }

  @Test
  void listsNobodyOnAMachineThatHasJustStarted() {
    assertThat(logind().sessions()).isEmpty();
  }

  @Test
  void tellsWhoIsAtTheScreenAndHow() {
    logIn("x11");
    logIn("tty");
    await().atMost(SOON).until(() -> people().size() == 2);
    assertThat(people())
        .extracting(
            LogindSession::user,
            LogindSession::uid,
            LogindSession::seat,
            LogindSession::type,
            LogindSession::isActive)
        .containsExactlyInAnyOrder(
            tuple("pupil", 47110L, "seat0", "x11", true),
            tuple("pupil", 47110L, "seat0", "tty", false));
    assertThat(people()).allSatisfy(it -> assertThat(it.leader()).isPositive());
  }

  @Test
  void knowsAGreeterFromAPerson() {
    logIn("greeter");
    await().atMost(SOON).until(() -> logind().sessions().size() == 1);
    assertThat(people()).isEmpty();
  }

  @Test
  void endsOneSessionAndLeavesTheOther() {
    logIn("x11");
    logIn("tty");
    await().atMost(SOON).until(() -> people().size() == 2);
    LogindSession console =
        people().stream().filter(it -> !it.isGraphical()).findFirst().orElseThrow();
    logind().terminate(console.id());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(people()).extracting(LogindSession::type).containsExactly("x11"));
  }

  @Test
  void goesOnWhenASessionIsGone() {
    logind().terminate("c99");
    logind().lock("c99");
    logind().unlock("c99");
    logIn("x11");
    await().atMost(SOON).until(() -> people().size() == 1);
  }

  @Test
  void restarts() {
    logind().restart();
    await().atMost(SOON).until(() -> wasTold("reboot"));
    assertThat(wasTold("poweroff")).isFalse();
  }

  @Test
  void shutsDown() {
    logind().powerOff();
    await().atMost(SOON).until(() -> wasTold("poweroff"));
  }
}
