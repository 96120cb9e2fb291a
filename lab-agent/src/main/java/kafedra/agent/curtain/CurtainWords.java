package kafedra.agent.curtain;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.use.ProgramKind;

/** Orders and answers as lines of text, between the agent and a locker on the same machine. */
public final class CurtainWords {
  /** Characters of a message; what is longer is cut. */
  public static final int LONGEST_TEXT = 300;

  private static final String UNKNOWN = "-";

  private CurtainWords() {}

  public static String write(CurtainOrder order) {
    return switch (order) {
      case CurtainOrder.Cover() -> "cover";
      case CurtainOrder.Open(Duration remaining) -> "open " + remaining.toMillis();
      case CurtainOrder.Until(Duration remaining) -> "until " + remaining.toMillis();
      case CurtainOrder.Say(String text) -> "say " + line(text);
      case CurtainOrder.Look() -> "look";
    };
  }

  /** One line without control characters. */
  private static String line(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT));
  }

  /** Empty for a line that is no order. */
  public static Optional<CurtainOrder> order(String line) {
    int space = line.indexOf(' ');
    String verb = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1);
    return switch (verb) {
      case "cover" -> Optional.of(new CurtainOrder.Cover());
      case "open" -> millis(rest).map(CurtainOrder.Open::new);
      case "until" -> millis(rest).map(CurtainOrder.Until::new);
      case "say" -> Optional.of(new CurtainOrder.Say(line(rest)));
      case "look" -> Optional.of(new CurtainOrder.Look());
      default -> Optional.empty();
    };
  }

  public static String write(Sight sight) {
    return sight.state()
        + " "
        + sight.idle().map(idle -> String.valueOf(idle.toMillis())).orElse(UNKNOWN)
        + " "
        + sight.front().map(ProgramKind::name).orElse(UNKNOWN);
  }

  /** Empty for a line that is no answer. */
  public static Optional<Sight> sight(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      return Optional.empty();
    }
    try {
      Optional<ProgramKind> front =
          words[2].equals(UNKNOWN) ? Optional.empty() : Optional.of(ProgramKind.valueOf(words[2]));
      return Optional.of(new Sight(Curtain.State.valueOf(words[0]), millis(words[1]), front));
    } catch (IllegalArgumentException unknownWord) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> millis(String text) {
    return text.matches("\\d{1,12}")
        ? Optional.of(Duration.ofMillis(Long.parseLong(text)))
        : Optional.empty();
  }
}
