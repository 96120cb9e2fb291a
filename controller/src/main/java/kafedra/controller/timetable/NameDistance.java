package kafedra.controller.timetable;

/** How many letters make one name of another. */
@FunctionalInterface
public interface NameDistance {
  int between(String one, String other);
}
