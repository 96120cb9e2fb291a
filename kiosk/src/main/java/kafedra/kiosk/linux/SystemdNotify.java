package kafedra.kiosk.linux;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kafedra.kiosk.upkeep.ServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * systemd's readiness protocol (sd_notify(3)): datagrams of {@code KEY=value} lines to the socket
 * that the variable NOTIFY_SOCKET names, an {@code @} in front standing for the abstract namespace.
 */
public final class SystemdNotify implements ServiceManager {
  private static final Logger log = LoggerFactory.getLogger(SystemdNotify.class);

  private final String socket;
  private final Optional<Duration> patience;

  private SystemdNotify(String socket, Optional<Duration> patience) {
    this.socket = socket;
    this.patience = patience;
  }

  /** The service manager that started this process, if one did. */
  public static ServiceManager of(Map<String, String> environment) {
    String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (socket.isEmpty()) {
      return ServiceManager.none();
    }
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    Optional<Duration> patience =
        micros.matches("[1-9]\\d{0,15}")
            ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000))
            : Optional.empty();
    return new SystemdNotify(socket, patience);
  }

  @Override
  public void ready() {
    send("READY=1\nSTATUS=starting");
  }

  @Override
  public void alive(String status) {
    UnaryOperator<String> oneLine = text -> text.replaceAll("\\s+", " ");
    send("WATCHDOG=1\nSTATUS=" + oneLine.apply(status));
  }

  @Override
  public void stopping() {
    send("STOPPING=1");
  }

  @Override
  public Optional<Duration> patience() {
    return patience;
  }

  private void send(String lines) {
    if (!Libc.sendDatagram(socket, lines.getBytes(StandardCharsets.UTF_8))) {
      log.warn("The service manager's socket {} takes nothing", socket);
    }
  }
}
