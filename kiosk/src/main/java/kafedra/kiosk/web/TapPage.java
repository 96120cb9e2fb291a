package kafedra.kiosk.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kafedra.kiosk.device.CardReader;

/** A card reader for trying out: cards are tapped on a page instead of on a device. */
public final class TapPage implements CardReader {
  /**
   * @param card its number
   * @param label what to show for it
   */
  public record DemoCard(String card, String label) {}

  private final List<DemoCard> cards;
  private final AtomicReference<Consumer<String>> reader = new AtomicReference<>(card -> {});

  public TapPage(List<DemoCard> cards) {
    this.cards = List.copyOf(cards);
  }

  List<DemoCard> cards() {
    return cards;
  }

  @Override
  public void start(Consumer<String> tapped) {
    reader.set(tapped);
  }

  void tap(String card) {
    reader.get().accept(card);
  }

  @Override
  public void close() {
    reader.set(card -> {});
  }
}
