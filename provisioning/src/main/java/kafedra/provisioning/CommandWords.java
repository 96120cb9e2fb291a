package kafedra.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Brings arguments as people type them on a command line into the form that all our programs read.
 */
final class CommandWords {
  private CommandWords() {}

  /**
   * {@code --port 9000} becomes {@code --port=9000}, and {@code --fresh} becomes {@code
   * --fresh=yes}.
   *
   * @param flags options without a value
   */
  static List<String> asSettings(List<String> arguments, Set<String> flags) {
    List<String> settings = new ArrayList<>();
    List<String> rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      boolean bare = argument.startsWith("--") && argument.indexOf('=') < 0;
      if (bare && flags.contains(argument.substring(2))) {
        settings.add(argument + "=yes");
      } else if (bare && !rest.isEmpty() && !rest.getFirst().startsWith("--")) {
        settings.add(argument + "=" + rest.removeFirst());
      } else {
        settings.add(argument);
      }
    }
    return settings;
  }
}
