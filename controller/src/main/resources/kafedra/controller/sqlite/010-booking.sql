-- Promises of seats. Times are milliseconds since 1970. Ids of the roster are plain text here, since a
-- booking must outlive the room or the person that it was made for.
--
-- The database itself refuses a double promise: half-open slots of confirmed bookings never overlap, neither
-- on a workstation nor for a person. No slot is longer than 12 hours (43200000 ms), which bounds the part
-- of the index that such a check reads.

CREATE TABLE booking (
  key           INTEGER PRIMARY KEY,
  id            TEXT    NOT NULL UNIQUE,
  person        TEXT,
  grp           TEXT,             -- the group, when it is not for one person
  school        TEXT    NOT NULL, -- of the building
  building      TEXT    NOT NULL,
  lab           TEXT    NOT NULL,
  starts        INTEGER NOT NULL,
  ends          INTEGER NOT NULL,
  purpose       TEXT    NOT NULL,
  label         TEXT    NOT NULL,
  status        TEXT    NOT NULL CHECK (status IN ('CONFIRMED', 'REFUSED', 'CANCELLED')),
  version       INTEGER NOT NULL,
  wish          TEXT    NOT NULL, -- what was asked for: recognises a repeat
  made_by       TEXT    NOT NULL, -- login of staff, or kiosk:<id>
  made_at       INTEGER NOT NULL,
  checked_in_at INTEGER,          -- when the first session for it began
  CHECK (ends > starts),
  CHECK (status <> 'CONFIRMED' OR ends - starts <= 43200000),
  CHECK ((person IS NULL) <> (grp IS NULL))
) STRICT;

CREATE INDEX booking_by_person ON booking (person, starts, ends, status) WHERE person IS NOT NULL;
CREATE INDEX booking_by_building ON booking (building, ends);
CREATE INDEX booking_by_making ON booking (building, made_at);
CREATE INDEX booking_by_lab ON booking (lab, starts);

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

CREATE INDEX booking_seat_held ON booking_seat (workstation, starts, ends) WHERE live = 1;
CREATE INDEX booking_seat_in_lab ON booking_seat (lab, starts, ends, workstation) WHERE live = 1;

CREATE TRIGGER booking_person_free BEFORE INSERT ON booking
WHEN NEW.status = 'CONFIRMED' AND NEW.person IS NOT NULL AND EXISTS (
  SELECT 1 FROM booking o WHERE o.person = NEW.person AND o.status = 'CONFIRMED'
    AND o.starts < NEW.ends AND o.starts > NEW.starts - 43200000 AND o.ends > NEW.starts)
BEGIN SELECT RAISE(ABORT, 'person-busy'); END;

CREATE TRIGGER booking_person_still_free BEFORE UPDATE OF person, starts, ends, status ON booking
WHEN NEW.status = 'CONFIRMED' AND NEW.person IS NOT NULL AND EXISTS (
  SELECT 1 FROM booking o WHERE o.person = NEW.person AND o.status = 'CONFIRMED' AND o.key <> NEW.key
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
    AND b.lab = NEW.lab AND (b.status = 'CONFIRMED') = NEW.live)
BEGIN SELECT RAISE(ABORT, 'seat-not-as-booked'); END;

CREATE TRIGGER booking_seat_still_as_booked BEFORE UPDATE ON booking_seat
WHEN NOT EXISTS (
  SELECT 1 FROM booking b WHERE b.key = NEW.booking AND b.starts = NEW.starts AND b.ends = NEW.ends
    AND b.lab = NEW.lab AND (b.status = 'CONFIRMED') = NEW.live)
BEGIN SELECT RAISE(ABORT, 'seat-not-as-booked'); END;

CREATE TRIGGER booking_moves_its_seats AFTER UPDATE OF starts, ends, lab, status ON booking
BEGIN
  UPDATE booking_seat
     SET starts = NEW.starts, ends = NEW.ends, lab = NEW.lab, live = (NEW.status = 'CONFIRMED')
   WHERE booking = NEW.key;
END;
