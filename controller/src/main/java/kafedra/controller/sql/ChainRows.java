package kafedra.controller.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import kafedra.controller.access.AuditChain;

/** The audit as rows; what is here is the same wherever it is kept. */
public final class ChainRows {
  /** What {@link #link} reads. */
  public static final String ALL = "SELECT * FROM audit ORDER BY number";

  private ChainRows() {}

  public static AuditChain.Link link(ResultSet row, Times times) throws SQLException {
    return new AuditChain.Link(
        new AuditChain.Entry(
            row.getLong("number"),
            times.at(row, "at"),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("detail")),
        row.getString("hash"));
  }
}
