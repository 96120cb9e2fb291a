-- Bookings in PostgreSQL. The database itself refuses a double promise: half-open slots of live bookings never overlap,
-- neither on a workstation nor for a person. Both refusals are checked at the end of a statement, so that one
-- statement may exchange two bookings.

-- Comes with PostgreSQL; whoever may create in the database may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What bookings were made together for.
CREATE TABLE series (
  id              text COLLATE "C" PRIMARY KEY,
  kind            text        NOT NULL CHECK (kind IN ('RECURRING', 'EVENT', 'TIMETABLE')),
  title           text        NOT NULL,
  rule            text        NOT NULL, -- RFC 5545; empty when it does not recur
  link            text        NOT NULL,
  kbps_per_client integer     NOT NULL,
  made_by         text        NOT NULL,
  made_at         timestamptz NOT NULL,
  screens         text        NOT NULL CHECK (screens IN ('EACH_SEAT', 'ONE_DISPLAY'))
);

CREATE TABLE booking (
  id              text COLLATE "C" PRIMARY KEY,
  person          text COLLATE "C",
  grp             text COLLATE "C",     -- the group, when it is not for one person; neither: kept from everybody
  school          text COLLATE "C" NOT NULL, -- of the building
  building        text COLLATE "C" NOT NULL,
  lab             text COLLATE "C" NOT NULL,
  starts          timestamptz NOT NULL,
  ends            timestamptz NOT NULL,
  purpose         text        NOT NULL,
  label           text        NOT NULL,
  status          text        NOT NULL
                  CHECK (status IN ('HELD', 'CONFIRMED', 'REFUSED', 'CANCELLED', 'EXPIRED', 'RELEASED')),
  live            boolean     GENERATED ALWAYS AS (status IN ('HELD', 'CONFIRMED')) STORED,
  version         integer     NOT NULL,
  wish            text        NOT NULL, -- what was asked for: recognises a repeat
  made_by         text        NOT NULL, -- login of staff, or kiosk:<id>
  made_at         timestamptz NOT NULL,
  checked_in_at   timestamptz,          -- when the first session for it began
  held_until      timestamptz,
  series          text COLLATE "C",
  link            text        NOT NULL,
  kbps_per_client integer     NOT NULL,
  screens         text        NOT NULL CHECK (screens IN ('EACH_SEAT', 'ONE_DISPLAY')),
  changed_in      xid8        NOT NULL DEFAULT pg_current_xact_id(), -- the newest transaction that touched it
  changed_by      text        NOT NULL DEFAULT '',                   -- the controller's run, see booking_writer
  CHECK (ends > starts),
  CHECK (status NOT IN ('HELD', 'CONFIRMED') OR ends - starts <= interval '12 hours'),
  CHECK (person IS NULL OR grp IS NULL),
  CHECK ((status = 'HELD') = (held_until IS NOT NULL)),
  CONSTRAINT booking_as_its_seats_say UNIQUE (id, lab, starts, ends, live),
  CONSTRAINT person_promised_once EXCLUDE USING gist (person WITH =, tstzrange(starts, ends, '[)') WITH &&)
    WHERE (live AND person IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE
);

CREATE INDEX booking_by_person ON booking (person, starts) WHERE person IS NOT NULL;
CREATE INDEX booking_by_group ON booking (grp, starts) WHERE grp IS NOT NULL;
CREATE INDEX booking_by_lab ON booking (lab, starts);
CREATE INDEX booking_by_school ON booking (school, starts);
CREATE INDEX booking_by_change ON booking (changed_in);

-- A seat's copy of its booking's lab, slot and liveness is never out of step: the foreign key holds and moves it.
CREATE TABLE booking_seat (
  booking     text COLLATE "C" NOT NULL,
  place       integer     NOT NULL, -- order within the booking, from 0
  workstation text COLLATE "C" NOT NULL,
  lab         text COLLATE "C" NOT NULL,
  starts      timestamptz NOT NULL,
  ends        timestamptz NOT NULL,
  live        boolean     NOT NULL,
  PRIMARY KEY (booking, place),
  FOREIGN KEY (booking, lab, starts, ends, live) REFERENCES booking (id, lab, starts, ends, live)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT seat_promised_once EXCLUDE USING gist (workstation WITH =, tstzrange(starts, ends, '[)') WITH &&)
    WHERE (live) DEFERRABLE INITIALLY IMMEDIATE
);

-- Who did what to a booking and when: one row a version. Nobody changes it.
CREATE TABLE booking_history (
  booking text COLLATE "C" NOT NULL,
  version integer     NOT NULL,
  at      timestamptz NOT NULL,
  actor   text        NOT NULL,
  deed    text        NOT NULL,
  detail  text        NOT NULL,
  PRIMARY KEY (booking, version)
);

CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'booking_history is only added to';
END $$;

CREATE TRIGGER booking_history_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON booking_history
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- What closures did to bookings, written with them. A controller takes it from here into its calendar, whose closures it
-- keeps itself.
CREATE TABLE clearance (
  closure text COLLATE "C" NOT NULL,
  step    text        NOT NULL CHECK (step IN ('CLOSED', 'OPENED')),
  by      text        NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (closure, step)
);

CREATE TABLE clearance_booking (
  closure text COLLATE "C" NOT NULL,
  step    text    NOT NULL,
  place   integer NOT NULL,
  booking text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  fate    text    NOT NULL,
  why     text    NOT NULL, -- empty unless it was lost
  heir    text COLLATE "C", -- the closure whose it is from then on; null when it stays with this one
  PRIMARY KEY (closure, step, place),
  FOREIGN KEY (closure, step) REFERENCES clearance
);

-- One row for each run of a controller: how many groups of work it has committed. A run whose connection broke during a
-- commit reads here what became of it.
CREATE TABLE booking_writer (
  id        text COLLATE "C" PRIMARY KEY,
  committed bigint      NOT NULL,
  seen      timestamptz NOT NULL
);

-- Whoever writes, controllers hear that something is new and find what.
CREATE FUNCTION note_booking_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  NEW.changed_by := coalesce(current_setting('kafedra.writer', true), '');
  RETURN NEW;
END $$;

CREATE TRIGGER booking_change_noted BEFORE INSERT OR UPDATE ON booking
FOR EACH ROW EXECUTE FUNCTION note_booking_change();

CREATE FUNCTION tell_of_booking_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kafedra_booking', '');
  RETURN NULL;
END $$;

CREATE TRIGGER booking_change_told AFTER INSERT OR UPDATE ON booking
FOR EACH STATEMENT EXECUTE FUNCTION tell_of_booking_change();
