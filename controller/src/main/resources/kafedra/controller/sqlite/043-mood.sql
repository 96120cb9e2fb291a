-- How people found their time at a seat: sums of at least five answers over some days.
CREATE TABLE mood (
  building TEXT    NOT NULL,
  school   TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  number   INTEGER NOT NULL, -- of the record; tells two of one moment apart
  first    TEXT    NOT NULL, -- local date
  last     TEXT    NOT NULL,
  good     INTEGER NOT NULL,
  so_so    INTEGER NOT NULL,
  bad      INTEGER NOT NULL,
  PRIMARY KEY (building, at, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX mood_by_school ON mood (school, last);
