package kafedra.provisioning.demo;

import java.util.Optional;
import kafedra.contract.id.SchoolId;

/**
 * A made-up pupil with a made-up card.
 *
 * @param schoolClass such as «7А»
 * @param card digits, as a USB reader types them
 * @param pin for who also signs in by number and PIN
 * @param player who comes with this card
 */
public record CardHolder(
    SchoolId school,
    String lastName,
    String firstName,
    String schoolClass,
    String card,
    Optional<NumberAndPin> pin,
    Player player) {
  /** What the pupil types instead of a card. */
  public record NumberAndPin(String number, String pin) {}

  /** Who comes with a card. */
  public enum Player {
    /** Whoever tries the district out. */
    VISITOR,
    /** The program, so that the rooms live. */
    PROGRAM
  }

  /** As the roster has it, last name first. */
  public String fullName() {
    return lastName + " " + firstName;
  }

  /** What stands on the card. */
  public String label() {
    return firstName + ", " + schoolClass;
  }
}
