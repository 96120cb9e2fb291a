package kafedra.kiosk.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import kafedra.kiosk.upkeep.ServiceManager;
import kafedra.kiosk.upkeep.Watchman;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real datagram socket of this machine. */
class SystemdNotifyTest {
  @TempDir Path folder;

  /** What systemd does at the other end. */
  @SuppressWarnings("restricted")
  private static final class Receiver implements AutoCloseable {
    private static final int MSG_DONTWAIT = 0x40;

    private final int socket = Libc.datagramSocket();

    Receiver(String path) {
      MethodHandle bind =
          link("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
      long bound =
          Libc.call(
              bind,
              (handle, arena) -> {
                MemorySegment address = Libc.unixAddress(arena, path);
                return (int) handle.invokeExact(socket, address, (int) address.byteSize());
              });
      assertThat(bound).isZero();
    }

    private static MethodHandle link(String name, FunctionDescriptor how) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), how);
    }

    /** The next datagram; empty without one. */
    String next() {
      byte[] taken = new byte[1000];
      long length =
          Libc.call(
              link(
                  "recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)),
              (recv, arena) -> {
                MemorySegment buffer = arena.allocate(taken.length);
                long got =
                    (long) recv.invokeExact(socket, buffer, (long) taken.length, MSG_DONTWAIT);
                MemorySegment.copy(buffer, JAVA_BYTE, 0, taken, 0, taken.length);
                return got;
              });
      return new String(taken, 0, (int) Math.max(0, length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      Libc.close(socket);
    }
  }

  @Test
  void saysThatItIsReadyAliveAndStopping() {
    String path = folder.resolve("notify").toString();
    try (Receiver systemd = new Receiver(path)) {
      ServiceManager manager =
          SystemdNotify.of(Map.of("NOTIFY_SOCKET", path, "WATCHDOG_USEC", "30000000"));
      manager.ready();
      manager.alive("5 seats,\n3 unsent");
      manager.stopping();

      assertThat(systemd.next()).startsWith("READY=1\n");
      assertThat(systemd.next()).isEqualTo("WATCHDOG=1\nSTATUS=5 seats, 3 unsent");
      assertThat(systemd.next()).isEqualTo("STOPPING=1");
      assertThat(manager.patience()).contains(Duration.ofSeconds(30));
    }
  }

  @Test
  void findsASocketOfTheAbstractNamespace() {
    String path = "@kafedra-" + UUID.randomUUID();
    try (Receiver systemd = new Receiver(path)) {
      SystemdNotify.of(Map.of("NOTIFY_SOCKET", path)).stopping();

      assertThat(systemd.next()).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void livesOnWhenNobodyListens() {
    ServiceManager manager =
        SystemdNotify.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()));

    manager.alive("well");

    assertThat(manager.patience()).isEmpty();
  }

  @Test
  void givesNoSignOfLifeWhileTheKioskDoesNotAnswerItself() {
    String path = folder.resolve("notify").toString();
    boolean[] answers = {false};
    try (Receiver systemd = new Receiver(path);
        Watchman watchman =
            new Watchman(
                SystemdNotify.of(Map.of("NOTIFY_SOCKET", path)),
                () -> {
                  if (!answers[0]) {
                    throw new IllegalStateException("the desk does not answer");
                  }
                  return "well";
                })) {
      watchman.tick();
      assertThat(systemd.next()).isEmpty();

      answers[0] = true;
      watchman.tick();
      assertThat(systemd.next()).isEqualTo("WATCHDOG=1\nSTATUS=well");
    }
  }
}
