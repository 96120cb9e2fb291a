package kafedra.controller.timetable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;

/**
 * Finds the labs and groups of a school by the names in its files. What the school said of a name
 * counts more than what the name looks like.
 */
final class Matching {
  private final List<Lab> labs;
  private final List<Group> groups;
  private final KnownNames known;
  private final NameDistance distance;
  private final Map<PlainName, Lab> labsByName = new HashMap<>();
  private final Map<PlainName, Group> classes = new HashMap<>();
  private final Map<PlainName, Group> subjects = new HashMap<>();

  Matching(List<Lab> labs, List<Group> groups, KnownNames known, NameDistance distance) {
    this.labs = List.copyOf(labs);
    this.groups = List.copyOf(groups);
    this.known = known;
    this.distance = distance;
    labs.forEach(lab -> labsByName.putIfAbsent(PlainName.of(lab.name()), lab));
    for (Group group : groups) {
      Map<PlainName, Group> kind =
          switch (group.kind()) {
            case CLASS -> classes;
            case SUBJECT -> subjects;
          };
      kind.putIfAbsent(PlainName.of(group.name()), group);
    }
  }

  Match<Lab> lab(String room) {
    Optional<String> said = known.room(room);
    if (said.isPresent()) {
      return said.get().isEmpty()
          ? new Match.LeftOut<>()
          : found(labs.stream().filter(lab -> lab.id().value().equals(said.get())).findFirst())
              .orElseGet(() -> unknownLab(room));
    }
    return found(Optional.ofNullable(labsByName.get(PlainName.of(room))))
        .orElseGet(() -> unknownLab(room));
  }

  private Match<Lab> unknownLab(String room) {
    return new Match.Unknown<>(
        PlainName.of(room).nearest(labs.stream().map(Lab::name).toList(), distance));
  }

  /** A group of the subject and the class goes before the class. */
  Match<Group> group(Participants some, String subject) {
    Optional<String> said = known.group(some);
    if (said.isPresent()) {
      return said.get().isEmpty()
          ? new Match.LeftOut<>()
          : found(groups.stream().filter(it -> it.id().value().equals(said.get())).findFirst())
              .orElseGet(() -> unknownGroup(some));
    }
    return found(byName(some, subject)).orElseGet(() -> unknownGroup(some));
  }

  private Optional<Group> byName(Participants some, String subject) {
    String body = some.className() + some.group();
    Optional<Group> ofSubject =
        first(
            subjects, PlainName.of(subject, body), PlainName.of(body, subject), PlainName.of(body));
    if (ofSubject.isPresent() || some.group().isEmpty()) {
      return ofSubject.or(() -> first(classes, PlainName.of(some.className())));
    }
    // a group of its own, or FET's year with the class as its group
    return first(subjects, PlainName.of(some.group()))
        .or(() -> first(classes, PlainName.of(some.group()), PlainName.of(body)));
  }

  private static Optional<Group> first(Map<PlainName, Group> kind, PlainName... names) {
    for (PlainName name : names) {
      Group group = kind.get(name);
      if (group != null && !name.isEmpty()) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  private Match<Group> unknownGroup(Participants some) {
    return new Match.Unknown<>(
        PlainName.of(some.className(), some.group())
            .nearest(groups.stream().map(Group::name).toList(), distance));
  }

  private static <T> Optional<Match<T>> found(Optional<T> thing) {
    return thing.map(Match.Found::new);
  }
}
