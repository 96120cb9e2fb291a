package kafedra.controller.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import kafedra.controller.roster.RosterRow;
import kafedra.controller.roster.RosterSheet;

/**
 * Reads Moodle's users CSV ({@code username,firstname,lastname,email,course1,group1,cohort1};
 * others are passed over). Bytes that are no UTF-8 are windows-1251, which Russian Excel still
 * writes. The separator is the one of comma, semicolon and tab that the header has most of. The
 * e-mail address must be there, as in Moodle's file, and is not taken in: nothing here needs it.
 */
public final class MoodleCsv {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final List<String> COLUMNS =
      List.of("username", "firstname", "lastname", "email", "course1", "group1", "cohort1");
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private MoodleCsv() {}

  private record Decoded(String encoding, String text) {}

  public static RosterSheet read(byte[] bytes) {
    Decoded decoded = decode(bytes);
    String text =
        decoded.text().startsWith(BYTE_ORDER_MARK) ? decoded.text().substring(1) : decoded.text();
    if (text.isBlank()) {
      return new RosterSheet.Empty();
    }
    if (text.indexOf('\0') >= 0) {
      return new RosterSheet.NoTable(1);
    }
    String separator = separator(text.lines().findFirst().orElse(""));
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      return table(decoded.encoding(), separator, reader.iterator());
    } catch (CsvParseException torn) {
      return new RosterSheet.NoTable(1);
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail to close", impossible);
    }
  }

  private static RosterSheet table(String encoding, String separator, Iterator<CsvRecord> records) {
    List<String> header =
        records.next().getFields().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    for (String column : COLUMNS) {
      if (!header.contains(column)) {
        return new RosterSheet.MissingColumn(column);
      }
    }
    List<RosterRow> rows = new ArrayList<>();
    List<RosterSheet.Broken> broken = new ArrayList<>();
    long line = 1;
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        if (record.getFieldCount() == header.size()) {
          rows.add(row(header, record));
        } else if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
          broken.add(new RosterSheet.Broken((int) line, brief(record.getField(0))));
        }
        if (rows.size() + broken.size() > RosterSheet.MOST_ROWS) {
          return new RosterSheet.TooManyRows();
        }
      }
    } catch (CsvParseException torn) {
      return new RosterSheet.NoTable(line + 1);
    }
    return rows.isEmpty() && broken.isEmpty()
        ? new RosterSheet.Empty()
        : new RosterSheet.Table(encoding, separator, rows, broken);
  }

  private static RosterRow row(List<String> header, CsvRecord record) {
    return new RosterRow(
        (int) record.getStartingLineNumber(),
        field(header, record, "username"),
        field(header, record, "firstname"),
        field(header, record, "lastname"),
        field(header, record, "course1"),
        field(header, record, "group1"),
        field(header, record, "cohort1"));
  }

  /** Only blanks go: a tab or another control character at the start is a reason to reject. */
  private static String field(List<String> header, CsvRecord record, String column) {
    return trimmed(record.getField(header.indexOf(column)));
  }

  private static String trimmed(String text) {
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

  private static String brief(String text) {
    return text.length() > 100 ? text.substring(0, 100) : text;
  }

  private static Decoded decode(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new Decoded("UTF-8", text);
    } catch (CharacterCodingException otherwise) {
      return new Decoded("windows-1251", new String(bytes, WINDOWS_1251));
    }
  }

  private static String separator(String header) {
    String best = ",";
    for (String candidate : List.of(",", ";", "\t")) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, String sign) {
    return text.chars().filter(it -> it == sign.charAt(0)).count();
  }
}
