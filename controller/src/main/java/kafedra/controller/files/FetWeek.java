package kafedra.controller.files;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.controller.files.XmlTree.Element;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Periods;

/** Days and hours of the file, which bear free names. */
record FetWeek(Map<String, Days.Weekly> days, List<String> hours) {
  static FetWeek of(Element root) {
    List<Element> named = root.all("Days_List", "Day").toList();
    if (named.size() > 7) {
      throw new Unreadable(
          named.get(7).spot(), FileFault.TOO_MANY_DAYS, "Name", named.get(7).textOf("Name"));
    }
    Map<String, Days.Weekly> days = new HashMap<>();
    for (int i = 0; i < named.size(); i++) {
      String name = named.get(i).textOf("Name");
      DayOfWeek byPlace = DayOfWeek.of(i + 1);
      days.put(name, Days.Weekly.each(DayWords.find(name).orElse(byPlace)));
    }
    return new FetWeek(
        days, root.all("Hours_List", "Hour").map(hour -> hour.textOf("Name")).toList());
  }

  Optional<Days.Weekly> day(LessonDraft draft, String name) {
    Optional<Days.Weekly> day = Optional.ofNullable(days.get(name));
    if (day.isEmpty()) {
      draft.wrong(FileFault.BAD_DAY, "Day", name);
    }
    return day;
  }

  Optional<LessonTime> time(LessonDraft draft, String name, int length) {
    int first = hours.indexOf(name);
    if (first < 0) {
      draft.wrong(FileFault.BAD_TIME, "Hour", name);
      return Optional.empty();
    }
    int last = first + length - 1;
    if (last >= hours.size() || number(last) < number(first) || number(last) > Periods.HIGHEST) {
      draft.wrong(FileFault.BAD_PERIOD, "Duration", Integer.toString(length));
      return Optional.empty();
    }
    Optional<Hours> begin = ClockWords.range(hours.get(first));
    Optional<Hours> end = ClockWords.range(hours.get(last));
    Hours between =
        begin.isPresent() && end.isPresent() && begin.get().starts().isBefore(end.get().ends())
            ? new Hours(begin.get().starts(), end.get().ends())
            : null;
    return Optional.of(new LessonTime(new Periods(number(first), number(last)), between));
  }

  /** The name when all are numbers, else the place in the list. */
  private int number(int index) {
    boolean numbered =
        hours.stream().allMatch(name -> Numbers.whole(name, 0, Periods.HIGHEST).isPresent());
    return numbered ? Integer.parseInt(hours.get(index)) : index + 1;
  }
}
