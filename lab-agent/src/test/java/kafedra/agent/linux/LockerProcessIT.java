package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.agent.LockerMain;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.curtain.Sight;
import kafedra.agent.linux.x11.XScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The locker as it runs on workstations, on a real X server. */
class LockerProcessIT {
  private static final int COVER = 0x14202e;
  private static final int GREEN = 0x00ff00;
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private XScreen screen;
  private LockerProcess locker;
  private final AtomicInteger deaths = new AtomicInteger();

  @BeforeEach
  void start() {
    screen = new XScreen(folder, "800x600");
    screen.run("xsetroot", "-solid", "#00ff00");
    locker = locker();
    await().atMost(XScreen.SOON).until(() -> state().equals(Optional.of(Curtain.State.HELD)));
  }

  @AfterEach
  void stop() {
    locker.close();
    screen.close();
  }

  private LockerProcess locker() {
    return new LockerProcess(
        folder.resolve("lockers"),
        "3",
        () -> Optional.of(command()),
        new LockerNews() {
          @Override
          public void changed() {}

          @Override
          public void lockerDied(String session) {
            deaths.incrementAndGet();
          }
        });
  }

  private List<String> command() {
    List<String> words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    words.addAll(List.of("-Xint", "-Xmx8m", "-XX:+UseSerialGC"));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    words.addAll(List.of(System.getProperty("java.class.path"), LockerMain.class.getName()));
    words.addAll(List.of(screen.display(), "07"));
    return words;
  }

  private Optional<Curtain.State> state() {
    return locker.sight().map(Sight::state);
  }

  private ProcessHandle process() throws Exception {
    String pid = Files.readString(folder.resolve("lockers/locker-3.pid")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private void kill9() throws Exception {
    ProcessHandle process = process();
    assertThat(process.destroyForcibly()).isTrue();
    await().atMost(XScreen.SOON).until(() -> !process.isAlive());
  }

  @Test
  void coversEverythingAndUncoversIt() {
    assertThat(screen.colour(1, 1)).isEqualTo(COVER);
    assertThat(screen.colour(799, 599)).isEqualTo(COVER);
    locker.open(HOUR);
    await().atMost(XScreen.SOON).until(() -> screen.colour(799, 599) == GREEN);
    locker.cover();
    await().atMost(XScreen.SOON).until(() -> screen.colour(1, 1) == COVER);
  }

  @Test
  void keepsKeysFromEverybodyElse() {
    locker.open(HOUR);
    Process typist = screen.typist();
    locker.cover();
    assertThat(state()).contains(Curtain.State.HELD);
    long before = screen.keys(typist);
    screen.run("xdotool", "mousemove", "60", "60", "key", "a", "key", "alt+F4", "click", "1");
    locker.open(HOUR);
    screen.run("xdotool", "mousemove", "60", "60", "key", "b");
    await().atMost(XScreen.SOON).until(() -> screen.keys(typist) > before);
    assertThat(screen.keys(typist)).isEqualTo(before + 1);
  }

  @Test
  void leavesTheScreenCoveredWhenItIsKilledAndComesBack() throws Exception {
    locker.open(HOUR);
    Process typist = screen.typist();
    locker.cover();
    long before = screen.keys(typist);
    kill9();
    assertThat(screen.colour(1, 1)).isEqualTo(COVER);
    assertThat(screen.colour(799, 599)).isEqualTo(COVER);
    screen.run("xdotool", "mousemove", "60", "60", "key", "a", "key", "b");
    await().atMost(XScreen.SOON).until(() -> state().equals(Optional.of(Curtain.State.HELD)));
    assertThat(screen.colour(799, 599)).isEqualTo(COVER);
    assertThat(deaths).hasValue(1);
    locker.open(HOUR);
    await().atMost(XScreen.SOON).until(() -> screen.keys(typist) == before);
    assertThat(screen.run("xdotool", "mousemove", "60", "60", "key", "b")).isZero();
    await().atMost(XScreen.SOON).until(() -> screen.keys(typist) == before + 1);
  }

  @Test
  void isFoundAgainByTheNextAgentAsItIs() throws Exception {
    locker.open(HOUR);
    long pid = process().pid();
    LockerProcess next = locker();
    await()
        .atMost(XScreen.SOON)
        .until(() -> next.sight().map(Sight::state).equals(Optional.of(Curtain.State.OPEN)));
    assertThat(process().pid()).isEqualTo(pid);
    next.close();
  }

  @Test
  void coversByItselfAtTheEndWithoutAnAgent() {
    locker.open(Duration.ofMillis(300));
    await().atMost(XScreen.SOON).until(() -> screen.colour(799, 599) == COVER);
  }

  @Test
  void comesUpAgainWhenAnotherProgramTakesItsWindowAway() {
    String windows =
        "xwininfo -root -children | grep -o '0x[0-9a-f]* (has no name)' | cut -d' ' -f1";
    screen.run("sh", "-c", "for w in $(" + windows + "); do xdotool windowunmap $((w)); done");
    await().atMost(XScreen.SOON).until(() -> screen.colour(799, 599) == COVER);
    assertThat(state()).contains(Curtain.State.HELD);
    screen.run("sh", "-c", "for w in $(" + windows + "); do xkill -id $w; done");
    await()
        .atMost(XScreen.SOON)
        .until(() -> state().equals(Optional.of(Curtain.State.HELD)) && deaths.get() == 1);
    assertThat(screen.colour(799, 599)).isEqualTo(COVER);
  }

  @Test
  void waitsUntilAnotherProgramGivesTheKeyboardBack() {
    locker.open(HOUR);
    Process menu =
        screen.start(
            System.getProperty("java.home") + "/bin/java",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "kafedra.agent.linux.x11.Grabber",
            screen.display());
    await().atMost(XScreen.SOON).until(() -> screen.output(menu).contains("grabbed"));
    locker.cover();
    assertThat(state()).contains(Curtain.State.COVERED);
    assertThat(screen.colour(799, 599)).isEqualTo(COVER);
    menu.destroyForcibly();
    await().atMost(XScreen.SOON).until(() -> state().equals(Optional.of(Curtain.State.HELD)));
  }

  @Test
  void showsItsPadlockOnASecondDisplayToo() {
    screen.run("xrandr", "--setmonitor", "left", "400/100x600/100+0+0", "screen");
    screen.run("xrandr", "--setmonitor", "right", "400/100x600/100+400+0", "none");
    int inTheLock = 240 + 40;
    await()
        .atMost(XScreen.SOON)
        .until(() ->
            screen.colour(160, inTheLock) == screen.colour(560, inTheLock)
                && screen.colour(560, inTheLock) != COVER);
  }

  @Test
  void tellsTimeSinceTheLastInput() {
    locker.open(HOUR);
    screen.run("xdotool", "mousemove", "60", "60");
    Duration idle = locker.sight().flatMap(Sight::idle).orElseThrow();
    await()
        .atMost(XScreen.SOON)
        .until(() ->
            locker.sight().flatMap(Sight::idle).orElseThrow().compareTo(idle.plusMillis(300)) > 0);
    screen.run("xdotool", "mousemove", "61", "61");
    await()
        .atMost(XScreen.SOON)
        .until(() ->
            locker.sight().flatMap(Sight::idle).orElseThrow().compareTo(idle.plusMillis(300)) < 0);
  }
}
