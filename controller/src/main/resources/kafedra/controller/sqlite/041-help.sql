-- What is said to be broken at seats, and answers to calls for the librarian.

-- Not who said it. One row a report; a seat's open ones are closed together when it was looked at.
CREATE TABLE seat_fault (
  workstation TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  number      INTEGER NOT NULL, -- of the record; tells two of one moment apart
  kind        TEXT    NOT NULL, -- NO_PICTURE, MOUSE, KEYBOARD, SOUND, INTERNET, OTHER
  fixed_at    INTEGER,          -- null while it is open
  fixed_by    TEXT,             -- login
  PRIMARY KEY (workstation, at, number),
  CHECK ((fixed_at IS NULL) = (fixed_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX seat_fault_open ON seat_fault (workstation) WHERE fixed_at IS NULL;

-- A table's CHECK cannot grow: which actions there are, the program says.
CREATE TABLE command_041 (
  id         TEXT PRIMARY KEY,
  kiosk      TEXT    NOT NULL,
  school     TEXT    NOT NULL,
  action     TEXT    NOT NULL,
  session    TEXT,
  extend_ms  INTEGER,
  person     TEXT,
  workstation TEXT,
  issued_by  TEXT    NOT NULL,
  issued_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('WAITING', 'DONE', 'REFUSED', 'EXPIRED')),
  reason     TEXT,
  ticket     TEXT,
  end_reason TEXT,             -- why a session is to end; null: staff end it
  call       TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO command_041 (id, kiosk, school, action, session, extend_ms, person, workstation,
                         issued_by, issued_at, expires_at, state, reason, ticket, end_reason)
  SELECT id, kiosk, school, action, session, extend_ms, person, workstation,
         issued_by, issued_at, expires_at, state, reason, ticket, end_reason FROM command;
DROP TABLE command;
ALTER TABLE command_041 RENAME TO command;
CREATE INDEX command_waiting ON command (issued_at) WHERE state = 'WAITING';
