package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.agent.lock.Desktop;
import org.junit.jupiter.api.Test;

class LogindDesktopTest {
  private static final String SEAT = "loginctl show-seat seat0";
  private static final String SESSION = "loginctl show-session 3";
  private static final String X11 =
      """
      Id=3
      User=1000
      Name=pupil
      Type=x11
      Class=user
      IdleHint=no
      IdleSinceHintMonotonic=0
      LockedHint=no
      """;

  private final FakeCommands commands = new FakeCommands();
  private final LogindDesktop desktop = new LogindDesktop(commands);

  @Test
  void isAbsentWithoutLogind() {
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.ABSENT);
    assertThat(desktop.idle()).isEmpty();
    desktop.lock();
    desktop.open("Аня К.", Duration.ofMinutes(5));
    assertThat(commands.verbs()).doesNotContain("lock-session", "unlock-session");
  }

  @Test
  void isAbsentWhileNobodyIsLoggedIn() {
    commands.answers.put(SEAT, "\n");
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.ABSENT);
  }

  @Test
  void isAbsentWhileTheGreeterOrATextConsoleHasTheScreen() {
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(SESSION, X11.replace("Class=user", "Class=greeter"));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.ABSENT);

    commands.answers.put(SESSION, X11.replace("Type=x11", "Type=tty"));
    assertThat(new LogindDesktop(commands).screen()).isEqualTo(Desktop.Screen.ABSENT);
  }

  @Test
  void showsTheScreenAsTheDesktopHintsIt() {
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(SESSION, X11);
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);

    commands.answers.put(SESSION, X11.replace("LockedHint=no", "LockedHint=yes"));
    assertThat(new LogindDesktop(commands).screen()).isEqualTo(Desktop.Screen.LOCKED);
  }

  @Test
  void locksAndOpensTheSessionAtTheScreenAndLooksAgain() {
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(SESSION, X11);
    commands.answers.put("loginctl lock-session 3", "");
    commands.answers.put("loginctl unlock-session 3", "");
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);

    desktop.lock();
    commands.answers.put(SESSION, X11.replace("LockedHint=no", "LockedHint=yes"));
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.LOCKED);
    desktop.open("Аня К.", Duration.ofMinutes(5));
    commands.answers.put(SESSION, X11);
    assertThat(desktop.screen()).isEqualTo(Desktop.Screen.OPEN);
    assertThat(commands.verbs()).containsSubsequence("lock-session", "unlock-session");
  }

  @Test
  void asksLogindSeldomForWhatMayBeSomeSecondsOld() {
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(SESSION, X11);
    for (int second = 0; second < 4; second++) {
      desktop.screen();
      desktop.idle();
    }
    assertThat(commands.run).hasSize(2);
  }

  @Test
  void tellsHowLongThereWasNoInput() {
    long tenSecondsAgo = System.nanoTime() / 1000 - 10_000_000;
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(
        SESSION,
        X11.replace("IdleHint=no", "IdleHint=yes")
            .replace("Monotonic=0", "Monotonic=" + tenSecondsAgo));

    assertThat(desktop.idle().orElseThrow())
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
  }

  @Test
  void takesAnActiveDesktopForInputJustNow() {
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(SESSION, X11);
    assertThat(desktop.idle()).isEqualTo(Optional.of(Duration.ZERO));
  }

  @Test
  void warnsThePersonOnTheirOwnDesktop() {
    commands.answers.put(SEAT, "3\n");
    commands.answers.put(SESSION, X11);
    desktop.screen();
    desktop.warn(Duration.ofSeconds(299));

    assertThat(commands.run.getLast())
        .startsWith("runuser", "-u", "pupil")
        .contains("notify-send", "Осталось 5 мин · 5 min left");
  }

  @Test
  void reportsAProgramThatIsNotThere() {
    assertThat(new SystemCommands().run(List.of("/no/such/program", "x")))
        .isInstanceOf(Commands.Outcome.Failed.class);
  }

  @Test
  void readsWhatAProgramPrintsAndHowItEnds() {
    assertThat(new SystemCommands().run(List.of("sh", "-c", "echo fine")))
        .isEqualTo(new Commands.Outcome.Done("fine\n"));
    assertThat(new SystemCommands().run(List.of("sh", "-c", "echo bad; exit 3")))
        .isEqualTo(new Commands.Outcome.Failed("exit code 3: bad"));
  }

  /** Answers commands by their first three words or more. */
  private static final class FakeCommands implements Commands {
    final Map<String, String> answers = new HashMap<>();
    final List<List<String>> run = new ArrayList<>();

    @Override
    public Outcome run(List<String> command) {
      run.add(command);
      String line = String.join(" ", command);
      return answers.entrySet().stream()
          .filter(answer -> line.startsWith(answer.getKey()))
          .findFirst()
          .<Outcome>map(answer -> new Outcome.Done(answer.getValue()))
          .orElse(new Outcome.Failed("System has not been booted with systemd"));
    }

    List<String> verbs() {
      return run.stream().map(command -> command.get(1)).toList();
    }
  }
}
