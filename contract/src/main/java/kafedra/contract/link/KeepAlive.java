package kafedra.contract.link;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.jspecify.annotations.Nullable;

/**
 * Lets a connection say that it lives. Paho's own sender was seen to leave its timer's thread
 * behind when a connection was closed, which keeps a whole program from ending; this one's thread
 * ends with its connection, and never holds a program up.
 */
final class KeepAlive implements MqttPingSender {
  private final ScheduledExecutorService timer;
  private volatile @Nullable ClientComms connection;

  KeepAlive(String clientId) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ping-" + clientId).daemon(true).factory());
  }

  @Override
  public void init(ClientComms comms) {
    connection = comms;
  }

  @Override
  public void start() {
    ClientComms comms = connection;
    if (comms != null) {
      schedule(comms.getKeepAlive());
    }
  }

  @Override
  public void schedule(long delayInMilliseconds) {
    try {
      var _ = timer.schedule(this::check, delayInMilliseconds, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopped) {
      // the connection was closed in this moment; there is nothing left to keep alive
    }
  }

  private void check() {
    ClientComms comms = connection;
    if (comms != null) {
      var _ = comms.checkForActivity();
    }
  }

  @Override
  public void stop() {
    timer.shutdownNow();
  }
}
