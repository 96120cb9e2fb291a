package kafedra.kiosk.upkeep;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the board offers of what a kiosk may need.
 *
 * @param board its name
 */
public record HardwareCheck(String board, List<Part> parts) {
  public HardwareCheck {
    parts = List.copyOf(parts);
  }

  /** How a part is. */
  public enum State {
    READY,
    /** It is there and may not be used. */
    FORBIDDEN,
    MISSING
  }

  /**
   * @param part what it is
   * @param found where, or what was seen; empty for nothing
   * @param advice what to do; empty when it is ready
   */
  public record Part(String part, String found, State state, String advice) {}

  /** A table for a terminal. */
  public String table() {
    int name = width(parts.stream().map(Part::part).toList());
    int found = width(parts.stream().map(Part::found).toList());
    String format = "%-" + name + "s  %-" + found + "s  %-9s  %s";
    String rows =
        parts.stream()
            .map(it -> format.formatted(it.part(), it.found(), it.state(), it.advice()).strip())
            .collect(Collectors.joining("\n"));
    return "board: "
        + board
        + "\n"
        + format.formatted("part", "found", "state", "what to do").strip()
        + "\n"
        + rows;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1) + 1;
  }
}
