package kafedra.controller.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Reads a body that may be too large, too slow or torn off. */
final class BodyReader {
  /**
   * Bytes over the limit that are taken in and dropped: whoever is still sending when the
   * connection closes may see it break and never the refusal.
   */
  private static final int SPILL = 8 * 1024 * 1024;

  private final LongSupplier nanos;

  /**
   * @param nanos monotonic time
   */
  BodyReader(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * @throws Problem when the body is not what its kind allows
   */
  byte[] read(InputStream in, Route.BodyKind kind) {
    long begun = nanos.getAsLong();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    int size = 0;
    try {
      for (int length = in.read(part);
          length >= 0 && size <= kind.limit() + SPILL;
          length = in.read(part)) {
        size += length;
        if (size <= kind.limit()) {
          all.write(part, 0, length);
        }
        if (nanos.getAsLong() - begun > kind.patience().toNanos()) {
          throw Problem.of(ProblemCode.TOO_SLOW);
        }
      }
    } catch (IOException tornOff) {
      throw Problem.of(ProblemCode.BAD_REQUEST);
    }
    if (size > kind.limit()) {
      throw Problem.of(ProblemCode.TOO_LARGE, kind.limit() / 1024);
    }
    return all.toByteArray();
  }
}
