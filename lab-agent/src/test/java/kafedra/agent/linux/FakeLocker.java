package kafedra.agent.linux;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.curtain.Sight;

/** A locker that only remembers. */
final class FakeLocker implements SessionLocker {
  final List<String> done = new ArrayList<>();
  Optional<Curtain.State> state = Optional.of(Curtain.State.HELD);
  Curtain.State held = Curtain.State.HELD;

  @Override
  public void cover() {
    state = Optional.of(held);
  }

  @Override
  public void open(Duration remaining) {
    done.add("open " + remaining);
    state = Optional.of(Curtain.State.OPEN);
  }

  @Override
  public void until(Duration remaining) {
    done.add("until " + remaining);
  }

  @Override
  public void say(String text) {
    done.add("say " + text);
  }

  @Override
  public Optional<Sight> sight() {
    return state.map(it -> new Sight(it, Optional.of(Duration.ofSeconds(2)), Optional.empty()));
  }

  @Override
  public void close() {
    done.add("close");
  }
}
