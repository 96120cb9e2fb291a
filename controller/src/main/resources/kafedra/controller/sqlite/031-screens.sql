-- A class at one display is one client of the line, whatever its seats.
ALTER TABLE booking ADD COLUMN screens TEXT NOT NULL DEFAULT 'EACH_SEAT' CHECK (screens IN ('EACH_SEAT', 'ONE_DISPLAY'));
ALTER TABLE series ADD COLUMN screens TEXT NOT NULL DEFAULT 'EACH_SEAT' CHECK (screens IN ('EACH_SEAT', 'ONE_DISPLAY'));
