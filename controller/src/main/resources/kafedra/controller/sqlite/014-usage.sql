-- Reports read school by school: without these each of 100 schools read the rows of all.
DROP INDEX session_by_start;
CREATE INDEX session_by_school ON session (school, started_at);
CREATE INDEX booking_by_school ON booking (school, ends);
