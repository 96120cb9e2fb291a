-- Answers of people who left, as counts of their day; nothing says whose.
CREATE TABLE mood (
  date  TEXT    NOT NULL, -- local
  mood  TEXT    NOT NULL CHECK (mood IN ('GOOD', 'SO_SO', 'BAD')),
  count INTEGER NOT NULL,
  PRIMARY KEY (date, mood)
);
