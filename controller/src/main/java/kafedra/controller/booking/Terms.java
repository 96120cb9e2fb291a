package kafedra.controller.booking;

import java.time.Duration;
import kafedra.contract.id.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * On what terms seats are asked for, beside who, where and when.
 *
 * @param hold how long the seats are kept without being promised; null to promise them at once
 * @param series what the booking is made together with; null for a single one
 * @param override why a librarian sets rules aside that may be set aside; null to keep all rules
 */
public record Terms(
    Online online,
    @Nullable Duration hold,
    @Nullable SeriesId series,
    @Nullable String override,
    Claim claim) {
  public static final Terms PLAIN = new Terms(Online.NONE, null, null, null);

  /** Which seats are asked for. */
  public enum Claim {
    FREE_SEATS,
    /** If too few are free, also those of what is less important. */
    LESS_IMPORTANT_TOO
  }

  /** For seats that are free. */
  public Terms(
      Online online,
      @Nullable Duration hold,
      @Nullable SeriesId series,
      @Nullable String override) {
    this(online, hold, series, override, Claim.FREE_SEATS);
  }

  /** A hold lasts no longer: whoever fills in a form for longer asks again. */
  public static final Duration LONGEST_HOLD = Duration.ofMinutes(30);

  /** Characters of a reason at the most. */
  public static final int LONGEST_REASON = 200;

  public Terms {
    if (hold != null && (hold.isZero() || hold.isNegative() || hold.compareTo(LONGEST_HOLD) > 0)) {
      throw new IllegalArgumentException("a hold of " + hold + "; up to " + LONGEST_HOLD);
    }
    if (override != null && (override.isBlank() || override.length() > LONGEST_REASON)) {
      throw new IllegalArgumentException(
          "a reason has 1 to " + LONGEST_REASON + " characters, not " + override.length());
    }
  }

  /** The same, for seats of what is less important too. */
  public Terms displacing() {
    return new Terms(online, hold, series, override, Claim.LESS_IMPORTANT_TOO);
  }

  public Terms inSeries(SeriesId with) {
    return new Terms(online, hold, with, override, claim);
  }
}
