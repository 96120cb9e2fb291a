-- Holds, series and what a booking needs of the line. The tables of 010 are made anew, since a CHECK cannot be widened.
-- As before, the database itself refuses a double promise: half-open slots of live bookings (HELD or CONFIRMED) never
-- overlap, neither on a workstation nor for a person, and no two begin at one moment on a workstation.

CREATE TABLE booking_before AS SELECT * FROM booking;
CREATE TABLE booking_seat_before AS SELECT * FROM booking_seat;
DROP TABLE booking_seat;
DROP TABLE booking;

-- What bookings were made together for.
CREATE TABLE series (
  id              TEXT PRIMARY KEY,
  kind            TEXT    NOT NULL CHECK (kind IN ('RECURRING', 'EVENT', 'TIMETABLE')),
  title           TEXT    NOT NULL,
  rule            TEXT    NOT NULL, -- RFC 5545; empty when it does not recur
  link            TEXT    NOT NULL,
  kbps_per_client INTEGER NOT NULL,
  made_by         TEXT    NOT NULL,
  made_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE booking (
  key             INTEGER PRIMARY KEY,
  id              TEXT    NOT NULL UNIQUE,
  person          TEXT,
  grp             TEXT,             -- the group, when it is not for one person; neither: kept from everybody
  school          TEXT    NOT NULL, -- of the building
  building        TEXT    NOT NULL,
  lab             TEXT    NOT NULL,
  starts          INTEGER NOT NULL,
  ends            INTEGER NOT NULL,
  purpose         TEXT    NOT NULL,
  label           TEXT    NOT NULL,
  status          TEXT    NOT NULL
                  CHECK (status IN ('HELD', 'CONFIRMED', 'REFUSED', 'CANCELLED', 'EXPIRED', 'RELEASED')),
  version         INTEGER NOT NULL,
  wish            TEXT    NOT NULL, -- what was asked for: recognises a repeat
  made_by         TEXT    NOT NULL, -- login of staff, or kiosk:<id>
  made_at         INTEGER NOT NULL,
  checked_in_at   INTEGER,          -- when the first session for it began
  held_until      INTEGER,
  series          TEXT,
  link            TEXT    NOT NULL,
  kbps_per_client INTEGER NOT NULL,
  CHECK (ends > starts),
  CHECK (status NOT IN ('HELD', 'CONFIRMED') OR ends - starts <= 43200000),
  CHECK (person IS NULL OR grp IS NULL),
  CHECK ((status = 'HELD') = (held_until IS NOT NULL))
) STRICT;

INSERT INTO booking (key, id, person, grp, school, building, lab, starts, ends, purpose, label, status, version, wish,
                     made_by, made_at, checked_in_at, link, kbps_per_client)
SELECT key, id, person, grp, school, building, lab, starts, ends, purpose, label, status, version, wish,
       made_by, made_at, checked_in_at, '', 0
FROM booking_before;

CREATE INDEX booking_by_person ON booking (person, starts, ends, status) WHERE person IS NOT NULL;
CREATE INDEX booking_by_group ON booking (grp, starts) WHERE grp IS NOT NULL;
CREATE INDEX booking_by_lab ON booking (lab, starts);
CREATE INDEX booking_by_school ON booking (school, ends);

CREATE TABLE booking_seat (
  booking     INTEGER NOT NULL REFERENCES booking (key) ON DELETE CASCADE,
  place       INTEGER NOT NULL, -- order within the booking, from 0
  workstation TEXT    NOT NULL,
  lab         TEXT    NOT NULL,
  starts      INTEGER NOT NULL, -- these three repeat the booking; triggers keep them so
  ends        INTEGER NOT NULL,
  live        INTEGER NOT NULL CHECK (live IN (0, 1)),
  PRIMARY KEY (booking, place)
) STRICT, WITHOUT ROWID;

INSERT INTO booking_seat SELECT booking, place, workstation, lab, starts, ends, live FROM booking_seat_before;
DROP TABLE booking_seat_before;
DROP TABLE booking_before;

CREATE UNIQUE INDEX booking_seat_starts_once ON booking_seat (workstation, starts) WHERE live = 1;
CREATE INDEX booking_seat_in_lab ON booking_seat (lab, starts, ends, workstation) WHERE live = 1;

CREATE TRIGGER booking_person_free BEFORE INSERT ON booking
WHEN NEW.status IN ('HELD', 'CONFIRMED') AND NEW.person IS NOT NULL AND EXISTS (
  SELECT 1 FROM booking o WHERE o.person = NEW.person AND o.status IN ('HELD', 'CONFIRMED')
    AND o.starts < NEW.ends AND o.starts > NEW.starts - 43200000 AND o.ends > NEW.starts)
BEGIN SELECT RAISE(ABORT, 'person-busy'); END;

CREATE TRIGGER booking_person_still_free BEFORE UPDATE OF person, starts, ends, status ON booking
WHEN NEW.status IN ('HELD', 'CONFIRMED') AND NEW.person IS NOT NULL AND EXISTS (
  SELECT 1 FROM booking o
  WHERE o.person = NEW.person AND o.status IN ('HELD', 'CONFIRMED') AND o.key <> NEW.key
    AND o.starts < NEW.ends AND o.starts > NEW.starts - 43200000 AND o.ends > NEW.starts)
BEGIN SELECT RAISE(ABORT, 'person-busy'); END;

CREATE TRIGGER booking_seat_free BEFORE INSERT ON booking_seat
WHEN NEW.live = 1 AND EXISTS (
  SELECT 1 FROM booking_seat o WHERE o.workstation = NEW.workstation AND o.live = 1
    AND o.starts < NEW.ends AND o.starts > NEW.starts - 43200000 AND o.ends > NEW.starts)
BEGIN SELECT RAISE(ABORT, 'seat-taken'); END;

CREATE TRIGGER booking_seat_still_free BEFORE UPDATE ON booking_seat
WHEN NEW.live = 1 AND EXISTS (
  SELECT 1 FROM booking_seat o WHERE o.workstation = NEW.workstation AND o.live = 1
    AND NOT (o.booking = OLD.booking AND o.place = OLD.place)
    AND o.starts < NEW.ends AND o.starts > NEW.starts - 43200000 AND o.ends > NEW.starts)
BEGIN SELECT RAISE(ABORT, 'seat-taken'); END;

-- A seat's copy of its booking's slot and status is never out of step.
CREATE TRIGGER booking_seat_as_booked BEFORE INSERT ON booking_seat
WHEN NOT EXISTS (
  SELECT 1 FROM booking b WHERE b.key = NEW.booking AND b.starts = NEW.starts AND b.ends = NEW.ends
    AND b.lab = NEW.lab AND (b.status IN ('HELD', 'CONFIRMED')) = NEW.live)
BEGIN SELECT RAISE(ABORT, 'seat-not-as-booked'); END;

CREATE TRIGGER booking_seat_still_as_booked BEFORE UPDATE ON booking_seat
WHEN NOT EXISTS (
  SELECT 1 FROM booking b WHERE b.key = NEW.booking AND b.starts = NEW.starts AND b.ends = NEW.ends
    AND b.lab = NEW.lab AND (b.status IN ('HELD', 'CONFIRMED')) = NEW.live)
BEGIN SELECT RAISE(ABORT, 'seat-not-as-booked'); END;

CREATE TRIGGER booking_moves_its_seats AFTER UPDATE OF starts, ends, lab, status ON booking
BEGIN
  UPDATE booking_seat
     SET starts = NEW.starts, ends = NEW.ends, lab = NEW.lab, live = (NEW.status IN ('HELD', 'CONFIRMED'))
   WHERE booking = NEW.key;
END;

-- Who did what to a booking is in the audit, which nobody can change.
CREATE INDEX audit_by_subject ON audit (subject, number);
