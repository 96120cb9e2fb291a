-- The guard of seats reads one row instead of half a day's. Live slots of a seat never overlap, so the one that begins
-- last before the new slot's end also ends last of those that begin before it: if that one is over in time, all are.

DROP TRIGGER booking_seat_free;
CREATE TRIGGER booking_seat_free BEFORE INSERT ON booking_seat
WHEN NEW.live = 1 AND (
  SELECT o.ends FROM booking_seat o
  WHERE o.workstation = NEW.workstation AND o.live = 1 AND o.starts < NEW.ends
  ORDER BY o.starts DESC LIMIT 1) > NEW.starts
BEGIN SELECT RAISE(ABORT, 'seat-taken'); END;

DROP TRIGGER booking_seat_still_free;
CREATE TRIGGER booking_seat_still_free BEFORE UPDATE ON booking_seat
WHEN NEW.live = 1 AND (
  SELECT o.ends FROM booking_seat o
  WHERE o.workstation = NEW.workstation AND o.live = 1 AND o.starts < NEW.ends
    AND NOT (o.booking = OLD.booking AND o.place = OLD.place)
  ORDER BY o.starts DESC LIMIT 1) > NEW.starts
BEGIN SELECT RAISE(ABORT, 'seat-taken'); END;
