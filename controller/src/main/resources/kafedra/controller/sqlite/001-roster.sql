-- Schools, rooms, people. Times of day are text in the school's own zone; lengths are seconds.
-- present = 0: no longer in the district file; kept, because bookings and sessions refer to it.

CREATE TABLE school (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  walk_in_s INTEGER NOT NULL CHECK (walk_in_s > 0),
  extension_s INTEGER NOT NULL CHECK (extension_s > 0),
  longest_s INTEGER NOT NULL CHECK (longest_s >= walk_in_s),
  grace_s INTEGER NOT NULL CHECK (grace_s >= 0),
  opens TEXT NOT NULL,
  closes TEXT NOT NULL CHECK (closes > opens),
  present INTEGER NOT NULL
) STRICT;

CREATE TABLE bell (
  school_id TEXT NOT NULL REFERENCES school,
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 7),
  lesson INTEGER NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL CHECK (ends > starts),
  PRIMARY KEY (school_id, day, lesson)
) STRICT, WITHOUT ROWID;

-- kiosk_secret is the password of the kiosk's broker account, pepper binds PINs and cards to the building.
CREATE TABLE building (
  id TEXT PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES school,
  name TEXT NOT NULL,
  village TEXT NOT NULL,
  criterion_kbps INTEGER NOT NULL CHECK (criterion_kbps > 0),
  kiosk_id TEXT NOT NULL UNIQUE,
  kiosk_secret TEXT NOT NULL,
  pepper TEXT NOT NULL,
  present INTEGER NOT NULL
) STRICT;

CREATE TABLE lab (
  id TEXT PRIMARY KEY,
  building_id TEXT NOT NULL REFERENCES building,
  name TEXT NOT NULL,
  present INTEGER NOT NULL
) STRICT;

CREATE TABLE workstation (
  id TEXT PRIMARY KEY,
  lab_id TEXT NOT NULL REFERENCES lab,
  label TEXT NOT NULL,
  plan_row INTEGER NOT NULL CHECK (plan_row >= 0),
  plan_column INTEGER NOT NULL CHECK (plan_column >= 0),
  features TEXT NOT NULL, -- names, separated by commas
  service TEXT NOT NULL CHECK (service IN ('IN_SERVICE', 'OUT_OF_SERVICE')),
  present INTEGER NOT NULL
) STRICT;

-- search: the words of the name, classes and number in lower case with е for ё, each after a blank.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES school,
  username TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  grade INTEGER CHECK (grade BETWEEN 1 AND 12),
  role TEXT NOT NULL CHECK (role IN ('PUPIL', 'TEACHER', 'STAFF')),
  number TEXT UNIQUE,
  pin_salt TEXT,
  pin_stretched TEXT,
  search TEXT NOT NULL,
  CHECK ((pin_salt IS NULL) = (pin_stretched IS NULL))
) STRICT;
CREATE INDEX person_by_school ON person (school_id, last_name, first_name);

CREATE TABLE card (
  number TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person
) STRICT, WITHOUT ROWID;
CREATE INDEX card_by_person ON card (person_id);

CREATE TABLE learning_group (
  id TEXT PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES school,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('CLASS', 'SUBJECT')),
  UNIQUE (school_id, kind, name)
) STRICT;

CREATE TABLE group_member (
  group_id TEXT NOT NULL REFERENCES learning_group,
  person_id TEXT NOT NULL REFERENCES person,
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_by_person ON group_member (person_id);
