package kafedra.contract.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A secret of one building, kept beside its configuration and never in a database: without it the
 * verifiers of a stolen database prove nothing.
 */
public final class Pepper {
  /** Bytes of a pepper. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Pepper(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Pepper random() {
    byte[] bytes = new byte[LENGTH];
    new SecureRandom().nextBytes(bytes);
    return new Pepper(bytes);
  }

  /**
   * Reads the hexadecimal form.
   *
   * @throws IllegalArgumentException if it is not 64 hexadecimal digits
   */
  public static Pepper parse(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.strip());
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a pepper has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Pepper(bytes);
  }

  public static Pepper readFrom(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /** The form that {@link #parse} reads; for the secret file only. */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pepper that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Masked. */
  @Override
  public String toString() {
    return "Pepper[masked]";
  }
}
