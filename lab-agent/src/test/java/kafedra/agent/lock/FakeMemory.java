package kafedra.agent.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A memory that can be full. */
final class FakeMemory implements SeatMemory {
  boolean full;
  private Optional<Remembered> kept = Optional.empty();

  @Override
  public Optional<Remembered> load() {
    return kept;
  }

  @Override
  public void save(Remembered remembered) {
    if (full) {
      kept = Optional.empty();
      throw new UncheckedIOException("cannot save", new IOException("No space left on device"));
    }
    kept = Optional.of(remembered);
  }
}
