package kafedra.provisioning.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CuttableLineTest {
  private ServerSocket far;
  private CuttableLine line;

  @BeforeEach
  void echoAtTheFarEnd() throws IOException {
    far = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("echo").start(this::echo);
    line = CuttableLine.to(far.getLocalPort());
  }

  private void echo() {
    while (!far.isClosed()) {
      try {
        Socket guest = far.accept();
        Thread.ofVirtual()
            .name("echo-guest")
            .start(() -> {
              try {
                guest.getInputStream().transferTo(guest.getOutputStream());
              } catch (IOException gone) {
                // the guest was cut off
              }
            });
      } catch (IOException closed) {
        return;
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    far.close();
  }

  private Socket connected() throws IOException {
    Socket near = new Socket(InetAddress.getLoopbackAddress(), line.port());
    near.setSoTimeout(3_000);
    return near;
  }

  private static String said(Socket near, String word) throws IOException {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    near.getOutputStream().write(bytes);
    return new String(near.getInputStream().readNBytes(bytes.length), StandardCharsets.US_ASCII);
  }

  @Test
  void carriesAndCountsBothWays() throws IOException {
    try (Socket near = connected()) {
      assertThat(said(near, "hello")).isEqualTo("hello");
      assertThat(line.bytesUp()).isEqualTo(5);
      assertThat(line.bytesDown()).isEqualTo(5);
    }
  }

  @Test
  void cutBreaksWhatIsOpenAndRefusesWhatComes() throws IOException {
    try (Socket near = connected()) {
      assertThat(said(near, "hello")).isEqualTo("hello");
      line.cut();
      assertThatThrownBy(() -> said(near, "anybody")).isInstanceOf(IOException.class);
      assertThatThrownBy(this::connected).isInstanceOf(IOException.class);
    }
  }

  @Test
  void healedCarriesAgainAtTheSamePort() throws IOException {
    line.cut();
    line.heal();
    try (Socket near = connected()) {
      assertThat(said(near, "again")).isEqualTo("again");
    }
  }

  @Test
  void deafKeepsTheConnectionAndDeliversOnceHealed() throws IOException {
    try (Socket near = connected()) {
      assertThat(said(near, "hello")).isEqualTo("hello");
      line.deafen();
      near.setSoTimeout(200);
      assertThatThrownBy(() -> said(near, "later")).isInstanceOf(SocketTimeoutException.class);
      line.heal();
      near.setSoTimeout(3_000);
      assertThat(new String(near.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("later");
    }
  }
}
