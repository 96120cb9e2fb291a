package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.SiteRecord;

/**
 * Makes true what staff did at kiosks, and audits it. Without the card's number, which is nobody's
 * to read there.
 */
final class StaffActs {
  private static final String SERVICE = "UPDATE workstation SET service = ? WHERE id = ?";

  /** A card is one person's: one that is another's already stays theirs. */
  private static final String CARD =
      """
      INSERT INTO card (number, person_id)
      SELECT ?1, id FROM person WHERE id = ?2
      ON CONFLICT (number) DO NOTHING
      """;

  private final Connection connection;
  private final WriterStatements statements;
  private final Instant now;

  StaffActs(Connection connection, WriterStatements statements, Instant now) {
    this.connection = connection;
    this.statements = statements;
    this.now = now;
  }

  /** Answers the school whose roster or premises that changed. */
  Optional<SchoolId> take(RecordRows.Origin origin, SiteRecord.StaffActed it) throws SQLException {
    int changed =
        switch (it.act()) {
          case SIGNED_IN, ENDED_SESSION, MOVED_SESSION -> 0;
          case CLOSED_SEAT -> serve("OUT_OF_SERVICE", it);
          case OPENED_SEAT -> serve("IN_SERVICE", it);
          case REGISTERED_CARD -> register(it);
        };
    audit(origin, it, changed);
    return changed > 0 ? Optional.of(origin.school()) : Optional.empty();
  }

  private int serve(String service, SiteRecord.StaffActed it) throws SQLException {
    return Rows.change(
        connection, SERVICE, service, it.workstation() == null ? "" : it.workstation().value());
  }

  private int register(SiteRecord.StaffActed it) throws SQLException {
    return it.person() == null || it.card() == null
        ? 0
        : Rows.change(
            connection,
            CARD,
            it.card().replaceAll("\\s", "").toUpperCase(Locale.ROOT),
            it.person().value());
  }

  private void audit(RecordRows.Origin origin, SiteRecord.StaffActed it, int changed)
      throws SQLException {
    String word = it.act().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String detail =
        Stream.of(
                Optional.ofNullable(it.workstation()).map(seat -> "seat " + seat),
                Optional.ofNullable(it.person()).map(person -> "person " + person),
                Optional.of("at " + it.at().wall()),
                it.card() != null && changed == 0
                    ? Optional.of("the card was somebody's already")
                    : Optional.<String>empty())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    new AuditRows(connection, statements)
        .append(now, "kiosk:" + origin.kiosk(), "kiosk-staff-" + word, it.staff().value(), detail);
  }
}
