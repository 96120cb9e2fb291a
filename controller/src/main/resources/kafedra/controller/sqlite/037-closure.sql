-- What becomes of sessions that run when a room is closed today.
ALTER TABLE closure ADD COLUMN running TEXT NOT NULL DEFAULT 'FINISHES' CHECK (running IN ('FINISHES', 'ENDS'));
