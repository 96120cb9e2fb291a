-- What a kiosk owes to the controller. AUTOINCREMENT: a number is never used twice, also after its record was let go.
CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL, -- milliseconds since 1970, by the device's clock
  body   BLOB    NOT NULL  -- the encoded record
);

CREATE TABLE outbox_stream (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  epoch        TEXT    NOT NULL,
  acknowledged INTEGER NOT NULL
);
