package kafedra.controller.feed;

import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;

/** Whose bookings a feed shows. */
public sealed interface FeedSubject {
  /**
   * A pupil or a teacher: what is booked for them and for the groups they are in, and the lessons
   * that they hold by the timetable.
   */
  record OfPerson(PersonId person) implements FeedSubject {}

  /** A class or group. */
  record OfGroup(GroupId group) implements FeedSubject {}

  /** A room: when it is taken, by which groups and what for, and by no name of a person. */
  record OfLab(LabId lab) implements FeedSubject {}

  default String id() {
    return switch (this) {
      case OfPerson it -> it.person().value();
      case OfGroup it -> it.group().value();
      case OfLab it -> it.lab().value();
    };
  }
}
