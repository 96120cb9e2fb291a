package kafedra.controller.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file that says nothing of its encoding: a byte order mark decides, then whether the
 * bytes are UTF-8, and else they are windows-1251, which Russian Windows still writes.
 *
 * @param encoding its usual name
 * @param text without a byte order mark
 */
record FileText(String encoding, String text) {
  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private static final char BYTE_ORDER_MARK = '\ufeff';

  static FileText of(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe)) {
      return as(StandardCharsets.UTF_16LE, bytes);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return as(StandardCharsets.UTF_16BE, bytes);
    }
    return in(StandardCharsets.UTF_8, bytes)
        .map(text -> new FileText("UTF-8", text))
        .orElseGet(() -> as(WINDOWS_1251, bytes));
  }

  /** In this encoding, whatever the bytes; what does not fit becomes a replacement sign. */
  static FileText as(Charset charset, byte[] bytes) {
    return new FileText(charset.name(), withoutMark(new String(bytes, charset)));
  }

  /** The text if the bytes are of this encoding. */
  static Optional<String> in(Charset charset, byte[] bytes) {
    try {
      return Optional.of(
          withoutMark(
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)
                  .decode(ByteBuffer.wrap(bytes))
                  .toString()));
    } catch (CharacterCodingException otherwise) {
      return Optional.empty();
    }
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
