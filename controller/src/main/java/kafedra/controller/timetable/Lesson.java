package kafedra.controller.timetable;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A lesson of a timetable file.
 *
 * @param source what the file calls it, so that the next file's lesson is known again. Several
 *     lessons may bear one key: those of one subject with one class through the week.
 * @param spot where in the file it stands
 * @param subject may be empty
 * @param participants may be empty: a lesson that nobody is named for
 * @param teachers by name; may be empty
 * @param rooms by name; may be empty
 * @param pupils how many the file says there are
 */
public record Lesson(
    String source,
    Spot spot,
    String subject,
    List<Participants> participants,
    List<String> teachers,
    List<String> rooms,
    Days days,
    LessonTime time,
    OptionalInt pupils) {
  public Lesson {
    if (source.isBlank()) {
      throw new IllegalArgumentException("a lesson needs a key to be known again by");
    }
    Objects.requireNonNull(spot);
    participants = participants.stream().distinct().toList();
    teachers = teachers.stream().distinct().toList();
    rooms = rooms.stream().distinct().toList();
  }

  /** The same lesson at another time. */
  Lesson at(LessonTime other) {
    return new Lesson(source, spot, subject, participants, teachers, rooms, days, other, pupils);
  }

  /** Whether the other lesson differs in its time of day at the most. */
  boolean isLike(Lesson other) {
    return source.equals(other.source)
        && subject.equals(other.subject)
        && participants.equals(other.participants)
        && teachers.equals(other.teachers)
        && rooms.equals(other.rooms)
        && days.equals(other.days)
        && pupils.equals(other.pupils);
  }
}
