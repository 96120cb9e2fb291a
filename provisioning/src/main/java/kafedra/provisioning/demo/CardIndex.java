package kafedra.provisioning.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kafedra.contract.id.SchoolId;
import kafedra.provisioning.demo.CardHolder.NumberAndPin;
import kafedra.provisioning.demo.CardHolder.Player;

/** The made-up cards, read from {@code cards.csv} of the demo's data. */
public record CardIndex(List<CardHolder> holders) {
  private static final String HEADER = "school,lastname,firstname,class,card,number,pin,played_by";

  public CardIndex {
    holders = List.copyOf(holders);
  }

  /**
   * @throws IllegalArgumentException naming the line that is not a card's
   */
  public static CardIndex parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException("the card list does not begin with " + HEADER);
    }
    List<CardHolder> holders = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      holders.add(holder(i + 1, lines.get(i).split(",", -1)));
    }
    return new CardIndex(holders);
  }

  private static CardHolder holder(int line, String[] cells) {
    if (cells.length != 8) {
      throw new IllegalArgumentException(
          "line " + line + " of the card list has " + cells.length + " cells, not 8");
    }
    Optional<NumberAndPin> pin =
        cells[5].isEmpty() ? Optional.empty() : Optional.of(new NumberAndPin(cells[5], cells[6]));
    return new CardHolder(
        new SchoolId(cells[0]),
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        pin,
        Player.valueOf(cells[7].toUpperCase(Locale.ROOT)));
  }

  /** Who comes to no school but this one, in the order of the list. */
  public List<CardHolder> of(SchoolId school, Player player) {
    return holders.stream()
        .filter(it -> it.school().equals(school) && it.player() == player)
        .toList();
  }

  public List<CardHolder> of(Player player) {
    return holders.stream().filter(it -> it.player() == player).toList();
  }
}
