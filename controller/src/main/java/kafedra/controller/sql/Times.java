package kafedra.controller.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a database keeps moments. */
public enum Times {
  /** As milliseconds since 1970. */
  MILLIS {
    @Override
    public @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
      long millis = row.getLong(column);
      return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public Object stored(Instant at) {
      return at.toEpochMilli();
    }
  },

  /** As PostgreSQL's {@code timestamptz}. */
  TIMESTAMPTZ {
    @Override
    public @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }

    @Override
    public Object stored(Instant at) {
      return at.atOffset(ZoneOffset.UTC);
    }
  };

  /** The column's moment; null where it has none. */
  public abstract @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException;

  /** As {@link #atOrNull}, of a column that always has one. */
  public Instant at(ResultSet row, String column) throws SQLException {
    Instant at = atOrNull(row, column);
    if (at == null) {
      throw new SQLException("there is no moment in " + column);
    }
    return at;
  }

  /** As a statement's parameter. */
  public abstract Object stored(Instant at);
}
