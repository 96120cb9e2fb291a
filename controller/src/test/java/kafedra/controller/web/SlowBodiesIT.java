package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends slowly waits alone (slow posts took all of 20 blocking threads once). */
class SlowBodiesIT {
  private static final int SLOW = 200;

  @TempDir Path folder;

  @Test
  void servesOthersWhileManyBodiesTrickleIn() throws IOException {
    try (Office office = new Office(folder)) {
      String cookie = office.cookie("lib1");
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < SLOW; i++) {
          slow.add(begin(office, cookie));
        }
        trickle(slow);
        long before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
          assertThat(office.get("lib1", "/api/v1/schools").status()).isEqualTo(200);
        }
        trickle(slow);
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(taken).isLessThan(Duration.ofSeconds(5));
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  private static Socket begin(Office office, String cookie) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.server.port());
    String head =
        "POST /api/v1/roster-imports?school=s1&mode=preview HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
            + cookie
            + "\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\nuser";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void trickle(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.getOutputStream().write('x');
    }
  }
}
