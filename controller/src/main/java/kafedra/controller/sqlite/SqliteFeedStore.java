package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.FeedId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.access.Language;
import kafedra.controller.feed.Feed;
import kafedra.controller.feed.FeedStore;
import kafedra.controller.feed.FeedSubject;

/** Feeds in SQLite, without their secrets (021-feed.sql). */
public final class SqliteFeedStore implements FeedStore {
  /**
   * A revoked feed is kept so long for whoever looks into the file; the audit keeps it for good.
   */
  private static final Duration REVOKED_KEPT = Duration.ofDays(90);

  private final SqliteReaders readers;
  private final SqliteWriter writer;

  public SqliteFeedStore(SqliteReaders readers, SqliteWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Kept keep(Feed feed, String tokenHash, int most) {
    return writer.write(db -> {
      Rows.change(
          db,
          "DELETE FROM feed WHERE revoked_at < ?",
          feed.madeAt().minus(REVOKED_KEPT).toEpochMilli());
      if (of(db, feed.subject()).size() >= most) {
        return Kept.TOO_MANY;
      }
      Rows.change(
          db,
          """
          INSERT INTO feed (id, token_hash, kind, subject, language, made_by, made_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          feed.id().value(),
          tokenHash,
          kind(feed.subject()),
          feed.subject().id(),
          feed.language().name(),
          feed.madeBy(),
          feed.madeAt().toEpochMilli());
      return Kept.KEPT;
    });
  }

  @Override
  public List<Feed> of(FeedSubject subject) {
    return readers.read(db -> of(db, subject));
  }

  private static List<Feed> of(Connection db, FeedSubject subject) throws SQLException {
    return Rows.list(
        db,
        """
        SELECT * FROM feed WHERE kind = ? AND subject = ? AND revoked_at IS NULL
        ORDER BY made_at DESC, id
        """,
        SqliteFeedStore::feed,
        kind(subject),
        subject.id());
  }

  @Override
  public Optional<Feed> find(FeedId id) {
    return readers.read(db -> find(db, id));
  }

  private static Optional<Feed> find(Connection db, FeedId id) throws SQLException {
    return Rows.find(
        db,
        "SELECT * FROM feed WHERE id = ? AND revoked_at IS NULL",
        SqliteFeedStore::feed,
        id.value());
  }

  @Override
  public Optional<Feed> withToken(String tokenHash) {
    return readers.read(db ->
        Rows.find(
            db,
            "SELECT * FROM feed WHERE token_hash = ? AND revoked_at IS NULL",
            SqliteFeedStore::feed,
            tokenHash));
  }

  @Override
  public void used(FeedId id, Instant at) {
    writer.write(db ->
        Rows.change(db, "UPDATE feed SET used_at = ? WHERE id = ?", at.toEpochMilli(), id.value()));
  }

  @Override
  public Optional<Feed> revoke(FeedId id, String login, Instant at) {
    return writer.write(db -> {
      Optional<Feed> live = find(db, id);
      Rows.change(
          db,
          "UPDATE feed SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
          login,
          at.toEpochMilli(),
          id.value());
      return live;
    });
  }

  private static Feed feed(ResultSet row) throws SQLException {
    long used = row.getLong("used_at");
    return new Feed(
        new FeedId(row.getString("id")),
        subject(row.getString("kind"), row.getString("subject")),
        Language.valueOf(row.getString("language")),
        row.getString("made_by"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        used == 0 ? null : Instant.ofEpochMilli(used));
  }

  private static String kind(FeedSubject subject) {
    return switch (subject) {
      case FeedSubject.OfPerson person -> "PERSON";
      case FeedSubject.OfGroup group -> "GROUP";
      case FeedSubject.OfLab lab -> "LAB";
    };
  }

  private static FeedSubject subject(String kind, String id) {
    return switch (kind) {
      case "PERSON" -> new FeedSubject.OfPerson(new PersonId(id));
      case "GROUP" -> new FeedSubject.OfGroup(new GroupId(id));
      case "LAB" -> new FeedSubject.OfLab(new LabId(id));
      default ->
          throw new IllegalStateException("a feed of a " + kind + ", which the table refuses");
    };
  }
}
