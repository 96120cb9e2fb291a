package kafedra.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kafedra.contract.codec.IncomingMessages;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.link.LinkSettings;
import kafedra.contract.link.MqttLink;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatReport;
import kafedra.contract.topic.Topics;

/** Hears at the site broker what agents say of their screens, as the kiosk does. */
public final class ScreenWatch implements LinkEvents, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final IncomingMessages<WorkstationId, SeatReport> incoming =
      new IncomingMessages<>(new MessageCodec(), SeatReport.class, Topics::workstationOf);
  private final MqttLink link;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<WorkstationId, ScreenState> screens = new HashMap<>();

  public ScreenWatch(URI broker) {
    link =
        new MqttLink(
            new LinkSettings(
                broker,
                "screen-watch",
                null,
                List.of(Topics.ALL_SEAT_REPORTS),
                null,
                Duration.ofSeconds(20)),
            this);
    link.start();
  }

  @Override
  public void up() {}

  @Override
  public void down(String why) {}

  @Override
  public void received(List<Incoming> batch) {
    incoming.read(batch, this::heard);
  }

  private void heard(WorkstationId seat, SeatReport report) {
    lock.lock();
    try {
      screens.put(seat, report.screen());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the seat's agent has said that its screen is so. */
  public void await(WorkstationId seat, ScreenState wanted) throws InterruptedException {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (screens.get(seat) != wanted) {
        if (left <= 0) {
          throw new IllegalStateException(seat + " is " + screens.get(seat) + " and not " + wanted);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
