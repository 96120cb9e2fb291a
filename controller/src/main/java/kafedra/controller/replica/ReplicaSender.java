package kafedra.controller.replica;

import kafedra.contract.id.KioskId;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;

/** Brings word of the replica to a kiosk, or does not: the kiosk asks again. */
public interface ReplicaSender {
  /**
   * Kept by the broker for a kiosk that is away. Returns whether it was taken; if not, it is tried
   * again.
   */
  boolean head(KioskId kiosk, SyncHead head);

  void changes(KioskId kiosk, SyncChanges changes);
}
