package kafedra.kiosk.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import org.jspecify.annotations.Nullable;

/**
 * The controller's word on this building, in memory. Changed only after the journal has it. For the
 * desk's thread alone.
 */
public final class Replica {
  private final Map<String, ReplicaItem> items = new HashMap<>();
  private final Map<String, ReplicaItem.Person> byNumber = new HashMap<>();
  private final Map<String, ReplicaItem.Person> byCard = new HashMap<>();
  private final Map<WorkstationId, ReplicaItem.Seat> seats = new HashMap<>();
  private final Map<BookingId, ReplicaItem.Booking> bookings = new HashMap<>();
  private List<ReplicaItem.Seat> seatsInOrder = List.of();
  private List<ReplicaItem.Booking> confirmedInOrder = List.of();
  private final Set<String> outdated;
  private ReplicaVersion version;
  private ZoneId zone = ZoneOffset.UTC;

  /**
   * @param outdated keys of stored items that a replica which is being sent anew has not brought
   *     yet
   */
  public Replica(List<ReplicaItem> stored, Set<String> outdated, ReplicaVersion version) {
    this.outdated = new HashSet<>(outdated);
    this.version = version;
    stored.forEach(this::put);
    reorder();
  }

  public ReplicaVersion version() {
    return version;
  }

  /** Whether a piece continues what is here; a piece from 0 always does, it replaces all. */
  public boolean fits(SyncChanges piece) {
    return piece.from().number() == 0 || piece.from().equals(version);
  }

  /**
   * Makes a piece true that the journal has kept. What a replica that is sent anew does not bring
   * goes with its last piece and not before.
   */
  public void apply(SyncChanges piece) {
    if (piece.from().number() == 0) {
      outdated.addAll(items.keySet());
    }
    for (ReplicaChange change : piece.changes()) {
      outdated.remove(change.key());
      remove(change.key());
      if (change instanceof ReplicaChange.Put(ReplicaItem item)) {
        put(item);
      }
    }
    if (piece.to().equals(piece.head())) {
      outdated.forEach(this::remove);
      outdated.clear();
    }
    version = piece.to();
    reorder();
  }

  private void put(ReplicaItem item) {
    items.put(item.key(), item);
    switch (item) {
      case ReplicaItem.Person person -> {
        if (person.number() != null) {
          byNumber.put(person.number(), person);
        }
        person.cards().forEach(card -> byCard.put(card, person));
      }
      case ReplicaItem.Seat seat -> seats.put(seat.id(), seat);
      case ReplicaItem.Booking booking -> bookings.put(booking.id(), booking);
      case ReplicaItem.Site site -> zone = zoneOf(site);
      case ReplicaItem.Lab lab -> {}
      case ReplicaItem.Bell bell -> {}
      case ReplicaItem.LabDay day -> {}
      case ReplicaItem.Rules rules -> {}
      case ReplicaItem.ScreenNorm norm -> {}
      case ReplicaItem.UsedElsewhere used -> {}
      case ReplicaItem.Group group -> {}
      case ReplicaItem.EntryCode code -> {}
    }
  }

  private void remove(String key) {
    switch (items.remove(key)) {
      case ReplicaItem.Person person -> {
        if (person.number() != null) {
          byNumber.remove(person.number(), person);
        }
        person.cards().forEach(card -> byCard.remove(card, person));
      }
      case ReplicaItem.Seat seat -> seats.remove(seat.id());
      case ReplicaItem.Booking booking -> bookings.remove(booking.id());
      case null, default -> {}
    }
  }

  private static ZoneId zoneOf(ReplicaItem.Site site) {
    return ZoneId.getAvailableZoneIds().contains(site.zone())
        ? ZoneId.of(site.zone())
        : ZoneOffset.UTC;
  }

  private void reorder() {
    confirmedInOrder =
        bookings.values().stream()
            .filter(booking -> booking.status() == ReplicaItem.BookingStatus.CONFIRMED)
            .sorted(
                Comparator.comparing((ReplicaItem.Booking booking) -> booking.slot().start())
                    .thenComparing(booking -> booking.id().value()))
            .toList();
    seatsInOrder =
        seats.values().stream()
            .sorted(
                Comparator.comparing((ReplicaItem.Seat seat) -> seat.lab().value())
                    .thenComparingInt(ReplicaItem.Seat::row)
                    .thenComparingInt(ReplicaItem.Seat::column)
                    .thenComparing(seat -> seat.id().value()))
            .toList();
  }

  public ZoneId zone() {
    return zone;
  }

  /** Empty before the first synchronisation. */
  public Optional<ReplicaItem.Site> site() {
    return find("site", ReplicaItem.Site.class);
  }

  /** Empty before the first synchronisation: nothing is given out without rules. */
  public Optional<ReplicaItem.Rules> rules() {
    return find("rules", ReplicaItem.Rules.class);
  }

  /** The norm of screen time; empty when the controller has told none. */
  public Optional<ReplicaItem.ScreenNorm> norm() {
    return find("norm", ReplicaItem.ScreenNorm.class);
  }

  /** What a person used of a day at other sites. */
  public Optional<ReplicaItem.UsedElsewhere> usedElsewhere(PersonId person) {
    return find("used/" + person, ReplicaItem.UsedElsewhere.class);
  }

  /** What is owed to those who wait. */
  public ReplicaItem.Turns turns() {
    return rules().map(ReplicaItem.Rules::turnsOrUsual).orElse(ReplicaItem.Turns.USUAL);
  }

  public Optional<ReplicaItem.Person> person(PersonId id) {
    return find("person/" + id, ReplicaItem.Person.class);
  }

  public Optional<ReplicaItem.Person> personByNumber(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /**
   * @param verifier of the card, as the replica holds it
   */
  public Optional<ReplicaItem.Person> personByCard(String verifier) {
    return Optional.ofNullable(byCard.get(verifier));
  }

  /**
   * @param verifier of the code
   */
  public Optional<ReplicaItem.EntryCode> code(String verifier) {
    return find("code/" + verifier, ReplicaItem.EntryCode.class);
  }

  public Optional<ReplicaItem.Group> group(GroupId id) {
    return find("group/" + id, ReplicaItem.Group.class);
  }

  /** All of a group that is expected here. */
  public List<ReplicaItem.Person> peopleIn(GroupId group) {
    return all(ReplicaItem.Person.class).stream()
        .filter(it -> it.groups().contains(group))
        .toList();
  }

  public Optional<ReplicaItem.Seat> seat(WorkstationId id) {
    return Optional.ofNullable(seats.get(id));
  }

  /** What stands on the seat, such as «7»; its id when the seat is not known any more. */
  public String label(WorkstationId id) {
    ReplicaItem.@Nullable Seat seat = seats.get(id);
    return seat == null ? id.value() : seat.label();
  }

  /** By lab, then by the plan of the room. */
  public List<ReplicaItem.Seat> seats() {
    return seatsInOrder;
  }

  /** By their start; kept in order, since every look at a seat asks for them. */
  public List<ReplicaItem.Booking> confirmed() {
    return confirmedInOrder;
  }

  public Collection<ReplicaItem.Booking> bookings() {
    return bookings.values();
  }

  public Optional<ReplicaItem.Booking> booking(BookingId id) {
    return Optional.ofNullable(bookings.get(id));
  }

  /** The lesson that a booking has a link to. */
  public Optional<LessonLink> lesson(@Nullable BookingId booking) {
    return Optional.ofNullable(booking)
        .flatMap(this::booking)
        .flatMap(it -> Optional.ofNullable(it.link()));
  }

  public List<ReplicaItem.Lab> labs() {
    List<ReplicaItem.Lab> labs = all(ReplicaItem.Lab.class);
    labs.sort(Comparator.comparing(ReplicaItem.Lab::name));
    return labs;
  }

  /** What the day is for the lab, if the controller said so. */
  public Optional<ReplicaItem.LabDay> day(LabId lab, LocalDate date) {
    return find("day/" + lab + "/" + date, ReplicaItem.LabDay.class);
  }

  public List<ReplicaItem.Bell> bells() {
    List<ReplicaItem.Bell> bells = all(ReplicaItem.Bell.class);
    bells.sort(Comparator.comparing(ReplicaItem.Bell::day).thenComparing(ReplicaItem.Bell::start));
    return bells;
  }

  private <T extends ReplicaItem> Optional<T> find(String key, Class<T> type) {
    return Optional.ofNullable(items.get(key)).filter(type::isInstance).map(type::cast);
  }

  private <T extends ReplicaItem> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (ReplicaItem item : items.values()) {
      if (type.isInstance(item)) {
        found.add(type.cast(item));
      }
    }
    return found;
  }
}
