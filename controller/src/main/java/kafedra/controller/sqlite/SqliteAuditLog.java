package kafedra.controller.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.contract.time.Millis;
import kafedra.controller.access.AuditLog;

/**
 * The audit in SQLite: each entry's hash covers the one before, so that cutting or mending shows.
 */
public final class SqliteAuditLog implements AuditLog {
  private static final String START = "0".repeat(64);

  private record Entry(
      long number, Instant at, String actor, String action, String subject, String detail) {}

  private record Link(Entry entry, String hash) {}

  private final SqliteReaders readers;
  private final SqliteWriter writer;
  private final InstantSource clock;

  public SqliteAuditLog(SqliteReaders readers, SqliteWriter writer, InstantSource clock) {
    this.readers = readers;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void note(String actor, String action, String subject, String detail) {
    Instant at = Millis.of(clock.instant());
    writer.write(db -> append(db, at, actor, action, subject, detail));
  }

  private static int append(
      Connection db, Instant at, String actor, String action, String subject, String detail)
      throws SQLException {
    Optional<Link> last = links(db, "ORDER BY number DESC LIMIT 1").stream().findFirst();
    Entry next =
        new Entry(
            last.map(it -> it.entry().number()).orElse(0L) + 1, at, actor, action, subject, detail);
    return Rows.change(
        db,
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)",
        next.number(),
        at.toEpochMilli(),
        actor,
        action,
        subject,
        detail,
        hash(last.map(Link::hash).orElse(START), next));
  }

  /** The number of the first entry that does not fit the chain; empty when all do. */
  public Optional<Long> firstBroken() {
    return readers.read(db -> {
      String before = START;
      long expected = 1;
      for (Link link : links(db, "ORDER BY number")) {
        if (link.entry().number() != expected || !link.hash().equals(hash(before, link.entry()))) {
          return Optional.of(expected);
        }
        before = link.hash();
        expected++;
      }
      return Optional.empty();
    });
  }

  private static List<Link> links(Connection db, String which) throws SQLException {
    return Rows.list(
        db,
        "SELECT * FROM audit " + which,
        row ->
            new Link(
                new Entry(
                    row.getLong("number"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("detail")),
                row.getString("hash")));
  }

  private static String hash(String before, Entry entry) {
    String text =
        String.join(
            "\u0000",
            before,
            Long.toString(entry.number()),
            Long.toString(entry.at().toEpochMilli()),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.detail());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
