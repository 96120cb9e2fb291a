package kafedra.controller.roster;

import java.util.List;

/** What a roster file is, once it was read. */
public sealed interface RosterSheet {
  /** Rows in one file at the most. */
  int MOST_ROWS = 20_000;

  /**
   * A table with the columns that are needed.
   *
   * @param encoding such as {@code windows-1251}
   * @param separator of the columns
   * @param broken lines that have another number of columns than the header, with their first field
   */
  record Table(String encoding, String separator, List<RosterRow> rows, List<Broken> broken)
      implements RosterSheet {
    public Table {
      rows = List.copyOf(rows);
      broken = List.copyOf(broken);
    }
  }

  /** A line that is no row. */
  record Broken(int line, String username) {}

  /** The first of the columns that are not there. */
  record MissingColumn(String column) implements RosterSheet {}

  /** No row beside the header, or not even that. */
  record Empty() implements RosterSheet {}

  /** Not a table, from this line on. */
  record NoTable(long line) implements RosterSheet {}

  /** More than {@value #MOST_ROWS} rows. */
  record TooManyRows() implements RosterSheet {}
}
