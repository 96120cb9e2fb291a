package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private final AtomicLong nanos = new AtomicLong();
  private final BodyReader reader = new BodyReader(nanos::get);

  /** One byte a second. */
  private InputStream trickle(int bytes) {
    return new InputStream() {
      private int given;

      @Override
      public int read() {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        given++;
        return given > bytes ? -1 : 'x';
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        int next = read();
        if (next < 0) {
          return -1;
        }
        into[offset] = (byte) next;
        return 1;
      }
    };
  }

  @Test
  void readsABodyUpToItsLimit() {
    byte[] whole = new byte[Route.BodyKind.JSON.limit()];

    assertThat(reader.read(new ByteArrayInputStream(whole), Route.BodyKind.JSON)).isEqualTo(whole);
  }

  @Test
  void refusesOneByteMore() {
    byte[] more = new byte[Route.BodyKind.JSON.limit() + 1];

    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(more), Route.BodyKind.JSON))
        .hasMessage("too-large");
  }

  @Test
  void waitsNoLongerThanItsPatience() {
    assertThat(reader.read(trickle(9), Route.BodyKind.JSON)).hasSize(9);
    assertThatThrownBy(() -> reader.read(trickle(1000), Route.BodyKind.JSON))
        .hasMessage("too-slow");
    assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(25));
  }

  @Test
  void callsATornBodyUnreadable() {
    InputStream torn =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("reset");
          }
        };

    assertThatThrownBy(() -> reader.read(torn, Route.BodyKind.JSON)).hasMessage("bad-request");
  }
}
