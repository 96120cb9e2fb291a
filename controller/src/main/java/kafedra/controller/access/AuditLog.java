package kafedra.controller.access;

/** Keeps what staff did, for good. Ids only, no names. */
public interface AuditLog {
  /**
   * Appends an entry.
   *
   * @param actor login
   * @param action a stable word, such as {@code booking-cancelled}
   * @param subject id of what it was done to
   * @param detail what changed, as ids and figures; may be empty
   */
  void note(String actor, String action, String subject, String detail);
}
