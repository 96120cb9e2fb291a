package kafedra.agent.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Desktop;
import kafedra.agent.use.InputIdle;
import kafedra.contract.message.LessonLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen and a person that exist only here. The screen is a file with the word {@code OPEN} or
 * {@code LOCKED}, so it outlives a killed agent as a real one would, and can be looked at; the
 * person's input follows from a seed.
 *
 * <p>For one thread.
 */
public final class SimulatedDesktop implements Desktop, InputIdle {
  private static final Logger log = LoggerFactory.getLogger(SimulatedDesktop.class);

  private final Path file;
  private final BootClock clock;
  private final long seed;
  private SimulatedPerson person;
  private int sessions;
  private Screen screen;
  private Duration openedAt;

  public SimulatedDesktop(Path file, long seed, BootClock clock) {
    this.file = file;
    this.clock = clock;
    this.seed = seed;
    this.person = new SimulatedPerson(seed);
    this.screen = found(file);
    this.openedAt = clock.sinceBoot();
  }

  private static Screen found(Path file) {
    try {
      return Files.readString(file).strip().equals("OPEN") ? Screen.OPEN : Screen.LOCKED;
    } catch (IOException none) {
      return Screen.LOCKED;
    }
  }

  @Override
  public void lock() {
    show(Screen.LOCKED);
  }

  @Override
  public void open(String greeting, Duration remaining, Optional<LessonLink> link) {
    openedAt = clock.sinceBoot();
    sessions++;
    person = new SimulatedPerson(seed + sessions);
    show(Screen.OPEN);
  }

  @Override
  public void until(Duration remaining) {
    log.debug("{}: {} left", file, remaining);
  }

  @Override
  public void cover() {
    log.debug("{}: covered", file);
  }

  @Override
  public void uncover() {
    log.debug("{}: uncovered", file);
  }

  @Override
  public void say(String text) {
    log.debug("{}: a message of {} characters", file, text.length());
  }

  private void show(Screen wanted) {
    screen = wanted;
    try {
      Files.writeString(file, wanted + "\n");
    } catch (IOException failed) {
      log.warn("the screen file {} could not be written: {}", file, failed.toString());
    }
  }

  @Override
  public void warn(Duration remaining) {
    log.info("{}: {} left", file, remaining);
  }

  @Override
  public Screen screen() {
    return screen;
  }

  /** Nobody is at a locked screen. */
  @Override
  public Optional<Duration> idle() {
    Duration open = clock.sinceBoot().minus(openedAt);
    return Optional.of(screen == Screen.OPEN ? person.idleAt(open) : open);
  }
}
