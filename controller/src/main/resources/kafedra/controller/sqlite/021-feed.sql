-- Calendars that leave the district behind a secret address. Of the secret only its SHA-256 is here, so whoever
-- reads this file reads no calendar with it. Times are milliseconds since 1970; ids of the roster are plain text,
-- since a feed may outlive what it shows, and then shows nothing.

CREATE TABLE feed (
  key        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  token_hash TEXT    NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  kind       TEXT    NOT NULL CHECK (kind IN ('PERSON', 'GROUP', 'LAB')),
  subject    TEXT    NOT NULL,
  language   TEXT    NOT NULL CHECK (language IN ('RU', 'EN')),
  made_by    TEXT    NOT NULL, -- login
  made_at    INTEGER NOT NULL,
  used_at    INTEGER,          -- last fetched, to the hour
  revoked_by TEXT,             -- login
  revoked_at INTEGER,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
) STRICT;

CREATE INDEX feed_by_subject ON feed (kind, subject) WHERE revoked_at IS NULL;
CREATE INDEX feed_by_end ON feed (revoked_at) WHERE revoked_at IS NOT NULL;
