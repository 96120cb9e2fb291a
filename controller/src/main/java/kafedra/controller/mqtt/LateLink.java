package kafedra.controller.mqtt;

import kafedra.contract.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a link until it is there: who listens on a link and who speaks over it need each
 * other.
 */
public final class LateLink implements Link {
  private volatile @Nullable Link link;

  public void use(Link real) {
    link = real;
  }

  @Override
  public Sent send(String topic, byte[] payload, Delivery how) {
    Link real = link;
    return real == null ? Sent.DOWN : real.send(topic, payload, how);
  }
}
