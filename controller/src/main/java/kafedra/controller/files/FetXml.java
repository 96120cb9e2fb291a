package kafedra.controller.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kafedra.controller.files.XmlTree.Element;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Participants;

/**
 * Reads what FET writes when a timetable was generated, {@code …_data_and_timetable.fet}: the data,
 * with the place of every activity as a constraint. FET's {@code …_activities.xml} has the places
 * without the names and is not enough.
 */
final class FetXml {
  private static final int MOST_PUPILS = 100_000;
  private static final int LONGEST = 20;

  private final Element root;
  private final FetWeek week;
  private final Findings findings = new Findings();
  private final Map<String, Participants> students = new HashMap<>();

  /** Constraints by activity; the last of several counts, as a generated one is written last. */
  private final Map<String, Element> times = new HashMap<>();

  private final Map<String, Element> rooms = new HashMap<>();

  private FetXml(Element root) {
    this.root = root;
    this.week = FetWeek.of(root);
  }

  /**
   * @throws Unreadable when the file cannot be trusted
   */
  static Findings read(Element root) {
    return new FetXml(root).read();
  }

  private Findings read() {
    nameStudents();
    index("Time_Constraints_List", "ConstraintActivityPreferredStartingTime", times);
    index("Space_Constraints_List", "ConstraintActivityPreferredRoom", rooms);
    if (times.isEmpty()) {
      throw new Unreadable(FileFault.NOT_GENERATED);
    }
    root.all("Activities_List", "Activity").filter(FetXml::isActive).forEach(this::take);
    return findings;
  }

  private static boolean isActive(Element it) {
    return !it.textOf("Active").equalsIgnoreCase("false");
  }

  private void index(String list, String kind, Map<String, Element> byActivity) {
    root.all(list, kind)
        .filter(FetXml::isActive)
        .forEach(it -> byActivity.put(it.textOf("Activity_Id"), it));
  }

  /** A set of students is a year, a group of one, or a subgroup of that. */
  private void nameStudents() {
    for (Element year : root.all("Students_List", "Year").toList()) {
      String name = year.textOf("Name");
      if (!name.isEmpty()) {
        students.putIfAbsent(name, Participants.wholeClass(name));
        year.all("Group").forEach(group -> nameGroup(name, group));
      }
    }
  }

  private void nameGroup(String year, Element group) {
    note(year, group);
    group.all("Subgroup").forEach(part -> note(year, part));
  }

  private void note(String year, Element part) {
    String name = part.textOf("Name");
    if (!name.isEmpty()) {
      students.putIfAbsent(name, new Participants(year, name));
    }
  }

  private void take(Element activity) {
    LessonDraft draft = new LessonDraft(findings, activity.spot());
    String id = draft.name("Id", activity.textOf("Id"));
    if (id.isEmpty()) {
      draft.wrong(FileFault.MISSING, "Id", "");
    }
    String subject = draft.name("Subject", activity.textOf("Subject"));
    List<String> teachers = texts(draft, activity, "Teacher");
    List<Participants> participants = participants(draft, activity);
    OptionalInt length = Numbers.whole(activity.textOf("Duration"), 1, LONGEST);
    if (length.isEmpty()) {
      draft.wrong(FileFault.BAD_NUMBER, "Duration", activity.textOf("Duration"));
    }
    Optional<Element> place = Optional.ofNullable(times.get(id));
    if (place.isEmpty()) {
      draft.wrong(FileFault.NOT_PLACED, "Id", id);
      return;
    }
    Optional<Days.Weekly> day = week.day(draft, either(place.get(), "Preferred_Day", "Day"));
    Optional<LessonTime> time =
        week.time(draft, either(place.get(), "Preferred_Hour", "Hour"), length.orElse(1));
    List<String> where = rooms(draft, id);
    if (draft.isSound() && day.isPresent() && time.isPresent()) {
      findings.add(
          new Lesson(
              id,
              activity.spot(),
              subject,
              participants,
              teachers,
              where,
              day.get(),
              time.get(),
              Numbers.whole(activity.textOf("Number_Of_Students"), 1, MOST_PUPILS)));
    }
  }

  private static String either(Element constraint, String newer, String older) {
    String text = constraint.textOf(newer);
    return text.isEmpty() ? constraint.textOf(older) : text;
  }

  private static List<String> texts(LessonDraft draft, Element parent, String child) {
    return parent
        .all(child)
        .map(it -> draft.name(child, it.text().toString().strip()))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private List<Participants> participants(LessonDraft draft, Element activity) {
    List<Participants> some = new ArrayList<>();
    for (String name : texts(draft, activity, "Students")) {
      Participants known = students.get(name);
      if (known == null) {
        draft.wrong(FileFault.UNKNOWN_REFERENCE, "Students", name);
      } else {
        some.add(known);
      }
    }
    return some;
  }

  /** Of a virtual room the real ones. */
  private List<String> rooms(LessonDraft draft, String activity) {
    Element place = rooms.get(activity);
    if (place == null) {
      return List.of();
    }
    List<String> real = texts(draft, place, "Real_Room");
    return real.isEmpty() ? texts(draft, place, "Room") : real;
  }
}
