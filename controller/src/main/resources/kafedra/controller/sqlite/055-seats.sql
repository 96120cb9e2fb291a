-- What staff have done at workstations, what those are equipped with, and who laid hands on their locks.

CREATE TABLE command_055 (
  id          TEXT PRIMARY KEY,
  kiosk       TEXT    NOT NULL,
  school      TEXT    NOT NULL,
  action      TEXT    NOT NULL,
  session     TEXT,
  extend_ms   INTEGER,
  person      TEXT,
  workstation TEXT,
  issued_by   TEXT    NOT NULL,
  issued_at   INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('WAITING', 'DONE', 'REFUSED', 'EXPIRED')),
  reason      TEXT,
  ticket      TEXT,
  call        TEXT,
  end_reason  TEXT,            -- why a session is to end; null: staff end it
  text        TEXT,            -- a message, or the address of the network card to wake
  details     TEXT             -- what was asked for
) STRICT, WITHOUT ROWID;
INSERT INTO command_055 (id, kiosk, school, action, session, extend_ms, person, workstation, issued_by,
                         issued_at, expires_at, state, reason, ticket, call, end_reason)
  SELECT id, kiosk, school, action, session, extend_ms, person, workstation, issued_by,
         issued_at, expires_at, state, reason, ticket, call, end_reason FROM command;
DROP TABLE command;
ALTER TABLE command_055 RENAME TO command;
CREATE INDEX command_waiting ON command (issued_at) WHERE state = 'WAITING';

-- The latest of each workstation.
CREATE TABLE seat_machine (
  workstation TEXT PRIMARY KEY,
  at          INTEGER NOT NULL,
  system      TEXT    NOT NULL,
  version     TEXT    NOT NULL, -- of its agent
  found       TEXT,             -- features with commas between; null: not known
  disk        TEXT,
  updates     INTEGER,
  address     TEXT              -- of its network card
) STRICT, WITHOUT ROWID;

CREATE TABLE seat_tampered (
  id          TEXT PRIMARY KEY,
  workstation TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  kind        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_tampered_seat ON seat_tampered (workstation, at);
