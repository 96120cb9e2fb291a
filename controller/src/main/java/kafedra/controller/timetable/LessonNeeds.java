package kafedra.controller.timetable;

import java.util.List;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;

/**
 * What a lesson of the file asks of the schedule.
 *
 * @param stopped why nothing is asked for; empty when something is
 * @param wanted seats on each date, over all groups
 * @param unknown names of the file that nothing of the school bears
 */
record LessonNeeds(
    Lesson lesson,
    Optional<Fate> stopped,
    List<LabId> labs,
    List<GroupId> groups,
    int wanted,
    List<Need> needs,
    List<UnknownName> unknown) {
  LessonNeeds {
    labs = List.copyOf(labs);
    groups = List.copyOf(groups);
    needs = List.copyOf(needs);
    unknown = List.copyOf(unknown);
  }

  static LessonNeeds stopped(Lesson lesson, Fate why, List<LabId> labs, List<UnknownName> unknown) {
    return new LessonNeeds(lesson, Optional.of(why), labs, List.of(), 0, List.of(), unknown);
  }
}
