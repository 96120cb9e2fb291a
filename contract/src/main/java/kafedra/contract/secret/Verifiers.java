package kafedra.contract.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How cards, PINs and passwords are proven.
 *
 * <p>Secrets that people choose are stretched with Argon2id (RFC 9106) at 7 MiB, 5 passes, 1 lane,
 * the smallest of the OWASP Password Storage Cheat Sheet's equal choices, because a kiosk has 48
 * MiB of heap. Four digits fall to patience all the same, so the result is bound to a building's
 * {@link Pepper} and attempts are limited where PINs are entered.
 */
public final class Verifiers {
  private static final int MEMORY_KIB = 7 * 1024;
  private static final int PASSES = 5;
  private static final int LENGTH = 32;
  private static final HexFormat HEX = HexFormat.of();

  private Verifiers() {}

  /** 16 random bytes, hexadecimal. */
  public static String newSalt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return HEX.formatHex(salt);
  }

  /**
   * The stretched secret, hexadecimal; 45 to 70 ms where it was measured.
   *
   * @param salt hexadecimal
   */
  public static String stretch(String secret, String salt) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(1)
            .withSalt(HEX.parseHex(salt))
            .build());
    byte[] stretched = new byte[LENGTH];
    argon.generateBytes(secret.getBytes(StandardCharsets.UTF_8), stretched);
    return HEX.formatHex(stretched);
  }

  /** Binds a stretched PIN to a building. */
  public static PinVerifier pinFor(Pepper pepper, String salt, String stretched) {
    return new PinVerifier(salt, keyed(pepper, "pin:" + stretched));
  }

  /**
   * Whether the PIN is the one the verifier was made from; 45 to 70 ms where it was measured,
   * whatever the answer.
   */
  public static boolean pinMatches(PinVerifier verifier, Pepper pepper, String pin) {
    return same(verifier.proof(), keyed(pepper, "pin:" + stretch(pin, verifier.salt())));
  }

  /** Whether a password gives this stretched form. */
  public static boolean matches(String password, String salt, String stretched) {
    return same(stretched, stretch(password, salt));
  }

  /** What a building's replica holds of a card. Upper and lower case and spaces do not matter. */
  public static String card(Pepper pepper, String number) {
    return keyed(pepper, "card:" + number.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  /** What a building's replica holds of a code for one time. */
  public static String code(Pepper pepper, String digits) {
    return keyed(pepper, "code:" + digits);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String keyed(Pepper pepper, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pepper.bytes(), "HmacSHA256"));
      return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has HmacSHA256", absent);
    }
  }
}
