-- Queues: how long they let people wait, and what staff may ask of them.

-- How good the estimates of a queue were. Nobody's name: a row says how long, not who.
CREATE TABLE queue_wait (
  building TEXT    NOT NULL,
  school   TEXT    NOT NULL, -- of the building
  lab      TEXT,             -- null when any would have done and none was given
  at       INTEGER NOT NULL, -- when it ended
  number   INTEGER NOT NULL, -- of the record; tells two of one moment apart
  drawn_at INTEGER NOT NULL,
  stated_ms INTEGER,         -- the wait that was told; null when nobody could say
  waited_ms INTEGER,         -- until a seat was theirs; null if none ever was
  fate     TEXT    NOT NULL, -- SEATED, LEFT, MISSED, REMOVED, CLOSED
  PRIMARY KEY (building, at, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX queue_wait_by_school ON queue_wait (school, drawn_at);

-- A table's CHECK cannot grow, so the table is made anew with the actions of queues.
CREATE TABLE command_022 (
  id         TEXT PRIMARY KEY,
  kiosk      TEXT    NOT NULL,
  school     TEXT    NOT NULL,
  action     TEXT    NOT NULL CHECK (action IN ('END', 'EXTEND', 'SEAT', 'CALL_NEXT', 'TO_END', 'REMOVE')),
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
  end_reason TEXT              -- why a session is to end; null: staff end it
) STRICT, WITHOUT ROWID;
INSERT INTO command_022 (id, kiosk, school, action, session, extend_ms, person, workstation,
                         issued_by, issued_at, expires_at, state, reason)
  SELECT id, kiosk, school, action, session, extend_ms, person, workstation,
         issued_by, issued_at, expires_at, state, reason FROM command;
DROP TABLE command;
ALTER TABLE command_022 RENAME TO command;
CREATE INDEX command_waiting ON command (issued_at) WHERE state = 'WAITING';

-- Who sits where now, as far as is known: one person at two seats is looked for here.
CREATE INDEX session_running ON session (person) WHERE ended_at IS NULL;
