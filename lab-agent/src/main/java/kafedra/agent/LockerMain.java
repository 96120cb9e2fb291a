package kafedra.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.curtain.CurtainKeeper;
import kafedra.agent.linux.KernelClock;
import kafedra.agent.linux.LockerSocket;
import kafedra.agent.linux.x11.X11Curtain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The locker of one session: a process of its own, which the agent starts and which outlives the
 * agent. It covers the screen first and then waits to be told otherwise.
 */
public final class LockerMain {
  /** How often a covered screen is looked after. */
  static final Duration COVERED = Duration.ofMillis(25);

  /** How often an open one is: often enough for a countdown of seconds. */
  static final Duration OPEN = Duration.ofMillis(250);

  private static final Logger log = LoggerFactory.getLogger(LockerMain.class);

  private LockerMain() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments the display, the seat's label and the socket's path
   */
  public static void main(String[] arguments) {
    String display = arguments[0];
    Optional<X11Curtain> curtain = X11Curtain.on(display, arguments[1]);
    if (curtain.isEmpty()) {
      log.error("display {} does not let the locker in", display);
      System.exit(1);
    }
    try (X11Curtain covering = curtain.orElseThrow()) {
      CurtainKeeper keeper = new CurtainKeeper(covering, new KernelClock());
      keeper.start();
      try (LockerSocket socket = new LockerSocket(Path.of(arguments[2]))) {
        keep(keeper, socket);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void keep(CurtainKeeper keeper, LockerSocket socket) throws InterruptedException {
    while (true) {
      Curtain.State state = keeper.tick();
      Optional<LockerSocket.Request> request =
          socket.next(state == Curtain.State.OPEN ? OPEN : COVERED);
      request.ifPresent(it -> {
        keeper.take(it.order());
        it.answer(keeper.sight());
      });
    }
  }
}
