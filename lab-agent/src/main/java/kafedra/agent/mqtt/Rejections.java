package kafedra.agent.mqtt;

import java.util.concurrent.atomic.AtomicLong;
import kafedra.contract.codec.Decoded;
import kafedra.contract.id.WorkstationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts payloads that are no orders, and tells of the 1st, 2nd, 4th, 8th and so on, so that a
 * flood does not fill the log.
 */
final class Rejections {
  private static final Logger log = LoggerFactory.getLogger(Rejections.class);

  private final WorkstationId workstation;
  private final AtomicLong count = new AtomicLong();

  Rejections(WorkstationId workstation) {
    this.workstation = workstation;
  }

  void add(Decoded.Fault fault, String detail) {
    long number = count.incrementAndGet();
    if (Long.bitCount(number) == 1) {
      log.warn(
          "{}: payload {} that could not be read, {}: {}. Maybe kiosk and agent differ in version.",
          workstation,
          number,
          fault,
          detail);
    }
  }

  long count() {
    return count.get();
  }
}
