package kafedra.controller.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kafedra.controller.files.XmlTree.Element;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Participants;

/** What the ids of an aSc file stand for. */
final class AscNames {
  private static final int MOST_PUPILS = 100_000;

  /** By kind ({@code teacher}) and id. */
  private final Map<String, Map<String, Element>> byKind = new HashMap<>();

  private AscNames() {}

  static AscNames of(Element root) {
    AscNames names = new AscNames();
    names.index(root, "subjects", "subject");
    names.index(root, "teachers", "teacher");
    names.index(root, "classrooms", "classroom");
    names.index(root, "classes", "class");
    names.index(root, "groups", "group");
    return names;
  }

  private void index(Element root, String list, String kind) {
    Map<String, Element> found = new HashMap<>();
    root.all(list, kind).forEach(it -> found.put(it.attribute("id"), it));
    byKind.put(kind, found);
  }

  private List<Element> find(String kind, LessonDraft draft, String field, String ids) {
    List<Element> found = new ArrayList<>();
    for (String id : draft.names(field, ids, ",")) {
      Element named = byKind.getOrDefault(kind, Map.of()).get(id);
      if (named == null) {
        draft.wrong(FileFault.UNKNOWN_REFERENCE, field, id);
      } else {
        found.add(named);
      }
    }
    return found;
  }

  /** The name of the one; empty when the attribute is empty or unusable. */
  String one(String kind, LessonDraft draft, String field, String id) {
    return many(kind, draft, field, id).stream().findFirst().orElse("");
  }

  List<String> many(String kind, LessonDraft draft, String field, String ids) {
    return find(kind, draft, field, ids).stream().map(it -> nameOf(draft, it)).toList();
  }

  private static String nameOf(LessonDraft draft, Element named) {
    String name = draft.name("name", named.attribute("name"));
    return name.isEmpty() ? draft.name("short", named.attribute("short")) : name;
  }

  /** The groups of a lesson, and the whole of each class that none of these belongs to. */
  List<Participants> participants(LessonDraft draft, Element lesson) {
    List<Participants> some = new ArrayList<>();
    List<String> divided = new ArrayList<>();
    for (Element group : find("group", draft, "groupids", lesson.attribute("groupids"))) {
      String classId = group.attribute("classid");
      String className = one("class", draft, "classid", classId);
      divided.add(classId);
      String name = group.attribute("entireclass").equals("1") ? "" : nameOf(draft, group);
      if (!className.isEmpty() || !name.isEmpty()) {
        some.add(new Participants(className, name));
      }
    }
    for (Element whole : find("class", draft, "classids", lesson.attribute("classids"))) {
      String name = nameOf(draft, whole);
      if (!divided.contains(whole.attribute("id")) && !name.isEmpty()) {
        some.add(Participants.wholeClass(name));
      }
    }
    return some;
  }

  /** The sum over the groups when each says its count, else the lesson's capacity. */
  OptionalInt pupils(Element lesson) {
    int sum = 0;
    for (String id : lesson.attribute("groupids").split(",", -1)) {
      Element group = byKind.getOrDefault("group", Map.of()).get(id.strip());
      OptionalInt count =
          group == null
              ? OptionalInt.empty()
              : Numbers.whole(group.attribute("studentcount"), 0, MOST_PUPILS);
      if (count.isEmpty()) {
        return Numbers.whole(lesson.attribute("capacity"), 1, MOST_PUPILS);
      }
      sum += count.getAsInt();
    }
    return sum == 0 ? OptionalInt.empty() : OptionalInt.of(sum);
  }
}
