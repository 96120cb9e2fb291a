package kafedra.agent.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kafedra.contract.message.Tampering;

/** The latest time that somebody laid hands on the lock. For any thread. */
public final class Tamperings {
  private record Happened(String id, Tampering.Kind kind, Duration at) {}

  private final BootClock clock;
  private final AtomicReference<Optional<Happened>> latest =
      new AtomicReference<>(Optional.empty());

  public Tamperings(BootClock clock) {
    this.clock = clock;
  }

  public void happened(Tampering.Kind kind) {
    latest.set(Optional.of(new Happened(UUID.randomUUID().toString(), kind, clock.sinceBoot())));
  }

  public Optional<Tampering> latest() {
    return latest
        .get()
        .map(it -> new Tampering(it.id(), it.kind(), clock.sinceBoot().minus(it.at())));
  }
}
