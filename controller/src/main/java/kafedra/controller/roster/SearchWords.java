package kafedra.controller.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How names are found: letter case does not matter, nor whether ё was typed as е. */
public final class SearchWords {
  private SearchWords() {}

  /** The words of a text, comparable with each other. */
  public static List<String> of(String text) {
    return Arrays.stream(
            text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip().split("[\\s,;]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The words as they are stored: each after a blank. */
  public static String stored(List<String> parts) {
    return " " + String.join(" ", of(String.join(" ", parts)));
  }
}
