package kafedra.controller.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import kafedra.controller.access.Stretching;

/** Stretches nothing, so that tests of other things need not wait. */
final class QuickStretching implements Stretching {
  private long salts;

  @Override
  public synchronized String newSalt() {
    salts++;
    return "%032x".formatted(salts);
  }

  @Override
  public String stretch(String secret, String salt) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((salt + secret).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
