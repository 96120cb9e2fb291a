package kafedra.controller.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Holder;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;

/**
 * What feeds show: 30 days back, so that a cancelled booking is long enough there for every program
 * to take it away, and a school year ahead.
 */
public final class FeedContents {
  public static final Duration BACK = Duration.ofDays(30);
  public static final Duration AHEAD = Duration.ofDays(366);

  /** Bookings in a feed at the most, about 2 MB; of more, past ones go first, then the farthest. */
  public static final int MOST = 5_000;

  private final FeedBookings bookings;
  private final Roster roster;
  private final InstantSource clock;

  public FeedContents(FeedBookings bookings, Roster roster, InstantSource clock) {
    this.bookings = bookings;
    this.roster = roster;
    this.clock = clock;
  }

  /** What is to be shown; empty when the subject is no longer in the roster. */
  public Optional<FeedView> of(FeedSubject subject) {
    return switch (subject) {
      case FeedSubject.OfPerson it -> roster.person(it.person()).flatMap(this::of);
      case FeedSubject.OfGroup it -> roster.group(it.group()).flatMap(this::of);
      case FeedSubject.OfLab it -> roster.premises().lab(it.lab()).flatMap(this::of);
    };
  }

  private Optional<FeedView> of(Person person) {
    TimeSlot range = range();
    Stream<Booking> shared =
        person.groups().stream().flatMap(group -> bookings.ofGroup(group, range).stream());
    Stream<Booking> own = bookings.ofPerson(person.id(), range).stream();
    Stream<Booking> held = bookings.heldBy(person.id(), range).stream();
    return view(
        person.greeting(),
        person.school(),
        Stream.of(own, shared, held).flatMap(it -> it),
        Detail.FULL);
  }

  private Optional<FeedView> of(Group group) {
    return view(
        group.name(), group.school(), bookings.ofGroup(group.id(), range()).stream(), Detail.FULL);
  }

  private Optional<FeedView> of(Lab lab) {
    return view(
        lab.name(), lab.school(), bookings.inLab(lab.id(), range()).stream(), Detail.NO_PERSON);
  }

  private TimeSlot range() {
    Instant now = clock.instant();
    return new TimeSlot(now.minus(BACK), now.plus(AHEAD));
  }

  /** How much of a booking may be told. */
  private enum Detail {
    FULL,
    NO_PERSON
  }

  private Optional<FeedView> view(
      String name, SchoolId school, Stream<Booking> found, Detail detail) {
    Map<String, Booking> shown = new LinkedHashMap<>();
    found
        .filter(it -> standing(it).isPresent())
        .sorted(
            Comparator.comparing((Booking it) -> it.slot().start())
                .thenComparing(it -> it.id().value()))
        .forEach(it -> shown.put(it.id().value(), it));
    List<Booking> kept = most(List.copyOf(shown.values()));
    Map<GroupId, Group> groups =
        roster.groups(kept.stream().flatMap(it -> groupOf(it).stream()).distinct().toList());
    return roster
        .premises()
        .school(school)
        .map(it ->
            new FeedView(
                name, it.zone(), kept.stream().map(each -> item(each, groups, detail)).toList()));
  }

  private List<Booking> most(List<Booking> all) {
    if (all.size() <= MOST) {
      return all;
    }
    Instant now = clock.instant();
    return all.stream().filter(it -> it.slot().end().isAfter(now)).limit(MOST).toList();
  }

  private static FeedItem item(Booking booking, Map<GroupId, Group> groups, Detail detail) {
    return new FeedItem(
        booking.id(),
        booking.slot(),
        booking.version(),
        booking.madeAt(),
        standing(booking).orElseThrow(),
        booking.lab(),
        booking.purpose(),
        groupOf(booking).map(id -> groups.containsKey(id) ? groups.get(id).name() : id.value()),
        detail == Detail.FULL ? booking.label() : "",
        detail == Detail.FULL ? booking.seats() : List.of(),
        detail == Detail.FULL ? booking.online().link() : "");
  }

  /** Empty for what nobody was promised. */
  private static Optional<FeedItem.Standing> standing(Booking booking) {
    return switch (booking.status()) {
      case CONFIRMED -> Optional.of(FeedItem.Standing.CONFIRMED);
      case CANCELLED, RELEASED -> Optional.of(FeedItem.Standing.CANCELLED);
      case HELD, EXPIRED, REFUSED -> Optional.empty();
    };
  }

  private static Optional<GroupId> groupOf(Booking booking) {
    return booking.holder() instanceof Holder.OfGroup many
        ? Optional.of(many.group())
        : Optional.empty();
  }
}
