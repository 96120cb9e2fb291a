package kafedra.controller.files;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kafedra.controller.files.XmlTree.Element;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Mask;
import kafedra.controller.timetable.Participants;
import kafedra.controller.timetable.Periods;

/**
 * Reads the XML that aSc Timetables exports in its format of 2012: a {@code lesson} says who learns
 * what, a {@code card} puts one period of it on a day. The rooms of a lesson are those that would
 * do; only those of a card are meant.
 */
final class AscXml {
  private final Element root;
  private final AscWeek week;
  private final AscNames names;
  private final Findings findings = new Findings();

  private AscXml(Element root) {
    this.root = root;
    this.week = AscWeek.of(root);
    this.names = AscNames.of(root);
  }

  /**
   * @throws Unreadable when the file cannot be trusted
   */
  static Findings read(Element root) {
    return new AscXml(root).read();
  }

  private Findings read() {
    if (root.all("TimeTableSchedules").findAny().isPresent()) {
      throw new Unreadable(FileFault.OLD_ASC);
    }
    Map<String, List<Element>> cards =
        root.all("cards", "card")
            .collect(Collectors.groupingBy(card -> card.attribute("lessonid")));
    for (Element lesson : root.all("lessons", "lesson").toList()) {
      List<Element> own = cards.remove(lesson.attribute("id"));
      if (own != null) {
        read(lesson, own);
      }
    }
    for (List<Element> orphans : cards.values()) {
      for (Element card : orphans) {
        findings.wrong(
            card.spot(), FileFault.UNKNOWN_REFERENCE, "lessonid", card.attribute("lessonid"));
      }
    }
    return findings;
  }

  private void read(Element lesson, List<Element> cards) {
    LessonDraft draft = new LessonDraft(findings, lesson.spot());
    String id = draft.name("id", lesson.attribute("id"));
    if (id.isEmpty()) {
      draft.wrong(FileFault.MISSING, "id", "");
    }
    String subject = names.one("subject", draft, "subjectid", lesson.attribute("subjectid"));
    List<String> teachers =
        names.many("teacher", draft, "teacherids", lesson.attribute("teacherids"));
    List<Participants> participants = names.participants(draft, lesson);
    OptionalInt pupils = names.pupils(lesson);
    for (Element card : cards) {
      LessonDraft own = new LessonDraft(findings, card.spot());
      Placing placing = placing(own, lesson, card);
      if (draft.isSound() && own.isSound()) {
        for (Days.Weekly day : placing.days()) {
          findings.add(
              new Lesson(
                  id,
                  card.spot(),
                  subject,
                  participants,
                  teachers,
                  placing.rooms(),
                  day,
                  Objects.requireNonNull(placing.time().getFirst()),
                  pupils));
        }
      }
    }
  }

  private record Placing(List<Days.Weekly> days, List<LessonTime> time, List<String> rooms) {}

  private Placing placing(LessonDraft draft, Element lesson, Element card) {
    List<Days.Weekly> days = new ArrayList<>();
    List<LessonTime> times = new ArrayList<>();
    if (card.attribute("days").isEmpty() && card.attribute("period").isEmpty()) {
      draft.wrong(FileFault.NOT_PLACED, "days", "");
      return new Placing(days, times, List.of());
    }
    Mask weeks = week.weeks(draft, card);
    Mask terms = week.terms(draft, card);
    for (DayOfWeek day : week.days(draft, card)) {
      days.add(new Days.Weekly(day, weeks, terms));
    }
    time(draft, card.attribute("period")).ifPresent(times::add);
    return new Placing(days, times, rooms(draft, lesson, card));
  }

  private Optional<LessonTime> time(LessonDraft draft, String period) {
    OptionalInt number = Numbers.whole(period, 0, Periods.HIGHEST);
    if (number.isEmpty()) {
      draft.wrong(FileFault.BAD_PERIOD, "period", period);
      return Optional.empty();
    }
    Hours hours = week.hours().get(number.getAsInt());
    return Optional.of(new LessonTime(Periods.of(number.getAsInt()), hours));
  }

  private List<String> rooms(LessonDraft draft, Element lesson, Element card) {
    boolean only = !card.has("classroomids") && !lesson.attribute("classroomids").contains(",");
    Element from = only ? lesson : card;
    return names.many("classroom", draft, "classroomids", from.attribute("classroomids"));
  }
}
