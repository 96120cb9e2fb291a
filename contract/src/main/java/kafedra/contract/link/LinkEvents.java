package kafedra.contract.link;

import java.util.List;

/**
 * What a link tells its program, always on the link's own two threads, one call at a time on each.
 * An exception thrown here is counted and logged; the link goes on.
 */
public interface LinkEvents {
  /**
   * Connected and subscribed. Whoever sends states does so anew from here, since nothing is known
   * of what arrived before.
   */
  void up();

  /** The connection is gone; it is tried again until the link is closed. */
  void down(String why);

  /**
   * Messages arrived, in their order.
   *
   * @param batch 1 to {@value MqttLink#BATCH}: whatever had arrived, so that a store can commit it
   *     together
   */
  void received(List<Incoming> batch);

  /** A message as it came. The payload is untrusted. */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared by nobody, and copying each payload would cost the hot
  // path
  record Incoming(String topic, byte[] payload) {}
}
