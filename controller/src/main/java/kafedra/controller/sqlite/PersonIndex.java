package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import kafedra.controller.roster.SearchWords;
import org.jspecify.annotations.Nullable;

/** Keeps {@code person.search} true to names, classes and numbers. */
final class PersonIndex {
  private record Words(
      String id, String first, String last, @Nullable String number, @Nullable String classes) {
    String stored() {
      return SearchWords.stored(
          List.of(last, first, number == null ? "" : number, classes == null ? "" : classes));
    }
  }

  private PersonIndex() {}

  static void refresh(Connection db, Collection<String> people) throws SQLException {
    List<Words> all =
        Rows.list(
            db,
            """
            SELECT id, first_name, last_name, number, (
              SELECT group_concat(g.name, ' ') FROM group_member m
              JOIN learning_group g ON g.id = m.group_id
              WHERE m.person_id = person.id AND g.kind = 'CLASS') AS classes
            FROM person WHERE id IN (SELECT value FROM json_each(?))
            """,
            row ->
                new Words(
                    row.getString("id"),
                    row.getString("first_name"),
                    row.getString("last_name"),
                    row.getString("number"),
                    row.getString("classes")),
            RosterRows.array(people));
    try (PreparedStatement update =
        db.prepareStatement("UPDATE person SET search = ? WHERE id = ?")) {
      for (Words words : all) {
        update.setString(1, words.stored());
        update.setString(2, words.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
