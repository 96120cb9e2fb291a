-- Kiosks, seats and lines over time. Times and lengths are milliseconds.

-- Conditions of seats: one lasts until the next row of the same workstation.
CREATE TABLE seat_change (
  workstation TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  number      INTEGER NOT NULL, -- of the record; tells two of one moment apart
  condition   TEXT    NOT NULL, -- FREE, IN_USE, HELD, OUT_OF_SERVICE, UNKNOWN
  PRIMARY KEY (workstation, at, number)
) STRICT, WITHOUT ROWID;

-- What agents reported of their machines; units as in kafedra.contract.message.Health.
CREATE TABLE seat_check (
  workstation     TEXT    NOT NULL,
  at              INTEGER NOT NULL,
  number          INTEGER NOT NULL,
  cpu_permille    INTEGER NOT NULL,
  memory_used_mb  INTEGER NOT NULL,
  memory_total_mb INTEGER NOT NULL,
  disk_free_mb    INTEGER NOT NULL,
  disk_total_mb   INTEGER NOT NULL,
  received_kbps   INTEGER NOT NULL,
  sent_kbps       INTEGER NOT NULL,
  temperature_c   INTEGER,
  PRIMARY KEY (workstation, at, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_window (
  building       TEXT    NOT NULL,
  at             INTEGER NOT NULL, -- end of the window
  number         INTEGER NOT NULL,
  window_ms      INTEGER NOT NULL,
  method         TEXT    NOT NULL, -- ACTIVE, PASSIVE, LOWER_BOUND
  down_kbps      INTEGER NOT NULL,
  up_kbps        INTEGER NOT NULL,
  peak_down_kbps INTEGER NOT NULL, -- sustained for 10 s; what the criterion is held against
  round_trip_ms  INTEGER,
  PRIMARY KEY (building, at, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE kiosk_contact (
  kiosk TEXT PRIMARY KEY,
  at    INTEGER NOT NULL -- when it was last heard, by the controller's clock
) STRICT, WITHOUT ROWID;

-- Messages and records that could not be used: the newest 10000.
CREATE TABLE set_aside (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL, -- by the controller's clock
  source  TEXT    NOT NULL, -- topic, or stream and number
  fault   TEXT    NOT NULL,
  detail  TEXT    NOT NULL,
  length  INTEGER NOT NULL, -- of the whole payload, bytes
  payload BLOB    NOT NULL  -- its first 8192 bytes
) STRICT;

-- How many there ever were, by what was wrong.
CREATE TABLE set_aside_count (
  fault TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE command (
  id         TEXT PRIMARY KEY,
  kiosk      TEXT    NOT NULL,
  school     TEXT    NOT NULL,
  action     TEXT    NOT NULL CHECK (action IN ('END', 'EXTEND', 'SEAT')),
  session    TEXT,
  extend_ms  INTEGER,
  person     TEXT,
  workstation TEXT,
  issued_by  TEXT    NOT NULL,
  issued_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('WAITING', 'DONE', 'REFUSED', 'EXPIRED')),
  reason     TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX command_waiting ON command (issued_at) WHERE state = 'WAITING';
