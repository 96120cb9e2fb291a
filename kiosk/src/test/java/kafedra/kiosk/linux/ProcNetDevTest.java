package kafedra.kiosk.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kafedra.kiosk.line.InterfaceCounters.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcNetDevTest {
  @TempDir Path proc;

  @BeforeEach
  void writeCounters() throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(
        proc.resolve("net/dev"),
        """
        Inter-|   Receive                                                |  Transmit
         face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
            lo:     500       5    0    0    0     0          0         0      500       5    0    0    0     0       0          0
          eth0: 1000000    2000    0    0    0     0          0         0    30000     400    0    0    0     0       0          0
         wlan0:   70000     200    0    0    0     0          0         0     2000      40    0    0    0     0       0          0
        """);
  }

  private void writeRoute(String line) throws IOException {
    Files.writeString(
        proc.resolve("net/route"),
        "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n" + line + "\n");
  }

  @Test
  void readsTheNamedInterface() {
    assertThat(new ProcNetDev(proc, Optional.of("lo")).read()).contains(new Bytes(500, 500));
  }

  @Test
  void readsTheInterfaceOfTheDefaultRoute() throws IOException {
    writeRoute("eth0 00000000 0102A8C0 0003 0 0 0 00000000 0 0 0");

    assertThat(new ProcNetDev(proc, Optional.empty()).read())
        .contains(new Bytes(1_000_000, 30_000));
  }

  @Test
  void addsAllButLoopbackWithoutADefaultRoute() throws IOException {
    writeRoute("eth0 0002A8C0 00000000 0001 0 0 0 00FFFFFF 0 0 0");

    assertThat(new ProcNetDev(proc, Optional.empty()).read())
        .contains(new Bytes(1_070_000, 32_000));
  }

  @Test
  void knowsNothingOfAnInterfaceThatIsGone() {
    assertThat(new ProcNetDev(proc, Optional.of("usb0")).read()).isEmpty();
  }
}
