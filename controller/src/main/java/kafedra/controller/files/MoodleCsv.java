package kafedra.controller.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import kafedra.controller.roster.RosterRow;
import kafedra.controller.roster.RosterSheet;

/**
 * Reads Moodle's users CSV ({@code username,firstname,lastname,email,course1,group1,cohort1};
 * others are passed over). The e-mail address must be there, as in Moodle's file, and is not taken
 * in: nothing here needs it.
 */
public final class MoodleCsv {
  private static final List<String> COLUMNS =
      List.of("username", "firstname", "lastname", "email", "course1", "group1", "cohort1");

  private MoodleCsv() {}

  public static RosterSheet read(byte[] bytes) {
    FileText decoded = FileText.of(bytes);
    String text = decoded.text();
    if (text.isBlank()) {
      return new RosterSheet.Empty();
    }
    if (text.indexOf('\0') >= 0) {
      return new RosterSheet.NoTable(1);
    }
    String separator = Separated.separator(text);
    try (CsvReader<CsvRecord> reader = Separated.reader(text, separator)) {
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

  private static String field(List<String> header, CsvRecord record, String column) {
    return Separated.trimmed(record.getField(header.indexOf(column)));
  }

  private static String brief(String text) {
    return text.length() > 100 ? text.substring(0, 100) : text;
  }
}
