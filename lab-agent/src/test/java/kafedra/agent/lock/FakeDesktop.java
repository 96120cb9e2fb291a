package kafedra.agent.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.agent.use.InputIdle;
import kafedra.contract.message.LessonLink;

/** A screen that shows what was done to it. */
final class FakeDesktop implements Desktop, InputIdle {
  boolean failsToLock;
  final List<String> done = new ArrayList<>();
  final List<Duration> untils = new ArrayList<>();
  Screen screen;
  Optional<Duration> idle = Optional.of(Duration.ofHours(1));
  boolean deaf;

  FakeDesktop(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void lock() {
    if (failsToLock) {
      throw new IllegalStateException("of the desktop");
    }
    done.add("lock");
    show(Screen.LOCKED);
  }

  @Override
  public void open(String greeting, Duration remaining, Optional<LessonLink> link) {
    link.ifPresent(lesson -> done.add("lesson " + lesson));
    done.add("open " + greeting + " " + remaining);
    show(Screen.OPEN);
  }

  @Override
  public void until(Duration remaining) {
    untils.add(remaining);
  }

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

  private void show(Screen wanted) {
    if (!deaf && screen != Screen.ABSENT) {
      screen = wanted;
    }
  }

  @Override
  public void warn(Duration remaining) {
    done.add("warn " + remaining);
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public Optional<Duration> idle() {
    return idle;
  }
}
