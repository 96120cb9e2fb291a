-- Who holds the lesson that a booking of a timetable is for, as far as the file's name is one person's of the school.
CREATE TABLE lesson_teacher (
  booking TEXT NOT NULL,
  person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (booking, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX lesson_teacher_by_person ON lesson_teacher (person);
