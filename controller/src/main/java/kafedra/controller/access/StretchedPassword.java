package kafedra.controller.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password as it is kept.
 *
 * @param salt hexadecimal
 * @param stretched hexadecimal
 */
public record StretchedPassword(String salt, String stretched) {
  public static StretchedPassword of(String password, Stretching stretching) {
    String salt = stretching.newSalt();
    return new StretchedPassword(salt, stretching.stretch(password, salt));
  }

  public boolean matches(String password, Stretching stretching) {
    return MessageDigest.isEqual(
        stretched.getBytes(StandardCharsets.US_ASCII),
        stretching.stretch(password, salt).getBytes(StandardCharsets.US_ASCII));
  }

  /** Masked. */
  @Override
  public String toString() {
    return "StretchedPassword[masked]";
  }
}
