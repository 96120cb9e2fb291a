package kafedra.contract.message;

/**
 * Which state of its replica a kiosk has or should have.
 *
 * @param epoch changes when the controller's numbering begins anew; a kiosk of another epoch takes
 *     the whole replica again
 * @param number grows by one with each changed item; 0 is the empty replica
 */
public record ReplicaVersion(String epoch, long number) {
  /** What a kiosk has that never synchronised. */
  public static final ReplicaVersion NONE = new ReplicaVersion("none", 0);

  public ReplicaVersion {
    if (number < 0) {
      throw new IllegalArgumentException("replica version is negative: " + number);
    }
  }
}
