package kafedra.contract.time;

/**
 * One start of a machine. Readings of the clock since boot compare only under the same id.
 *
 * @param value empty where the start is not known
 */
public record BootId(String value) {
  /** Longer than what any system gives. */
  public static final int LONGEST = 64;

  public BootId {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException("a boot id of " + value.length() + " characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
