package kafedra.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.config.ConfigException;

/**
 * Files of lines {@code one;other}; empty lines and those that begin with {@code #} say nothing.
 */
final class PairFile {
  record Line(String first, String second) {}

  private PairFile() {}

  /**
   * @throws ConfigException with everything that is wrong with the file
   */
  static List<Line> read(Path file, String form) {
    List<Line> lines = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String text : lines(file)) {
      number++;
      int semicolon = text.indexOf(';');
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (semicolon < 1 || semicolon == text.length() - 1) {
        problems.add(file + " line " + number + " is not of the form " + form + ".");
      } else {
        lines.add(
            new Line(text.substring(0, semicolon).strip(), text.substring(semicolon + 1).strip()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return lines;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new ConfigException(List.of(file + " cannot be read: " + unreadable.getMessage()));
    }
  }
}
