package kafedra.controller.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person signs in at a kiosk.
 *
 * @param number typed before the PIN, 4 to 8 digits, unique in the district; null without one
 * @param pin null without one
 * @param cards card numbers in upper case without spaces; each is one person's
 */
public record Credentials(@Nullable String number, @Nullable StretchedPin pin, List<String> cards) {
  public static final Credentials NONE = new Credentials(null, null, List.of());

  public Credentials {
    cards = List.copyOf(cards);
  }

  /**
   * A PIN after Argon2id; a building's verifier is made from it.
   *
   * @param salt hexadecimal
   * @param stretched hexadecimal
   */
  public record StretchedPin(String salt, String stretched) {
    /** Masked. */
    @Override
    public String toString() {
      return "StretchedPin[masked]";
    }
  }

  /** Masked. */
  @Override
  public String toString() {
    return "Credentials[masked]";
  }
}
