-- Timetables that came as files. Days are ISO text, times of day text in the school's own zone.

-- What names of a school's files mean; target: a lab's or group's id, empty for none of ours.
CREATE TABLE timetable_name (
  school TEXT NOT NULL REFERENCES school,
  kind   TEXT NOT NULL CHECK (kind IN ('ROOM', 'GROUP')),
  name   TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (school, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE timetable (
  school     TEXT    NOT NULL REFERENCES school,
  number     INTEGER NOT NULL CHECK (number >= 1),
  order_no   TEXT    NOT NULL, -- of the order (приказ) that it stands on; may be empty
  order_date TEXT,
  first      TEXT    NOT NULL,
  last       TEXT    NOT NULL CHECK (last >= first),
  first_week TEXT    NOT NULL,
  format     TEXT    NOT NULL,
  lessons    INTEGER NOT NULL,
  shortages  INTEGER NOT NULL,
  made_by    TEXT    NOT NULL,
  made_at    INTEGER NOT NULL,
  PRIMARY KEY (school, number)
) STRICT, WITHOUT ROWID;

-- The annex of a version, as it was on the day.
CREATE TABLE timetable_row (
  school       TEXT    NOT NULL,
  number       INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  fate         TEXT    NOT NULL,
  day          INTEGER CHECK (day BETWEEN 1 AND 7),
  date         TEXT,
  weeks        TEXT    NOT NULL,
  first_lesson INTEGER,
  last_lesson  INTEGER,
  starts       TEXT,
  ends         TEXT,
  subject      TEXT    NOT NULL,
  participants TEXT    NOT NULL,
  teachers     TEXT    NOT NULL,
  rooms        TEXT    NOT NULL,
  seats        TEXT    NOT NULL,
  wanted       INTEGER NOT NULL,
  given        INTEGER NOT NULL,
  dates        INTEGER NOT NULL,
  PRIMARY KEY (school, number, place),
  FOREIGN KEY (school, number) REFERENCES timetable
) STRICT, WITHOUT ROWID;

-- Which lesson a booking is for, so that the next file changes it and does not double it.
CREATE TABLE timetable_booking (
  booking TEXT PRIMARY KEY,
  school  TEXT NOT NULL,
  source  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX timetable_booking_by_school ON timetable_booking (school);
