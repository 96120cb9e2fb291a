package kafedra.controller.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Holder;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/** The names that belong to the ids of one answer, read together. */
final class Names {
  /** An id and what people call it. */
  record Ref(String id, String name) {}

  private final Map<PersonId, Person> people;
  private final Map<GroupId, Group> groups;

  private final Map<GroupId, Group> joined;

  private Names(
      Map<PersonId, Person> people, Map<GroupId, Group> groups, Map<GroupId, Group> joined) {
    this.people = people;
    this.groups = groups;
    this.joined = joined;
  }

  static Names of(Roster roster, Collection<PersonId> people, Collection<Booking> bookings) {
    List<PersonId> everybody =
        Stream.concat(people.stream(), bookings.stream().flatMap(it -> personOf(it).stream()))
            .distinct()
            .toList();
    List<GroupId> groups =
        bookings.stream().flatMap(it -> groupOf(it).stream()).distinct().toList();
    Map<PersonId, Person> known = everybody.isEmpty() ? Map.of() : roster.people(everybody);
    List<GroupId> joined =
        known.values().stream().flatMap(it -> it.groups().stream()).distinct().toList();
    return new Names(
        known,
        groups.isEmpty() ? Map.of() : roster.groups(groups),
        joined.isEmpty() ? Map.of() : roster.groups(joined));
  }

  static Optional<PersonId> personOf(Booking booking) {
    return switch (booking.holder()) {
      case Holder.OfPerson one -> Optional.of(one.person());
      case Holder.OfGroup many -> Optional.empty();
      case Holder.Nobody nobody -> Optional.empty();
    };
  }

  static Optional<GroupId> groupOf(Booking booking) {
    return switch (booking.holder()) {
      case Holder.OfPerson one -> Optional.empty();
      case Holder.OfGroup many -> Optional.of(many.group());
      case Holder.Nobody nobody -> Optional.empty();
    };
  }

  /** The person; by the id where the name is gone. */
  Ref person(PersonId id) {
    Person person = people.get(id);
    return new Ref(id.value(), person == null ? id.value() : person.name());
  }

  @Nullable Ref personOfBooking(Booking booking) {
    return personOf(booking).map(this::person).orElse(null);
  }

  @Nullable Ref groupOfBooking(Booking booking) {
    return groupOf(booking).map(this::group).orElse(null);
  }

  /** The school classes of the person that a booking is for. */
  List<String> classesOfBooking(Booking booking) {
    return personOf(booking).map(people::get).stream()
        .flatMap(person -> person.groups().stream())
        .flatMap(id -> Stream.ofNullable(joined.get(id)))
        .filter(group -> group.kind() == Group.Kind.CLASS)
        .map(Group::name)
        .toList();
  }

  private Ref group(GroupId id) {
    Group group = groups.get(id);
    return new Ref(id.value(), group == null ? id.value() : group.name());
  }
}
