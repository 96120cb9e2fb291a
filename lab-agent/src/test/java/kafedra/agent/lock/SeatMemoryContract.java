package kafedra.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.agent.use.UseCount;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.SessionUse;
import org.junit.jupiter.api.Test;

/** What every memory of a seat does. */
public interface SeatMemoryContract {
  Stay STAY =
      new Stay(
          new SessionId("anna-1"),
          Duration.ofMillis(1_000_500),
          new UseCount(
              Duration.ofMillis(400_010),
              Duration.ofMillis(500_020),
              Duration.ofMillis(510_030),
              Duration.ofMillis(160_040),
              Duration.ofMillis(70_050)));

  /** A memory of the same seat, as the next start of the agent would see it. */
  SeatMemory memory();

  @Test
  default void remembersNothingAtFirst() {
    assertThat(memory().load()).isEmpty();
  }

  @Test
  default void remembersWhatWasSavedLast() {
    SeatMemory.Remembered first = new SeatMemory.Remembered("boot-1", Optional.of(STAY), List.of());
    SeatMemory.Remembered second =
        new SeatMemory.Remembered(
            "boot-2",
            Optional.of(STAY),
            List.of(
                new SessionUse(new SessionId("b"), Duration.ofMillis(5), Duration.ofMillis(4)),
                new SessionUse(new SessionId("a"), Duration.ofDays(3), Duration.ZERO)));
    memory().save(first);
    memory().save(second);

    assertThat(memory().load()).contains(second);
  }

  @Test
  default void remembersALockedSeat() {
    SeatMemory.Remembered locked = new SeatMemory.Remembered("boot-1", Optional.empty(), List.of());
    memory().save(locked);

    assertThat(memory().load()).contains(locked);
  }
}
