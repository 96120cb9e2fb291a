package kafedra.controller.intake;

import java.time.Instant;
import java.util.Arrays;

/**
 * Something that could not be used and is kept for a sysadmin to look at.
 *
 * @param source topic or stream it came from
 * @param fault a stable word
 * @param detail what was wrong, without the content
 * @param length of the whole payload, bytes
 * @param payload its first {@value #KEPT_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SetAside(
    Instant at, String source, String fault, String detail, int length, byte[] payload) {
  /** Bytes kept of one payload. */
  public static final int KEPT_BYTES = 8 * 1024;

  /** Characters kept of a source. */
  private static final int LONGEST_SOURCE = 200;

  public static SetAside of(
      Instant at, String source, String fault, String detail, byte[] payload) {
    byte[] kept = payload.length <= KEPT_BYTES ? payload : Arrays.copyOf(payload, KEPT_BYTES);
    String shortSource =
        source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
    return new SetAside(at, shortSource, fault, detail, payload.length, kept);
  }
}
