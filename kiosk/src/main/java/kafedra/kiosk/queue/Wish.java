package kafedra.kiosk.queue;

import java.util.Collection;
import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem;
import org.jspecify.annotations.Nullable;

/**
 * Which seats somebody waits for.
 *
 * @param lab null for any lab of the building
 * @param features what the seat must have, whatever else it has
 */
public record Wish(@Nullable LabId lab, Set<Feature> features) {
  public static final Wish ANY = new Wish(null, Set.of());

  public Wish {
    features = Set.copyOf(features);
  }

  public boolean accepts(ReplicaItem.Seat seat) {
    return accepts(seat.lab(), seat.features());
  }

  boolean accepts(LabId of, Collection<Feature> offered) {
    return (lab == null || lab.equals(of)) && offered.containsAll(features);
  }
}
