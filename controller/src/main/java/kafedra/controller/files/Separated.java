package kafedra.controller.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;

/** Tables of RFC 4180 as people have them: with commas, semicolons or tabs. */
final class Separated {
  private Separated() {}

  /** The one of comma, semicolon and tab that the first line has most of. */
  static String separator(String text) {
    String header = text.lines().findFirst().orElse("");
    String best = ",";
    for (String candidate : List.of(",", ";", "\t")) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  /** Rows may have any number of fields; a quote that is not closed is an error. */
  static CsvReader<CsvRecord> reader(String text, String separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  /** Only blanks go: a tab or another control character at the start is a reason to reject. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char sign) {
    return sign == ' ' || sign == '\u00a0';
  }

  private static long count(String text, String sign) {
    return text.chars().filter(it -> it == sign.charAt(0)).count();
  }
}
