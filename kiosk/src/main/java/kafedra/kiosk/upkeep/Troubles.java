package kafedra.kiosk.upkeep;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.message.KioskTrouble;

/** What is wrong with this kiosk at the moment. Safe for use by many threads. */
public final class Troubles {
  private final Set<KioskTrouble> present = EnumSet.noneOf(KioskTrouble.class);

  /** It is so. */
  public synchronized void has(KioskTrouble trouble) {
    present.add(trouble);
  }

  /** It is so no more. */
  public synchronized void isRidOf(KioskTrouble trouble) {
    present.remove(trouble);
  }

  /** In the order of the enumeration. */
  public synchronized List<KioskTrouble> now() {
    return List.copyOf(present);
  }
}
