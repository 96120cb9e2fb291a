package kafedra.controller.files;

import biweekly.component.VEvent;
import biweekly.property.Categories;
import biweekly.property.TextProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Participants;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of an event say. Calendars have no field for a class: it stands in a line «Класс:
 * 7А» of the description, in the categories, or at the end of the summary («Информатика, 7А» or
 * «Информатика (7А)»). Teachers stand in a line «Учитель: …».
 *
 * @param rooms of the location
 */
record ICalendarWords(
    String subject, List<Participants> participants, List<String> teachers, List<String> rooms) {
  private static final String CLASS = "[0-9]{1,2}\\s?-?\\s?\\p{L}?";
  private static final Pattern SUMMARY =
      Pattern.compile("(.+?)\\s*(?:[,;:–—-]\\s*(" + CLASS + ")|\\((" + CLASS + ")\\))");
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("класс", "class"),
          Map.entry("классы", "class"),
          Map.entry("class", "class"),
          Map.entry("группа", "group"),
          Map.entry("group", "group"),
          Map.entry("учитель", "teacher"),
          Map.entry("преподаватель", "teacher"),
          Map.entry("педагог", "teacher"),
          Map.entry("teacher", "teacher"));

  static ICalendarWords of(VEvent event, LessonDraft draft) {
    String summary = draft.name("SUMMARY", text(event.getSummary()));
    Map<String, String> said = labelled(text(event.getDescription()));
    List<String> classes = draft.names("DESCRIPTION", said.getOrDefault("class", ""), ",;");
    String group = draft.name("DESCRIPTION", said.getOrDefault("group", ""));
    if (classes.isEmpty() && group.isEmpty()) {
      classes = categories(event, draft);
    }
    String subject = summary;
    if (classes.isEmpty() && group.isEmpty()) {
      Matcher both = SUMMARY.matcher(summary);
      if (both.matches()) {
        subject = both.group(1);
        classes = List.of(both.group(2) == null ? both.group(3) : both.group(2));
      }
    }
    if (subject.isEmpty()) {
      draft.wrong(FileFault.MISSING, "SUMMARY", "");
    }
    return new ICalendarWords(
        subject,
        participants(classes, group),
        draft.names("DESCRIPTION", said.getOrDefault("teacher", ""), ",;"),
        draft.names("LOCATION", text(event.getLocation()), ",;"));
  }

  private static List<Participants> participants(List<String> classes, String group) {
    if (classes.isEmpty()) {
      return group.isEmpty() ? List.of() : List.of(Participants.ownGroup(group));
    }
    return classes.stream().map(name -> new Participants(name, group)).toList();
  }

  private static List<String> categories(VEvent event, LessonDraft draft) {
    List<String> names = new ArrayList<>();
    for (Categories some : event.getCategories()) {
      some.getValues().forEach(it -> names.addAll(draft.names("CATEGORIES", it, ",;")));
    }
    return names;
  }

  /** Lines «Label: value» of a description. */
  private static Map<String, String> labelled(String description) {
    Map<String, String> said = new TreeMap<>();
    for (String line : description.split("[\\r\\n]+", -1)) {
      int colon = line.indexOf(':');
      String label =
          colon < 0 ? null : LABELS.get(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
      if (label != null) {
        said.putIfAbsent(label, line.substring(colon + 1).strip());
      }
    }
    return said;
  }

  private static String text(@Nullable TextProperty property) {
    return property == null || property.getValue() == null ? "" : property.getValue();
  }
}
