package kafedra.agent.lock;

import java.util.ArrayDeque;
import java.util.Deque;
import kafedra.contract.message.SeatOrder;

/**
 * Which orders are new. Numbers compare within one run of the kiosk; an order of a run that another
 * has replaced was under way for too long and is old.
 */
final class OrderSequence {
  /**
   * Replaced runs that are remembered. No message is under way for as long as that many restarts
   * take.
   */
  static final int REPLACED = 8;

  private final Deque<String> replaced = new ArrayDeque<>();
  private String run = "";
  private long number;

  /** Whether this order is to be obeyed; if so it is the last one from now on. */
  boolean advance(SeatOrder order) {
    if (order.kioskRun().equals(run)) {
      if (order.number() <= number) {
        return false;
      }
    } else if (replaced.contains(order.kioskRun())) {
      return false;
    } else {
      replace();
    }
    run = order.kioskRun();
    number = order.number();
    return true;
  }

  private void replace() {
    if (replaced.size() == REPLACED) {
      replaced.removeFirst();
    }
    replaced.addLast(run);
  }

  /** The number of the last order obeyed; 0 for none. */
  long last() {
    return number;
  }
}
