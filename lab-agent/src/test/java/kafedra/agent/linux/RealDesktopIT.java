package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kafedra.agent.LockerMain;
import kafedra.agent.linux.x11.XScreen;
import kafedra.agent.lock.Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real login service, a real X server and the real locker, and a pupil with a real account. */
class RealDesktopIT {
  private static final int COVER = 0x14202e;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String PUPIL = "47110";

  @TempDir Path folder;
  private LogindBox box;
  private XScreen screen;
  private DbusLogind logind;
  private LogindDesktop desktop;
  private final AtomicBoolean news = new AtomicBoolean();

  @BeforeEach
  void boot() throws IOException {
    box = new LogindBox(folder);
    screen = new XScreen(Files.createDirectory(folder.resolve("x")), "640x480");
    logind = new DbusLogind(box.bus(), () -> news.set(true));
    desktop =
        new LogindDesktop(
            logind,
            session -> locker(session.id()),
            LogindDesktop.Custom.of("07"),
            new KernelClock());
    desktop.lock();
  }

  @AfterEach
  void stop() {
    if (desktop != null) {
      logind.sessions().forEach(it -> logind.terminate(it.id()));
      await().atMost(XScreen.SOON).until(() -> look() == Desktop.Screen.ABSENT);
      logind.close();
      screen.close();
      box.close();
    }
  }

  private SessionLocker locker(String session) {
    List<String> words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    words.addAll(List.of("-Xint", "-Xmx8m", "-XX:+UseSerialGC"));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    words.addAll(List.of(System.getProperty("java.class.path"), LockerMain.class.getName()));
    words.addAll(List.of(screen.display(), "07"));
    return new LockerProcess(
        folder.resolve("lockers"),
        session,
        () -> Optional.of(words),
        new LockerNews() {
          @Override
          public void changed() {
            news.set(true);
          }

          @Override
          public void lockerDied(String of) {}
        });
  }

  private Desktop.Screen look() {
    desktop.changed();
    return desktop.screen();
  }

  private void until(Desktop.Screen wanted) {
    await().atMost(XScreen.SOON).until(() -> look() == wanted);
  }

  @Test
  void coversWhoeverLogsInAndOpensAndClosesForThem() {
    box.logIn("x11");
    await().atMost(XScreen.SOON).untilTrue(news);
    until(Desktop.Screen.LOCKED);
    assertThat(screen.colour(1, 1)).isEqualTo(COVER);

    desktop.open("Аня К.", HOUR, Optional.empty());
    until(Desktop.Screen.OPEN);
    await().atMost(XScreen.SOON).until(() -> screen.colour(1, 400) != COVER);

    desktop.lock();
    until(Desktop.Screen.LOCKED);
    assertThat(screen.colour(1, 400)).isEqualTo(COVER);
  }

  @Test
  void endsAPupilAtATextConsole() {
    box.logIn("x11");
    box.logIn("tty");
    await()
        .atMost(XScreen.SOON)
        .until(() -> {
          look();
          return logind.sessions().size() == 1;
        });
    assertThat(logind.sessions()).extracting(LogindSession::type).containsExactly("x11");
  }

  @Test
  void cannotBeStoppedReadOrOrderedByThePupil() throws Exception {
    box.logIn("x11");
    until(Desktop.Screen.LOCKED);
    String locker = Files.readString(folder.resolve("lockers/locker-c1.pid")).strip();
    Path socket = folder.resolve("lockers/locker-c1");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(asPupil("kill", "-9", locker)).isNotZero();
    assertThat(asPupil("kill", "-STOP", locker)).isNotZero();
    assertThat(asPupil("kill", "-9", String.valueOf(ProcessHandle.current().pid()))).isNotZero();
    assertThat(asPupil("ls", folder.resolve("lockers").toString())).isNotZero();
    assertThat(asPupil("rm", "-f", socket.toString())).isNotZero();
    assertThat(asPupil("cat", socket.toString())).isNotZero();
    assertThat(asPupil("test", "-w", socket.toString())).isNotZero();
    assertThat(look()).isEqualTo(Desktop.Screen.LOCKED);
    assertThat(screen.colour(1, 1)).isEqualTo(COVER);
  }

  private static int asPupil(String... words) throws Exception {
    List<String> whole = new ArrayList<>(List.of("setpriv", "--reuid", PUPIL, "--regid", PUPIL));
    whole.addAll(List.of("--clear-groups", "--"));
    whole.addAll(List.of(words));
    return new ProcessBuilder(whole)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
