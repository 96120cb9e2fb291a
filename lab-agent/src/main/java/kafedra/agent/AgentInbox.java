package kafedra.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kafedra.agent.mqtt.KioskLink;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What other threads have for the agent's thread. */
final class AgentInbox implements KioskLink.Listener {
  /**
   * What may wait. The rest is dropped: the kiosk repeats its wish, and a report follows anyway.
   */
  static final int LIMIT = 64;

  private static final Logger log = LoggerFactory.getLogger(AgentInbox.class);

  /** One thing to do. */
  sealed interface Event {
    record Ordered(SeatOrder order) implements Event {}

    record Commanded(SeatCommand command) implements Event {}

    record Connected() implements Event {}

    /** The agent is to stop; it looks itself why it was woken. */
    record Woken() implements Event {}
  }

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(LIMIT);

  @Override
  public void ordered(SeatOrder order) {
    put(new Event.Ordered(order));
  }

  @Override
  public void commanded(SeatCommand command) {
    put(new Event.Commanded(command));
  }

  @Override
  public void connected() {
    put(new Event.Connected());
  }

  void wake() {
    put(new Event.Woken());
  }

  private void put(Event event) {
    if (!events.offer(event)) {
      log.warn("{} events wait already; one is dropped. Maybe the screen's system hangs.", LIMIT);
    }
  }

  /** The next event, or empty after this long. */
  Optional<Event> await(Duration longest) throws InterruptedException {
    return Optional.ofNullable(events.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
  }
}
