-- What kiosks reported. Times and lengths are milliseconds.

-- How far each stream of each kiosk's outbox is committed.
CREATE TABLE stream (
  key     INTEGER PRIMARY KEY,
  kiosk   TEXT    NOT NULL,
  epoch   TEXT    NOT NULL,
  up_to   INTEGER NOT NULL, -- every record up to this number is here, or was let go by the kiosk before it came
  missing INTEGER NOT NULL, -- how many were let go
  UNIQUE (kiosk, epoch)
) STRICT;

-- Every record that was taken in, once: the primary key refuses a second time.
CREATE TABLE site_record (
  stream INTEGER NOT NULL REFERENCES stream (key),
  number INTEGER NOT NULL,
  type   TEXT    NOT NULL, -- simple name of the record type: SessionStarted
  at     INTEGER NOT NULL, -- by the kiosk's clock
  PRIMARY KEY (stream, number)
) STRICT, WITHOUT ROWID;

-- One row a session. A column is null until the record that tells it has come.
CREATE TABLE session (
  id           TEXT PRIMARY KEY,
  kiosk        TEXT    NOT NULL,
  building     TEXT    NOT NULL,
  school       TEXT    NOT NULL, -- of the building
  lab          TEXT,             -- null when the workstation was not in the roster
  workstation  TEXT,
  person       TEXT,
  booking      TEXT,             -- null for a walk-in
  method       TEXT,             -- CARD, PIN, STAFF
  started_at   INTEGER,
  clock        TEXT,             -- TRUSTED or UNTRUSTED: of started_at
  planned_end  INTEGER,
  planned_at   INTEGER,          -- when planned_end was last set
  ended_at     INTEGER,          -- null while it runs
  reason       TEXT,
  signed_in_ms INTEGER NOT NULL DEFAULT 0, -- by the agent's monotonic clock, so far or finally
  active_ms    INTEGER NOT NULL DEFAULT 0  -- of it, with keyboard or pointer input
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_start ON session (started_at);
CREATE INDEX session_by_person ON session (person, started_at) WHERE person IS NOT NULL;
CREATE INDEX session_by_booking ON session (booking) WHERE booking IS NOT NULL;

-- Somebody wanted a seat now and got none.
CREATE TABLE demand_refused (
  building TEXT    NOT NULL,
  school   TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  number   INTEGER NOT NULL, -- of the record; tells two of one moment apart
  reason   TEXT    NOT NULL, -- NO_FREE_SEAT, OUTSIDE_OPENING_HOURS, NO_TIME_LEFT
  PRIMARY KEY (building, at, number)
) STRICT, WITHOUT ROWID;
