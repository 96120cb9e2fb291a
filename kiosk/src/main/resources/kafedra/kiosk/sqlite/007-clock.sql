-- Moments outlive a restart as four columns: wall time, time since boot, which boot, and whether the wall clock was believed.

ALTER TABLE session ADD COLUMN planned_at    INTEGER NOT NULL DEFAULT 0; -- when planned_end was said
ALTER TABLE session ADD COLUMN planned_up    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN planned_boot  TEXT    NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN planned_trust TEXT    NOT NULL DEFAULT 'TRUSTED';
UPDATE session SET planned_at = started_at;

CREATE TABLE attempts_by_moment (
  key        TEXT PRIMARY KEY,
  wrong      INTEGER NOT NULL,
  pause      INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_up    INTEGER NOT NULL,
  last_boot  TEXT    NOT NULL,
  last_trust TEXT    NOT NULL
);
INSERT INTO attempts_by_moment SELECT key, wrong, max(0, blocked_until - last), last, 0, '', 'TRUSTED' FROM attempts;
DROP TABLE attempts;
ALTER TABLE attempts_by_moment RENAME TO attempts;

-- This start of the machine, and from which record on the outbox is of it.
CREATE TABLE boot (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  id           TEXT    NOT NULL,
  first_record INTEGER NOT NULL,
  started_at   INTEGER -- NULL until the time is known; then it was told in the records too
);
