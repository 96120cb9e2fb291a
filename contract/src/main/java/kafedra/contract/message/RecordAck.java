package kafedra.contract.message;

import java.time.Instant;
import kafedra.contract.id.StreamId;
import kafedra.contract.time.Millis;

/**
 * The controller has committed every record of the stream up to and including this number.
 *
 * @param upTo 0 when it has none. May be lower than one said before, when the controller came back
 *     from an older backup: the kiosk then sends again from there.
 * @param now the controller's time, which sets the kiosk's clock
 */
public record RecordAck(StreamId stream, long upTo, Instant now) implements Message.ToKiosk {
  public RecordAck {
    now = Millis.of(now);
    if (upTo < 0) {
      throw new IllegalArgumentException("acknowledged number is negative: " + upTo);
    }
  }
}
