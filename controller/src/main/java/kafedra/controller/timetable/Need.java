package kafedra.controller.timetable;

import java.util.List;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.time.TimeSlot;

/**
 * The seats that one group needs for a lesson in one lab.
 *
 * @param source of the lesson
 * @param seats at least 1
 * @param slots by start
 */
record Need(
    String source, GroupId group, LabId lab, int seats, String label, List<TimeSlot> slots) {
  Need {
    slots = List.copyOf(slots);
  }
}
