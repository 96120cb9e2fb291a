package kafedra.controller.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret of a feed's address: 256 random bits, which nobody guesses. Only {@link #hash} is
 * kept; a plain hash will do, since there is nothing to try out as there is with a password.
 *
 * @param text 64 hexadecimal digits
 */
public record FeedToken(String text) {
  private static final int BYTES = 32;

  static FeedToken random(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new FeedToken(HexFormat.of().formatHex(secret));
  }

  String hash() {
    return hash(text);
  }

  /** Of anything that somebody calls a token. */
  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  /** Masked. */
  @Override
  public String toString() {
    return "FeedToken[masked]";
  }
}
