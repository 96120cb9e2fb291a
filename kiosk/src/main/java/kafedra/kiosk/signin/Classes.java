package kafedra.kiosk.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.picture.Picture;
import kafedra.contract.picture.Pictures;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Timetable;

/**
 * The groups that are booked now. Their people may sign in by a picture and a PIN; nobody else is
 * shown at all, and nobody by name.
 */
public final class Classes {
  private final Replica replica;
  private final Timetable timetable;
  private final DeviceClock clock;

  public Classes(Replica replica, Timetable timetable, DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.clock = clock;
  }

  /** From shortly before their slot until its end. */
  public List<ReplicaItem.Group> now() {
    Instant now = clock.instant();
    return timetable.confirmed(new TimeSlot(now, now.plus(Timetable.HELD_BEFORE))).stream()
        .flatMap(booking -> Stream.ofNullable(booking.group()))
        .distinct()
        .flatMap(group -> replica.group(group).stream())
        .toList();
  }

  /** The pictures of those who can sign in by one. */
  public List<Picture> pictures(GroupId group) {
    List<ReplicaItem.Person> people = replica.peopleIn(group);
    Pictures pictures = of(group, people);
    return people.stream()
        .filter(it -> it.pin() != null)
        .flatMap(it -> pictures.of(it.id()).stream())
        .sorted(Comparator.comparing(Picture::thing).thenComparing(Picture::frame))
        .toList();
  }

  private static Pictures of(GroupId group, List<ReplicaItem.Person> people) {
    return Pictures.of(group, people.stream().map(ReplicaItem.Person::id).toList());
  }

  /** Whose picture it is, if their group is booked now. */
  Optional<PersonId> whose(GroupId group, Picture picture) {
    return now().stream()
        .filter(it -> it.id().equals(group))
        .findFirst()
        .flatMap(it -> of(group, replica.peopleIn(group)).whose(picture));
  }
}
