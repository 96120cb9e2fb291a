package kafedra.controller.timetable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;

/** Turns the lessons of a file into needs of seats in the labs of a school. */
final class Needs {
  private final Roster roster;
  private final SchoolCalendar school;
  private final Frame frame;
  private final Matching matching;
  private final Map<GroupId, Integer> sizes = new HashMap<>();
  private final Map<LabId, Map<LocalDate, DayPlan>> days = new HashMap<>();

  Needs(
      Roster roster, SchoolCalendar school, Frame frame, KnownNames known, NameDistance distance) {
    this.roster = roster;
    this.school = school;
    this.frame = frame;
    this.matching =
        new Matching(
            roster.premises().labsOf(school.school()),
            roster.groupsOf(school.school()),
            known,
            distance);
  }

  List<LessonNeeds> of(List<Lesson> lessons) {
    return lessons.stream().map(this::of).toList();
  }

  private LessonNeeds of(Lesson lesson) {
    List<UnknownName> unknown = new ArrayList<>();
    List<Lab> labs = labs(lesson, unknown);
    List<LabId> there = labs.stream().map(Lab::id).toList();
    if (labs.isEmpty()) {
      return LessonNeeds.stopped(lesson, Fate.NO_LAB, there, unknown);
    }
    Map<Group, Integer> seats = new LinkedHashMap<>();
    boolean leftOut = groups(lesson, seats, unknown);
    boolean nobody = unknown.stream().anyMatch(it -> it.kind() == UnknownName.Kind.GROUP);
    if (nobody || (seats.isEmpty() && !leftOut)) {
      return LessonNeeds.stopped(lesson, Fate.UNMATCHED_GROUP, there, unknown);
    }
    if (seats.isEmpty()) {
      return LessonNeeds.stopped(lesson, Fate.NO_LAB, there, unknown);
    }
    int wanted = seats.values().stream().mapToInt(Integer::intValue).sum();
    return wanted == 0
        ? LessonNeeds.stopped(lesson, Fate.NO_PUPILS, there, unknown)
        : placed(lesson, labs, seats, wanted, unknown);
  }

  private List<Lab> labs(Lesson lesson, List<UnknownName> unknown) {
    List<Lab> labs = new ArrayList<>();
    for (String room : lesson.rooms()) {
      switch (matching.lab(room)) {
        case Match.Found<Lab> found -> labs.add(found.thing());
        case Match.LeftOut<Lab> no -> {}
        case Match.Unknown<Lab> none ->
            unknown.add(new UnknownName(UnknownName.Kind.ROOM, room, none.suggestions()));
      }
    }
    return labs;
  }

  /** Whether some of the participants do not learn in labs, as the school said. */
  private boolean groups(Lesson lesson, Map<Group, Integer> seats, List<UnknownName> unknown) {
    boolean leftOut = false;
    for (Participants some : lesson.participants()) {
      switch (matching.group(some, lesson.subject())) {
        case Match.Found<Group> found ->
            seats.merge(found.thing(), seats(found.thing(), some, lesson), Math::max);
        case Match.LeftOut<Group> no -> leftOut = true;
        case Match.Unknown<Group> none ->
            unknown.add(
                new UnknownName(UnknownName.Kind.GROUP, some.toString(), none.suggestions()));
      }
    }
    return leftOut;
  }

  /** As many as the group has pupils; for a part of a class, what the file says if it is less. */
  private int seats(Group group, Participants some, Lesson lesson) {
    int members = sizes.computeIfAbsent(group.id(), this::pupils);
    boolean part = group.kind() == Group.Kind.CLASS && !some.group().isEmpty();
    return part && lesson.pupils().isPresent() && lesson.participants().size() == 1
        ? Math.min(members, lesson.pupils().getAsInt())
        : members;
  }

  private int pupils(GroupId group) {
    return (int)
        roster.peopleIn(group).stream().filter(person -> person.role() == Role.PUPIL).count();
  }

  private LessonNeeds placed(
      Lesson lesson,
      List<Lab> labs,
      Map<Group, Integer> seats,
      int wanted,
      List<UnknownName> unknown) {
    if (lesson.days() instanceof Days.Weekly weekly && !Frame.knowsTerms(weekly.terms(), school)) {
      return LessonNeeds.stopped(
          lesson, Fate.UNKNOWN_TERMS, labs.stream().map(Lab::id).toList(), unknown);
    }
    Map<LabId, Occasions> occasions = new LinkedHashMap<>();
    labs.forEach(lab -> occasions.put(lab.id(), occasions(lesson, lab.id())));
    Optional<Fate> never = never(occasions);
    List<Need> needs = never.isPresent() ? List.of() : shared(lesson, labs, seats, occasions);
    return new LessonNeeds(
        lesson,
        never,
        labs.stream().map(Lab::id).toList(),
        seats.keySet().stream().map(Group::id).toList(),
        wanted,
        needs,
        unknown);
  }

  /** Every lesson asks of the same days. */
  private Occasions occasions(Lesson lesson, LabId lab) {
    Map<LocalDate, DayPlan> known = days.computeIfAbsent(lab, fresh -> new HashMap<>());
    return Occasions.of(
        lesson, date -> known.computeIfAbsent(date, day -> school.day(lab, day)), school, frame);
  }

  private static Optional<Fate> never(Map<LabId, Occasions> occasions) {
    if (occasions.values().stream().anyMatch(it -> !it.slots().isEmpty())) {
      return Optional.empty();
    }
    if (occasions.values().stream().anyMatch(it -> it.unbelled() > 0)) {
      return Optional.of(Fate.NO_BELL);
    }
    boolean outside = occasions.values().stream().anyMatch(it -> it.outside() > 0);
    return Optional.of(outside ? Fate.OUTSIDE_HOURS : Fate.OUTSIDE_YEAR);
  }

  /** Fills one lab after the other; whoever finds no place any more is left to the last. */
  private List<Need> shared(
      Lesson lesson, List<Lab> labs, Map<Group, Integer> seats, Map<LabId, Occasions> occasions) {
    List<Need> needs = new ArrayList<>();
    Map<LabId, Integer> free = new HashMap<>();
    labs.forEach(lab -> free.put(lab.id(), inService(lab.id())));
    seats.forEach((group, wanted) -> {
      int left = wanted;
      for (int i = 0; i < labs.size() && left > 0; i++) {
        LabId lab = labs.get(i).id();
        int there = free.getOrDefault(lab, 0);
        int take = i == labs.size() - 1 ? left : Math.min(left, there);
        if (take > 0) {
          free.put(lab, there - take);
          left -= take;
          needs.add(need(lesson, group, lab, take, occasions));
        }
      }
    });
    return needs;
  }

  private static Need need(
      Lesson lesson, Group group, LabId lab, int seats, Map<LabId, Occasions> occasions) {
    List<TimeSlot> slots = Objects.requireNonNull(occasions.get(lab)).slots();
    return new Need(lesson.source(), group.id(), lab, seats, label(lesson), slots);
  }

  private static String label(Lesson lesson) {
    String subject = lesson.subject();
    return subject.length() > 100 ? subject.substring(0, 100) : subject;
  }

  private int inService(LabId lab) {
    return (int)
        roster.premises().seatsOf(lab).stream()
            .filter(seat -> seat.service() == Service.IN_SERVICE)
            .count();
  }
}
