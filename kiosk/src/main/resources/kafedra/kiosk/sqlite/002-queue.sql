-- A queue for each lab, its order, and how long it let people wait.

ALTER TABLE ticket ADD COLUMN lab        TEXT;                         -- NULL: any of the building
ALTER TABLE ticket ADD COLUMN features   TEXT    NOT NULL DEFAULT '';  -- by commas
ALTER TABLE ticket ADD COLUMN drawn_at   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN stated     INTEGER;                      -- the wait that was told
ALTER TABLE ticket ADD COLUMN place      INTEGER NOT NULL DEFAULT 0;   -- lower ones are called first
ALTER TABLE ticket ADD COLUMN turn       TEXT    NOT NULL DEFAULT 'USUAL';
ALTER TABLE ticket ADD COLUMN passed     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN missed     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN waited     INTEGER;                      -- until the first call
ALTER TABLE ticket ADD COLUMN called_lab TEXT CHECK ((called_lab IS NULL) = (waited IS NULL));

-- Whoever waits while the program is exchanged came in the order of their serials.
UPDATE ticket SET place = serial, drawn_at = unixepoch() * 1000;
