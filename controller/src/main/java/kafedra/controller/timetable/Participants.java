package kafedra.controller.timetable;

import java.util.List;

/**
 * Who learns in a lesson.
 *
 * @param className such as «7А»; empty when the file names a group only
 * @param group a part of the class, or a group of its own; empty for the whole class
 */
public record Participants(String className, String group) {
  public Participants {
    className = className.strip();
    group = group.strip();
    if (className.isEmpty() && group.isEmpty()) {
      throw new IllegalArgumentException("participants need a class or a group");
    }
  }

  public static Participants wholeClass(String name) {
    return new Participants(name, "");
  }

  public static Participants ownGroup(String name) {
    return new Participants("", name);
  }

  /** Whether somebody surely belongs to both. Two different groups of one class may not meet. */
  boolean meets(Participants other) {
    if (!className.equalsIgnoreCase(other.className)) {
      return false;
    }
    return group.equalsIgnoreCase(other.group)
        || (!className.isEmpty() && (group.isEmpty() || other.group.isEmpty()));
  }

  static boolean meet(List<Participants> some, List<Participants> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::meets));
  }

  @Override
  public String toString() {
    if (group.isEmpty()) {
      return className;
    }
    return className.isEmpty() ? group : className + " / " + group;
  }
}
