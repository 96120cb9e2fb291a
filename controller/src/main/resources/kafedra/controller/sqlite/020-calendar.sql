-- The school year. Days are ISO text, times of day text in the school's own zone. A school without a row in
-- `calendar` has no plan: it is open every day of the year, by its rules and bells (001-roster.sql). Lists
-- keep the order of their rows.

CREATE TABLE calendar (
  school  TEXT    PRIMARY KEY REFERENCES school,
  version INTEGER NOT NULL CHECK (version >= 1), -- one more with each change
  first   TEXT,
  last    TEXT CHECK (last >= first),
  file    TEXT    NOT NULL, -- what the district file said when it was last taken over; empty when never
  CHECK ((first IS NULL) = (last IS NULL))
) STRICT;

CREATE TABLE calendar_term (
  school TEXT NOT NULL REFERENCES calendar,
  name   TEXT NOT NULL,
  first  TEXT NOT NULL,
  last   TEXT NOT NULL CHECK (last >= first),
  PRIMARY KEY (school, first)
) STRICT;

CREATE TABLE calendar_holiday (
  school TEXT NOT NULL REFERENCES calendar,
  name   TEXT NOT NULL,
  first  TEXT NOT NULL,
  last   TEXT NOT NULL CHECK (last >= first),
  PRIMARY KEY (school, first)
) STRICT;

-- hours: «08:00-12:00 13:00-18:00», empty where closed; lab: empty for the hours of labs that have no own.
CREATE TABLE calendar_hours (
  school TEXT    NOT NULL REFERENCES calendar,
  lab    TEXT    NOT NULL,
  day    INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7),
  hours  TEXT    NOT NULL,
  PRIMARY KEY (school, lab, day)
) STRICT;

CREATE TABLE calendar_bell (
  school   TEXT    NOT NULL REFERENCES calendar,
  schedule TEXT    NOT NULL,
  number   INTEGER NOT NULL,
  shift    TEXT    NOT NULL CHECK (shift IN ('FIRST', 'SECOND', 'EVENING')),
  starts   TEXT    NOT NULL,
  ends     TEXT    NOT NULL CHECK (ends > starts),
  PRIMARY KEY (school, schedule, shift, number)
) STRICT;

CREATE TABLE calendar_week (
  school   TEXT    NOT NULL REFERENCES calendar,
  day      INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7),
  schedule TEXT    NOT NULL,
  PRIMARY KEY (school, day)
) STRICT;

CREATE TABLE calendar_special (
  school    TEXT    NOT NULL REFERENCES calendar,
  date      TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  taught_as INTEGER CHECK (taught_as BETWEEN 1 AND 7),
  schedule  TEXT,
  hours     TEXT, -- as in calendar_hours
  PRIMARY KEY (school, date)
) STRICT;

-- Two schools that let each other's people in.
CREATE TABLE agreement (
  number  TEXT NOT NULL PRIMARY KEY,
  base    TEXT NOT NULL,
  network TEXT NOT NULL CHECK (network <> base),
  first   TEXT NOT NULL,
  last    TEXT NOT NULL CHECK (last >= first)
) STRICT;

-- Rooms that staff closed. BEGUN: nothing can be booked, bookings are being cancelled; CLOSED: they are;
-- OPENED: can be booked again, what still fits is restored.
CREATE TABLE closure (
  id        TEXT    PRIMARY KEY,
  scope     TEXT    NOT NULL CHECK (scope IN ('LAB', 'SCHOOL', 'DISTRICT')),
  subject   TEXT    NOT NULL, -- id of the lab or the school; empty for the district
  first     TEXT    NOT NULL,
  last      TEXT    NOT NULL CHECK (last >= first),
  reason    TEXT    NOT NULL CHECK (reason IN ('CLOSED', 'REMOTE')),
  note      TEXT    NOT NULL,
  made_by   TEXT    NOT NULL,
  made_at   INTEGER NOT NULL,
  state     TEXT    NOT NULL CHECK (state IN ('BEGUN', 'CLOSED', 'OPENED')),
  undone_by TEXT,
  undone_at INTEGER,
  CHECK ((scope = 'DISTRICT') = (subject = '')),
  CHECK ((undone_by IS NULL) = (state IN ('BEGUN', 'CLOSED')))
) STRICT;

CREATE INDEX closure_by_days ON closure (last, first);

-- The bookings that a closure cancelled. version: as the closure left it; a booking that was changed since is
-- not restored. fate: CANCELLED until the closure is undone; then RESTORED, or LOST for the reason in why.
CREATE TABLE closure_booking (
  closure TEXT    NOT NULL REFERENCES closure,
  booking TEXT    NOT NULL,
  version INTEGER NOT NULL,
  fate    TEXT    NOT NULL CHECK (fate IN ('CANCELLED', 'RESTORED', 'LOST')),
  why     TEXT    NOT NULL,
  PRIMARY KEY (closure, booking)
) STRICT, WITHOUT ROWID;
