package kafedra.controller.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Spot;
import kafedra.controller.timetable.TimetableLimits;

/**
 * One lesson while it is read. Readers note every problem of it and go on, so that one pass tells
 * all; a draft that is not sound never becomes a lesson.
 */
final class LessonDraft {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029\\ufffd]");

  private final Findings findings;
  private final Spot spot;
  private boolean sound = true;

  LessonDraft(Findings findings, Spot spot) {
    this.findings = findings;
    this.spot = spot;
  }

  Spot spot() {
    return spot;
  }

  boolean isSound() {
    return sound;
  }

  void wrong(FileFault fault, String field, String given) {
    sound = false;
    findings.wrong(spot, fault, field, given);
  }

  /** A name without blanks around, which may be empty. */
  String name(String field, String given) {
    String name = Separated.trimmed(given);
    if (name.length() > TimetableLimits.NAME) {
      wrong(FileFault.TOO_LONG, field, name);
      return "";
    }
    if (CONTROL.matcher(name).find()) {
      wrong(FileFault.CONTROL_CHARACTER, field, name.replaceAll(CONTROL.pattern(), "?"));
      return "";
    }
    return name;
  }

  /** Names between separators, without empty ones. */
  List<String> names(String field, String given, String separators) {
    List<String> names = new ArrayList<>();
    for (String part : given.split("[" + separators + "]", -1)) {
      String name = name(field, part);
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    if (names.size() > TimetableLimits.NAMES) {
      wrong(FileFault.TOO_MANY_NAMES, field, given);
      return List.of();
    }
    return names;
  }
}
