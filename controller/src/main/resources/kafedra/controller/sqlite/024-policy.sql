-- The rules of schools, and what people and seats are to them. Every version of a school's rules is kept, complete:
-- what held when a booking was refused can be looked up.

CREATE TABLE policy_version (
  school  TEXT    NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  at      INTEGER NOT NULL, -- ms
  by      TEXT    NOT NULL, -- login
  PRIMARY KEY (school, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_force (
  school  TEXT    NOT NULL,
  version INTEGER NOT NULL,
  policy  TEXT    NOT NULL,
  force   TEXT    NOT NULL CHECK (force IN ('OFF', 'WARN', 'ON')),
  PRIMARY KEY (school, version, policy),
  FOREIGN KEY (school, version) REFERENCES policy_version (school, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_number (
  school  TEXT    NOT NULL,
  version INTEGER NOT NULL,
  number  TEXT    NOT NULL,
  value   INTEGER NOT NULL,
  PRIMARY KEY (school, version, number),
  FOREIGN KEY (school, version) REFERENCES policy_version (school, version)
) STRICT, WITHOUT ROWID;

-- Seats without a row are for everybody. kept_for: what one must be entitled to; null for everybody.
CREATE TABLE seat_rule (
  workstation TEXT    PRIMARY KEY,
  first_grade INTEGER NOT NULL CHECK (first_grade BETWEEN 1 AND 12),
  last_grade  INTEGER NOT NULL CHECK (last_grade BETWEEN first_grade AND 12),
  kept_for    TEXT    CHECK (kept_for IN ('ACCESSIBLE_SEAT', 'PRIORITY'))
) STRICT, WITHOUT ROWID;

-- What people are entitled to. Never why: there is no column for it.
CREATE TABLE person_need (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  need   TEXT NOT NULL CHECK (need IN ('ACCESSIBLE_SEAT', 'PRIORITY')),
  PRIMARY KEY (person, need)
) STRICT, WITHOUT ROWID;
