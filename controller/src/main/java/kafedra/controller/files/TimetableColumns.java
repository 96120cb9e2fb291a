package kafedra.controller.files;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column of a table is what, by its name. */
final class TimetableColumns {
  /** What a column may be, with the names by which it is known. */
  enum Column {
    ID("id", "код", "activity id"),
    SUBJECT("предмет", "дисциплина", "курс", "subject", "course"),
    CLASS("класс", "классы", "class", "classes", "students sets"),
    GROUP("группа", "подгруппа", "group", "subgroup"),
    TEACHER("учитель", "учителя", "педагог", "преподаватель", "teacher", "teachers"),
    ROOM("кабинет", "аудитория", "зал", "помещение", "room", "rooms", "classroom"),
    DAY("день", "день недели", "day", "weekday", "day of week"),
    DATE("дата", "date"),
    LESSON("урок", "номер урока", "№ урока", "пара", "lesson", "period", "hour"),
    TIME("время", "time"),
    START("начало", "start", "starts", "from"),
    END("конец", "окончание", "end", "ends", "to"),
    WEEKS("неделя", "недели", "чётность", "week", "weeks"),
    PUPILS("учеников", "учащихся", "обучающихся", "человек", "pupils", "students");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }
  }

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final List<String> header;

  private TimetableColumns(List<String> header) {
    this.header = header;
  }

  static TimetableColumns of(List<String> header) {
    TimetableColumns columns = new TimetableColumns(List.copyOf(header));
    for (int i = 0; i < header.size(); i++) {
      String name = plain(header.get(i));
      for (Column column : Column.values()) {
        if (column.names.stream().anyMatch(known -> plain(known).equals(name))) {
          columns.places.putIfAbsent(column, i);
        }
      }
    }
    return columns;
  }

  /** Without case, ё and signs around, so that «№ Урока:» is «№ урока». */
  private static String plain(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replaceAll("[\\s\\u00a0_]+", " ")
        .replaceAll("[:.]$", "");
  }

  boolean knows(Column column) {
    return places.containsKey(column);
  }

  /** The column's place from 0; null without one. */
  @Nullable Integer at(Column column) {
    return places.get(column);
  }

  /** As the file calls it, or its usual name. */
  String label(Column column) {
    Integer at = places.get(column);
    return at == null ? column.names.getFirst() : header.get(at).strip();
  }

  /** The first of the columns that a table cannot do without. */
  Optional<String> missing() {
    if (!knows(Column.SUBJECT)) {
      return Optional.of(label(Column.SUBJECT));
    }
    if (!knows(Column.CLASS) && !knows(Column.GROUP)) {
      return Optional.of(label(Column.CLASS));
    }
    if (!knows(Column.ROOM)) {
      return Optional.of(label(Column.ROOM));
    }
    if (!knows(Column.DAY) && !knows(Column.DATE)) {
      return Optional.of(label(Column.DAY));
    }
    boolean timed =
        knows(Column.LESSON) || knows(Column.TIME) || (knows(Column.START) && knows(Column.END));
    return timed ? Optional.empty() : Optional.of(label(Column.LESSON));
  }
}
