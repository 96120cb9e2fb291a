-- Times are milliseconds since 1970, lengths are milliseconds.

CREATE TABLE session (
  id          TEXT PRIMARY KEY,
  workstation TEXT    NOT NULL,
  person      TEXT    NOT NULL,
  booking     TEXT,
  method      TEXT    NOT NULL,
  started_at  INTEGER NOT NULL,
  planned_end INTEGER NOT NULL,
  standing    TEXT    NOT NULL CHECK (standing IN ('RUNNING', 'ENDED', 'SETTLED')),
  reason      TEXT    NOT NULL,
  ended_at    INTEGER CHECK ((ended_at IS NULL) = (standing = 'RUNNING')),
  signed_in   INTEGER NOT NULL,
  active      INTEGER NOT NULL CHECK (active <= signed_in)
);
-- A workstation has one session, and nobody sits at two: refused here, whatever the program thinks.
CREATE UNIQUE INDEX one_session_a_seat   ON session (workstation) WHERE standing = 'RUNNING';
CREATE UNIQUE INDEX one_session_a_person ON session (person)      WHERE standing = 'RUNNING';
CREATE INDEX unsettled_sessions  ON session (standing) WHERE standing <> 'SETTLED';
CREATE INDEX sessions_by_start   ON session (started_at);

CREATE TABLE ticket (
  serial     INTEGER PRIMARY KEY,
  day        TEXT    NOT NULL,
  number     INTEGER NOT NULL,
  person     TEXT    NOT NULL,
  fate       TEXT    NOT NULL,
  seat       TEXT,
  held_until INTEGER
);
CREATE UNIQUE INDEX one_ticket_a_person ON ticket (person) WHERE fate IN ('WAITING', 'CALLED');
CREATE UNIQUE INDEX one_ticket_a_seat   ON ticket (seat)   WHERE fate = 'CALLED';

-- Wrong PINs; the key is a number as it was typed, or the kiosk as a whole.
CREATE TABLE attempts (
  key           TEXT PRIMARY KEY,
  wrong         INTEGER NOT NULL,
  blocked_until INTEGER NOT NULL,
  last          INTEGER NOT NULL
);

CREATE TABLE booking_request (
  id          TEXT PRIMARY KEY,
  person      TEXT    NOT NULL,
  workstation TEXT,
  starts      INTEGER NOT NULL,
  ends        INTEGER NOT NULL,
  wish        TEXT    NOT NULL
);

CREATE TABLE replica (
  key      TEXT PRIMARY KEY,
  body     BLOB    NOT NULL, -- a piece of one change, as it travels
  outdated INTEGER NOT NULL  -- 1 while the replica is sent anew and this item has not come yet
);
CREATE TABLE replica_version (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  epoch  TEXT    NOT NULL,
  number INTEGER NOT NULL
);

CREATE TABLE command (
  id      TEXT PRIMARY KEY,
  outcome TEXT    NOT NULL,
  reason  TEXT,
  at      INTEGER NOT NULL
);
