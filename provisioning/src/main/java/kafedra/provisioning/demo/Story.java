package kafedra.provisioning.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;

/**
 * What is booked around the moment at which the made-up district is opened. Made through the
 * controller like any booking; what is refused, because an earlier run's bookings stand, is told
 * and left.
 */
public final class Story {
  private static final SchoolId BASE = new SchoolId("svet");
  private static final SchoolId VILLAGE = new SchoolId("plyos");
  private static final LabId HALL = new LabId("svet-zal");
  private static final LabId READING_ROOM = new LabId("svet-chit");
  private static final LabId VILLAGE_LIBRARY = new LabId("plyos-bic");
  private static final Duration LESSON = Duration.ofMinutes(40);

  /**
   * Lessons later than this leave the rooms without anything to see; a free time is booked instead.
   */
  private static final Duration SOON = Duration.ofMinutes(100);

  private final District district;
  private final CardIndex cards;
  private final Function<SchoolId, Office> librarians;
  private final Consumer<Told> listener;

  /**
   * What became of one booking.
   *
   * @param whose class, group or card label
   */
  public record Told(String whose, TimeSlot slot, Office.Answer answer) {}

  /**
   * One line of the story.
   *
   * @param name part of the booking's id
   */
  private record Line(
      String name,
      SchoolId school,
      LabId lab,
      String whose,
      Optional<Office.Guest> guest,
      TimeSlot slot,
      String purpose) {}

  /**
   * @param librarians who may book in a school
   */
  public Story(
      District district,
      CardIndex cards,
      Function<SchoolId, Office> librarians,
      Consumer<Told> listener) {
    this.district = district;
    this.cards = cards;
    this.librarians = librarians;
    this.listener = listener;
  }

  public void tell(Instant now) {
    TimeSlot lesson = lessonNear(BASE, now);
    TimeSlot villageLesson = lessonNear(VILLAGE, now);
    TimeSlot atOnce =
        TimeSlot.of(roundUp(now.plus(Duration.ofMinutes(2)), 5), Duration.ofMinutes(30));
    TimeSlot later = TimeSlot.of(roundUp(now.plus(Duration.ofHours(1)), 15), LESSON);
    TimeSlot tomorrow = TimeSlot.of(lesson.start().plus(Duration.ofDays(1)), LESSON);
    List<Line> lines = new ArrayList<>();
    lines.add(group("class", BASE, HALL, "Информатика 7-8", 4, lesson, "LESSON"));
    lines.add(one("due", BASE, READING_ROOM, 3, atOnce, "SELF_STUDY"));
    lines.add(one("later", VILLAGE, VILLAGE_LIBRARY, 1, later, "PROJECT"));
    lines.add(
        group(
            "net",
            VILLAGE,
            VILLAGE_LIBRARY,
            "Физика 10-11, сетевая группа",
            2,
            villageLesson,
            "ELECTIVE"));
    lines.add(group("tomorrow", BASE, HALL, "9А", 5, tomorrow, "EXAM_PREPARATION"));
    lines.forEach(line -> book(line, now));
  }

  private Line group(
      String name,
      SchoolId school,
      LabId lab,
      String group,
      int seats,
      TimeSlot slot,
      String purpose) {
    Optional<GroupId> found = librarians.apply(school).findGroup(school, group);
    return new Line(
        name,
        school,
        lab,
        group,
        found.map(it -> new Office.Guest.Several(it, seats)),
        slot,
        purpose);
  }

  /**
   * @param index of the visitor's card among the school's
   */
  private Line one(
      String name, SchoolId school, LabId lab, int index, TimeSlot slot, String purpose) {
    CardHolder holder = cards.of(school, CardHolder.Player.VISITOR).get(index);
    Optional<PersonId> found =
        librarians.apply(school).findPerson(school, holder.fullName(), holder.schoolClass());
    return new Line(
        name, school, lab, holder.label(), found.map(Office.Guest.One::new), slot, purpose);
  }

  private void book(Line line, Instant now) {
    BookingId id = new BookingId("demo-" + line.name() + "-" + now.getEpochSecond());
    Office.Answer answer =
        line.guest()
            .map(guest -> new Office.Wish(line.lab(), guest, line.slot(), line.purpose()))
            .map(wish -> librarians.apply(line.school()).book(id, wish))
            .orElseGet(() -> new Office.Answer.Refused("not in the roster"));
    listener.accept(new Told(line.whose(), line.slot(), answer));
  }

  /** The next lesson by the bells, or a lesson's length at the next half-hour outside them. */
  private TimeSlot lessonNear(SchoolId school, Instant now) {
    return district
        .nextLesson(school, now.plus(Duration.ofMinutes(5)))
        .filter(slot -> slot.start().isBefore(now.plus(SOON)))
        .orElseGet(() -> TimeSlot.of(roundUp(now.plus(Duration.ofMinutes(15)), 30), LESSON));
  }

  private static Instant roundUp(Instant moment, int minutes) {
    long step = Duration.ofMinutes(minutes).toSeconds();
    long seconds = moment.truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(seconds, step) * step);
  }
}
