package kafedra.controller.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kafedra.controller.files.TimetableColumns.Column;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Participants;
import kafedra.controller.timetable.Spot;
import kafedra.controller.timetable.TimetableFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with a row for each lesson: from a spreadsheet, with column names in Russian or
 * English ({@link TimetableColumns}), or FET's {@code …_timetable.csv}.
 */
final class TimetableCsv {
  private static final Charset KOI8_R = Charset.forName("KOI8-R");
  private static final int MOST_PUPILS = 100_000;

  private final TimetableColumns columns;
  private final Findings findings = new Findings();

  private TimetableCsv(TimetableColumns columns) {
    this.columns = columns;
  }

  /**
   * @param text as its bytes seem to be
   * @throws Unreadable when the file cannot be trusted
   */
  static TimetableFile read(byte[] bytes, FileText text) {
    FileText best = text;
    if (!isHeader(text.text()) && text.encoding().equals(FileText.WINDOWS_1251.name())) {
      FileText other = FileText.as(KOI8_R, bytes);
      best = isHeader(other.text()) ? other : text;
    }
    return table(best.text()).as(TimetableFile.Format.CSV, best.encoding());
  }

  /** Whether a line of column names is seen in this encoding. */
  private static boolean isHeader(String text) {
    String header = text.lines().findFirst().orElse("");
    List<String> names = List.of(header.replace("\"", "").split("[,;\t]", -1));
    return TimetableColumns.of(names).knows(Column.SUBJECT)
        || TimetableColumns.of(names).knows(Column.CLASS);
  }

  private static Findings table(String text) {
    int line = 1;
    try (CsvReader<CsvRecord> reader = Separated.reader(text, Separated.separator(text))) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw new Unreadable(FileFault.EMPTY);
      }
      List<String> header = records.next().getFields();
      TimetableCsv table = new TimetableCsv(TimetableColumns.of(header));
      table
          .columns
          .missing()
          .ifPresent(it -> {
            throw new Unreadable(Spot.line(1), FileFault.MISSING_COLUMN, it, "");
          });
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = (int) record.getStartingLineNumber();
        table.read(record, header.size());
      }
      return table.findings;
    } catch (CsvParseException torn) {
      throw new Unreadable(Spot.line(line + 1), FileFault.BROKEN_TABLE, "", "");
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail to close", impossible);
    }
  }

  private void read(CsvRecord record, int width) {
    if (record.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    LessonDraft draft = new LessonDraft(findings, Spot.line((int) record.getStartingLineNumber()));
    if (record.getFieldCount() != width) {
      draft.wrong(FileFault.COLUMN_COUNT, "", Integer.toString(record.getFieldCount()));
      return;
    }
    Row row = new Row(draft, record);
    String subject = row.text(Column.SUBJECT);
    List<Participants> participants = row.participants();
    List<String> teachers = row.names(Column.TEACHER);
    List<String> rooms = row.names(Column.ROOM);
    Optional<Days> days = TimetableDays.of(row::text, columns::label, draft);
    Optional<LessonTime> time = TimetableDays.time(row::text, columns::label, draft);
    OptionalInt pupils = row.pupils();
    if (subject.isEmpty() && participants.isEmpty()) {
      draft.wrong(FileFault.MISSING, columns.label(Column.SUBJECT), "");
    }
    if (draft.isSound() && days.isPresent() && time.isPresent()) {
      String source = row.source(subject, participants);
      findings.add(
          new Lesson(
              source,
              draft.spot(),
              subject,
              participants,
              teachers,
              rooms,
              days.get(),
              time.get(),
              pupils));
    }
  }

  /** One row and what its cells say. */
  private final class Row {
    private final LessonDraft draft;
    private final CsvRecord record;

    Row(LessonDraft draft, CsvRecord record) {
      this.draft = draft;
      this.record = record;
    }

    /** Empty when there is no such column. */
    String text(Column column) {
      @Nullable Integer at = columns.at(column);
      return at == null ? "" : draft.name(columns.label(column), record.getField(at));
    }

    List<String> names(Column column) {
      return draft.names(columns.label(column), text(column), ",;+");
    }

    /** Each class whole, or its part when the column of groups says one. */
    List<Participants> participants() {
      List<Participants> some = new ArrayList<>();
      String group = text(Column.GROUP);
      for (String name : names(Column.CLASS)) {
        some.add(new Participants(name, group));
      }
      if (some.isEmpty() && !group.isEmpty()) {
        some.add(Participants.ownGroup(group));
      }
      return some;
    }

    OptionalInt pupils() {
      String text = text(Column.PUPILS);
      OptionalInt pupils = Numbers.whole(text, 1, MOST_PUPILS);
      if (pupils.isEmpty() && !text.isEmpty()) {
        draft.wrong(FileFault.BAD_NUMBER, columns.label(Column.PUPILS), text);
      }
      return pupils;
    }

    /** The row's own id, or what stays when the lesson is moved or another teacher takes it. */
    String source(String subject, List<Participants> participants) {
      String id = text(Column.ID);
      return id.isEmpty() ? subject + "|" + participants : id;
    }
  }
}
