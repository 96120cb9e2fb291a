package kafedra.contract.codec;

import kafedra.contract.message.Message;

/** What came of reading a payload. */
public sealed interface Decoded {
  /** It could be read. */
  record Read(Message message) implements Decoded {}

  /**
   * It could not; the receiver counts it, keeps the bytes aside and goes on.
   *
   * @param detail for a sysadmin, without the payload's content
   */
  record Rejected(Fault fault, String detail) implements Decoded {}

  /** What was wrong with a payload. */
  enum Fault {
    /** No JSON object, or cut off. */
    TORN,
    OVERSIZED,
    UNKNOWN_VERSION,
    UNKNOWN_TYPE,
    /** The right shape with impossible or missing values. */
    INVALID
  }
}
