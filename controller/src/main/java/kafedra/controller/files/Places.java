package kafedra.controller.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a file, and which ids stand where. */
final class Places {
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();

  void wrong(String place, String problem) {
    problems.add((place.isEmpty() ? "file" : place) + ": " + problem);
  }

  /** Notes an id of a kind, which may stand only once. */
  void claim(String kind, String id, String place) {
    String before = ids.putIfAbsent(kind + " " + id, place);
    if (before != null) {
      wrong(place, kind + " «" + id + "» stands in " + before + " already");
    }
  }

  boolean isKnown(String kind, String id) {
    return ids.containsKey(kind + " " + id);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
