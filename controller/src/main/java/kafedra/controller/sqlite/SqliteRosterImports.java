package kafedra.controller.sqlite;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.roster.RosterImports;
import kafedra.controller.roster.RosterPlan;
import kafedra.controller.roster.RosterPlan.Known;
import kafedra.controller.roster.RosterPlan.Wanted;
import kafedra.controller.roster.RosterReport;
import kafedra.controller.roster.RosterSheet;
import org.jspecify.annotations.Nullable;

/**
 * Takes roster files into SQLite. New people get a number; PINs come later, when they are printed.
 */
public final class SqliteRosterImports implements RosterImports {
  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final RosterChanges changes;
  private final SecureRandom random = new SecureRandom();

  public SqliteRosterImports(SqliteReaders readers, SqliteWriter writer, RosterChanges changes) {
    this.readers = readers;
    this.writer = writer;
    this.changes = changes;
  }

  @Override
  public RosterReport preview(RosterSheet.Table sheet, SchoolId school) {
    return readers.read(db -> plan(db, sheet, school)).report();
  }

  @Override
  public RosterReport apply(RosterSheet.Table sheet, SchoolId school) {
    RosterPlan done =
        writer.write(db -> {
          RosterPlan plan = plan(db, sheet, school);
          new Taking(db, school).take(plan.changes());
          return plan;
        });
    if (!done.changes().isEmpty()) {
      changes.announce(Set.of(school));
    }
    return done.report();
  }

  private static RosterPlan plan(Connection db, RosterSheet.Table sheet, SchoolId school)
      throws SQLException {
    Map<String, Known> known = new HashMap<>();
    List<String> named =
        sheet.rows().stream()
            .map(row -> row.username().toLowerCase(Locale.ROOT))
            .filter(SqliteRosterImports::needsNoEscape)
            .toList();
    for (Known person : Rows.list(db, KNOWN, SqliteRosterImports::known, RosterRows.array(named))) {
      known.put(person.person().username(), person);
    }
    return RosterPlan.of(sheet, school, known);
  }

  /** Nobody known has a name that does; such a row is refused for it. */
  private static boolean needsNoEscape(String username) {
    return username.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
  }

  private static final String KNOWN =
      "SELECT "
          + RosterRows.PERSON
          + """
          , (SELECT g.name FROM group_member m JOIN learning_group g ON g.id = m.group_id
             WHERE m.person_id = person.id AND g.kind = 'CLASS') AS class_name,
            (SELECT group_concat(g.name, char(10)) FROM group_member m
             JOIN learning_group g ON g.id = m.group_id
             WHERE m.person_id = person.id AND g.kind = 'SUBJECT') AS subjects
          FROM person WHERE username IN (SELECT value FROM json_each(?))
          """;

  private static Known known(ResultSet row) throws SQLException {
    @Nullable String className = row.getString("class_name");
    @Nullable String subjects = row.getString("subjects");
    return new Known(
        RosterRows.person(row),
        className == null ? "" : className,
        subjects == null ? List.of() : Arrays.asList(subjects.split("\n", -1)));
  }

  /** One file's way into the tables, within one transaction. */
  private final class Taking {
    private final Connection db;
    private final SchoolId school;
    private final Map<String, String> groups = new HashMap<>();
    private final Set<String> numbers;

    Taking(Connection db, SchoolId school) throws SQLException {
      this.db = db;
      this.school = school;
      Rows.list(
          db,
          "SELECT id, kind, name FROM learning_group WHERE school_id = ?",
          row -> groups.put(row.getString(2) + row.getString(3), row.getString(1)),
          school.value());
      numbers =
          new HashSet<>(
              Rows.list(
                  db,
                  "SELECT number FROM person WHERE number IS NOT NULL",
                  row -> row.getString(1)));
    }

    void take(List<Wanted> people) throws SQLException {
      List<String> ids = new ArrayList<>();
      try (PreparedStatement add =
              db.prepareStatement(
                  """
                  INSERT INTO person (id, school_id, username, first_name, last_name, grade, role,
                    number, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')
                  """);
          PreparedStatement change =
              db.prepareStatement(
                  """
                  UPDATE person SET first_name = ?, last_name = ?, grade = ?, role = ? WHERE id = ?
                  """);
          PreparedStatement leave =
              db.prepareStatement(
                  """
                  DELETE FROM group_member WHERE person_id = ? AND group_id IN
                    (SELECT id FROM learning_group WHERE kind = 'CLASS')
                  """);
          PreparedStatement join =
              db.prepareStatement("INSERT OR IGNORE INTO group_member VALUES (?, ?)")) {
        for (Wanted wanted : people) {
          String id = write(add, change, wanted);
          ids.add(id);
          if (!wanted.className().isEmpty()) {
            Rows.bind(leave, id);
            leave.executeUpdate();
            Rows.bind(join, group(Group.Kind.CLASS, wanted.className()), id);
            join.executeUpdate();
          }
          if (!wanted.subject().isEmpty()) {
            Rows.bind(join, group(Group.Kind.SUBJECT, wanted.subject()), id);
            join.executeUpdate();
          }
        }
      }
      PersonIndex.refresh(db, ids);
    }

    private String write(PreparedStatement add, PreparedStatement change, Wanted wanted)
        throws SQLException {
      Known before = wanted.before();
      if (before == null) {
        String id = newId("p");
        Rows.bind(
            add,
            id,
            school.value(),
            wanted.username(),
            wanted.firstName(),
            wanted.lastName(),
            wanted.grade(),
            wanted.role().name(),
            newNumber());
        add.executeUpdate();
        return id;
      }
      String id = before.person().id().value();
      Rows.bind(
          change, wanted.firstName(), wanted.lastName(), wanted.grade(), wanted.role().name(), id);
      change.executeUpdate();
      return id;
    }

    private String group(Group.Kind kind, String name) throws SQLException {
      String known = groups.get(kind.name() + name);
      if (known != null) {
        return known;
      }
      String id = newId("g");
      Rows.change(
          db,
          "INSERT INTO learning_group VALUES (?, ?, ?, ?)",
          id,
          school.value(),
          name,
          kind.name());
      groups.put(kind.name() + name, id);
      return id;
    }

    /** Five digits while at most half of those are given out, then six and so on. */
    private String newNumber() {
      int least = 10_000;
      while (numbers.size() > least * 4) {
        least *= 10;
      }
      String number;
      do {
        number = Integer.toString(least + random.nextInt(least * 9));
      } while (!numbers.add(number));
      return number;
    }
  }

  private String newId(String prefix) {
    byte[] bits = new byte[8];
    random.nextBytes(bits);
    return prefix + HexFormat.of().formatHex(bits);
  }
}
