-- Seats that staff closed or opened at the kiosk, until the district knows.
CREATE TABLE seat_service (
  workstation TEXT PRIMARY KEY,
  service     TEXT NOT NULL CHECK (service IN ('IN_SERVICE', 'OUT_OF_SERVICE'))
);
