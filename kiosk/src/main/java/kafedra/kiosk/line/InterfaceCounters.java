package kafedra.kiosk.line;

import java.util.Optional;

/** What a machine's network interface has carried. */
public interface InterfaceCounters {
  /** Bytes since some moment in the past; a smaller figure than before is a new beginning. */
  record Bytes(long received, long sent) {}

  /** Empty when the interface is gone for the moment. */
  Optional<Bytes> read();
}
