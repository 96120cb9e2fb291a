package kafedra.agent.curtain;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.use.ProgramKind;

/** A curtain that only remembers. */
final class FakeCurtain implements Curtain {
  State state = State.OPEN;
  Optional<Notice> notice = Optional.empty();

  @Override
  public void cover() {
    state = State.HELD;
  }

  @Override
  public void open() {
    state = State.OPEN;
  }

  @Override
  public State tend() {
    return state;
  }

  @Override
  public void show(Notice shown) {
    notice = Optional.of(shown);
  }

  @Override
  public void hideNotice() {
    notice = Optional.empty();
  }

  @Override
  public Optional<Duration> idle() {
    return Optional.of(Duration.ofSeconds(3));
  }

  @Override
  public Optional<ProgramKind> front() {
    return Optional.of(ProgramKind.IDE);
  }

  @Override
  public void close() {
    state = State.OPEN;
  }
}
