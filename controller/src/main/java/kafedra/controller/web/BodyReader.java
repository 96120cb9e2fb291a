package kafedra.controller.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Reads a body that may be too large, too slow or torn off. */
final class BodyReader {
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
    try {
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        all.write(part, 0, length);
        if (all.size() > kind.limit()) {
          throw Problem.of(ProblemCode.TOO_LARGE, kind.limit() / 1024);
        }
        if (nanos.getAsLong() - begun > kind.patience().toNanos()) {
          throw Problem.of(ProblemCode.TOO_SLOW);
        }
      }
    } catch (IOException tornOff) {
      throw Problem.of(ProblemCode.BAD_REQUEST);
    }
    return all.toByteArray();
  }
}
