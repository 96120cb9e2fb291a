-- Codes with which people sign in at a kiosk once. The digits are told once and kept nowhere.
CREATE TABLE entry_code (
  building   TEXT    NOT NULL,
  verifier   TEXT    NOT NULL, -- of the digits, under the building's pepper
  person     TEXT    NOT NULL,
  issued_by  TEXT    NOT NULL, -- login
  issued_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER,          -- by the kiosk's clock
  PRIMARY KEY (building, verifier)
) STRICT, WITHOUT ROWID;
