package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.SchoolId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.access.Grant;
import kafedra.controller.access.Language;
import kafedra.controller.access.Staff;
import kafedra.controller.access.StaffRole;
import kafedra.controller.access.StaffStore;
import kafedra.controller.access.StretchedPassword;
import kafedra.controller.roster.RosterChanges;

/**
 * Staff and their sign-ins in SQLite. Who is signed in is asked with every request and therefore
 * remembered until the sign-in ends or the district changes; no other program writes to the file.
 */
public final class SqliteStaffStore implements StaffStore {
  /** Sign-ins remembered at the most. */
  static final int REMEMBERED = 5_000;

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final Remembered<String, SignedIn> signedIn = new Remembered<>(REMEMBERED);

  /**
   * @param changes of the district, with which accounts and grants change
   */
  public SqliteStaffStore(SqliteReaders readers, SqliteWriter writer, RosterChanges changes) {
    this.readers = readers;
    this.writer = writer;
    changes.onChange(change -> signedIn.forgetAll());
  }

  @Override
  public Optional<Account> account(String login) {
    return readers.read(db -> {
      List<Grant> grants = grants(db, login);
      return Rows.find(
          db,
          "SELECT * FROM staff WHERE login = ?",
          row ->
              new Account(
                  staff(row, grants),
                  new StretchedPassword(
                      row.getString("password_salt"), row.getString("password_stretched"))),
          login);
    });
  }

  @Override
  public void open(String tokenHash, String login, Instant at, Instant forget) {
    writer.write(db -> {
      Rows.change(db, "DELETE FROM staff_session WHERE seen_at < ?", forget.toEpochMilli());
      return Rows.change(
          db, "INSERT INTO staff_session VALUES (?, ?, ?)", tokenHash, login, at.toEpochMilli());
    });
  }

  @Override
  public Optional<SignedIn> signedIn(String tokenHash) {
    return signedIn.find(tokenHash, this::read);
  }

  private Optional<SignedIn> read(String tokenHash) {
    return readers.read(db -> {
      Optional<String> login =
          Rows.find(
              db,
              "SELECT login FROM staff_session WHERE token_hash = ?",
              row -> row.getString(1),
              tokenHash);
      if (login.isEmpty()) {
        return Optional.empty();
      }
      List<Grant> grants = grants(db, login.get());
      return Rows.find(
          db,
          """
          SELECT staff.*, seen_at FROM staff_session JOIN staff USING (login)
          WHERE token_hash = ?
          """,
          row -> new SignedIn(staff(row, grants), Instant.ofEpochMilli(row.getLong("seen_at"))),
          tokenHash);
    });
  }

  @Override
  public void seen(String tokenHash, Instant at) {
    writer.write(db ->
        Rows.change(
            db,
            "UPDATE staff_session SET seen_at = ? WHERE token_hash = ?",
            at.toEpochMilli(),
            tokenHash));
    signedIn.forget(tokenHash);
  }

  @Override
  public void close(String tokenHash) {
    writer.write(
        db -> Rows.change(db, "DELETE FROM staff_session WHERE token_hash = ?", tokenHash));
    signedIn.forget(tokenHash);
  }

  private static Staff staff(ResultSet row, List<Grant> grants) throws SQLException {
    return new Staff(
        row.getString("login"),
        row.getString("name"),
        row.getString("language").equals("ru") ? Language.RU : Language.EN,
        grants);
  }

  private static List<Grant> grants(Connection db, String login) throws SQLException {
    return Rows.list(
        db,
        "SELECT role, school_id FROM staff_grant WHERE login = ? ORDER BY role, school_id",
        row -> grant(row.getString(1), row.getString(2)),
        login);
  }

  private static Grant grant(String role, String school) {
    return new Grant(StaffRole.valueOf(role), school.isEmpty() ? null : new SchoolId(school));
  }
}
