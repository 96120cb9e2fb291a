-- What each building was told, so that only what changed travels.

CREATE TABLE replica (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  epoch TEXT    NOT NULL,
  head  INTEGER NOT NULL  -- the last number given to a change, whatever the building
) STRICT;

-- Numbers between these two were given to nobody here. A kiosk that has one heard it from a controller whose
-- database was since replaced by an older copy, and must take everything again.
CREATE TABLE replica_gap (
  above INTEGER NOT NULL,
  below INTEGER NOT NULL
) STRICT;

CREATE TABLE replica_item (
  building TEXT    NOT NULL,
  key      TEXT    NOT NULL,
  number   INTEGER NOT NULL UNIQUE, -- of its last change
  hash     BLOB,                    -- of its content; null once it is gone
  gone_at  INTEGER,
  PRIMARY KEY (building, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX replica_item_by_number ON replica_item (building, number);

-- What each building said that it has.
CREATE TABLE replica_site (
  building TEXT PRIMARY KEY,
  epoch    TEXT    NOT NULL,
  number   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
