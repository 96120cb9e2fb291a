package kafedra.controller.timetable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a school said that names of its timetable files mean; kept from one file to the next.
 *
 * @param rooms by name as the file writes it: a lab's id, or empty for a room without workstations
 * @param groups by name as {@link Participants} writes it: a group's id, or empty for nobody who
 *     learns in a lab
 */
public record KnownNames(Map<String, String> rooms, Map<String, String> groups) {
  /** Names of one kind that a school may explain. */
  public static final int MOST = 1_000;

  public static final KnownNames NONE = new KnownNames(Map.of(), Map.of());

  public KnownNames {
    rooms = Map.copyOf(rooms);
    groups = Map.copyOf(groups);
    if (rooms.size() > MOST || groups.size() > MOST) {
      throw new IllegalArgumentException(
          rooms.size() + " rooms and " + groups.size() + " groups; " + MOST + " is the most");
    }
  }

  /** These, with others added or put in their place. */
  public KnownNames with(KnownNames others) {
    Map<String, String> allRooms = new HashMap<>(rooms);
    allRooms.putAll(others.rooms);
    Map<String, String> allGroups = new HashMap<>(groups);
    allGroups.putAll(others.groups);
    return new KnownNames(allRooms, allGroups);
  }

  Optional<String> room(String name) {
    return Optional.ofNullable(rooms.get(name));
  }

  Optional<String> group(Participants some) {
    return Optional.ofNullable(groups.get(some.toString()));
  }
}
