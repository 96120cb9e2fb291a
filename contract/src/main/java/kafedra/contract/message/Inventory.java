package kafedra.contract.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workstation is equipped with, as found in it.
 *
 * @param found such as a camera and a headset
 * @param updates packages that wait to be updated; null where the system does not tell
 * @param address of its network card, by which it can be woken; null where it has none
 */
public record Inventory(
    List<Feature> found, DiskHealth disk, @Nullable Integer updates, @Nullable String address) {
  public Inventory {
    found = List.copyOf(found);
    if (address != null && !address.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}")) {
      throw new IllegalArgumentException("no address of a network card: " + address);
    }
  }
}
