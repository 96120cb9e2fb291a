package kafedra.contract.link;

/** Where messages leave. */
public interface Link {
  /**
   * Hands over a message without waiting for the network.
   *
   * @return whether it was taken. {@link Sent#TAKEN} is no promise that it arrives: what must
   *     arrive is answered by its receiver and sent again without an answer.
   */
  Sent send(String topic, byte[] payload, Delivery how);

  /** Whether a message was taken. */
  enum Sent {
    TAKEN,
    /** There is no connection. */
    DOWN,
    /** Too many messages are under way. */
    BUSY
  }

  /** How the broker is to treat a message. */
  enum Delivery {
    /** At most once (QoS 0): for what is answered or repeated anyway. */
    PLAIN,
    /** At least once (QoS 1), while the connection stands. */
    ASSURED,
    /** As {@link #ASSURED}, and kept by the broker for whoever subscribes later. */
    RETAINED
  }
}
