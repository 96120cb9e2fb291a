package kafedra.controller.intake;

import java.util.List;

/** What arrived together, to be committed together. */
public record Delivery(List<Arrived> batches, List<SetAside> aside) {
  public Delivery {
    batches = List.copyOf(batches);
    aside = List.copyOf(aside);
  }

  public boolean isEmpty() {
    return batches.isEmpty() && aside.isEmpty();
  }
}
