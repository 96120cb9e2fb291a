package kafedra.controller.fleet;

import java.time.Instant;
import java.util.Map;
import kafedra.contract.id.KioskId;

/** Remembers over a restart when each kiosk was last heard. */
public interface ContactStore {
  Map<KioskId, Instant> lastContacts();

  /** Keeps these, soon. */
  void keep(Map<KioskId, Instant> contacts);
}
