-- Staff, their sign-ins, and what they did. Times are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE staff (
  login TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
  password_salt TEXT NOT NULL,
  password_stretched TEXT NOT NULL
) STRICT;

-- school_id '' is the whole district.
CREATE TABLE staff_grant (
  login TEXT NOT NULL REFERENCES staff ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('LIBRARIAN', 'SYSADMIN', 'COORDINATOR')),
  school_id TEXT NOT NULL,
  PRIMARY KEY (login, role, school_id)
) STRICT, WITHOUT ROWID;

-- token_hash: SHA-256 of the cookie's value; the value itself is nowhere but in the browser.
CREATE TABLE staff_session (
  token_hash TEXT PRIMARY KEY,
  login TEXT NOT NULL REFERENCES staff ON DELETE CASCADE,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- hash: SHA-256 over the hash before and this entry, so that a changed or a missing entry shows.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
