-- What a person used of a day, their history, and codes.

CREATE INDEX sessions_by_person ON session (person, started_at);

-- A code for one time works once, also while the district cannot be told.
CREATE TABLE used_code (
  verifier TEXT PRIMARY KEY,
  at       INTEGER NOT NULL
);
