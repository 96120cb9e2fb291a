package kafedra.contract.message;

import java.util.List;
import kafedra.contract.time.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk as it is now, retained.
 *
 * @param version of its program
 * @param waiting people in the queue
 * @param troubles what the kiosk finds wrong with itself; null from a program that does not tell
 * @param unsent records in the outbox that are not acknowledged
 */
public record KioskState(
    Stamp at,
    String version,
    int waiting,
    long unsent,
    Health health,
    @Nullable List<KioskTrouble> troubles)
    implements Message.FromKiosk {
  public KioskState {
    troubles = troubles == null ? null : List.copyOf(troubles);
  }

  /** What is wrong; nothing where the kiosk does not tell. */
  public List<KioskTrouble> wrong() {
    return troubles == null ? List.of() : troubles;
  }
}
