package kafedra.controller.roster;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.Millis;

/**
 * Gives out codes for one time, for somebody who lost card and PIN. The digits are told to the
 * librarian and forgotten here (docs/decisions/0022-pictures-and-codes.md).
 */
public final class CodeDesk {
  /** Digits of a code. */
  public static final int DIGITS = 6;

  /** A code works no longer. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final int ALL = 1_000_000;

  /** How a code is bound to a building. */
  @FunctionalInterface
  public interface Binding {
    /** The verifier that the building's kiosk compares with. */
    String verifier(KioskAccount account, String digits);
  }

  /** A code as it is told once. */
  public record Told(String digits, Instant expires) {
    /** Masked. */
    @Override
    public String toString() {
      return "Told[masked until " + expires + "]";
    }
  }

  private final EntryCodes codes;
  private final Binding binding;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public CodeDesk(EntryCodes codes, Binding binding, InstantSource clock) {
    this.codes = codes;
    this.binding = binding;
    this.clock = clock;
  }

  /**
   * @param account of the kiosk at which the code works, and of no other
   */
  public Told issue(
      PersonId person, Building building, KioskAccount account, Duration lasting, String by) {
    Instant now = clock.instant();
    Instant expires = Millis.of(now.plus(lasting));
    while (true) {
      String digits = "%06d".formatted(random.nextInt(ALL));
      ReplicaItem.EntryCode code =
          new ReplicaItem.EntryCode(binding.verifier(account, digits), person, expires);
      if (codes.add(building.id(), code, by, now)) {
        return new Told(digits, expires);
      }
    }
  }
}
