package kafedra.controller.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;

/**
 * The rooms of the district as roster and calendar have them. A school without a calendar has no
 * room to book.
 */
public final class DistrictRooms implements Rooms {
  /** Holders remembered at the most; then it begins anew. */
  static final int REMEMBERED = 20_000;

  private final Roster roster;
  private final Calendar calendar;

  /** Spares a query for each wish of somebody who was there a moment ago. */
  private final Set<Holder> known = ConcurrentHashMap.newKeySet();

  private final AtomicLong edition = new AtomicLong();

  /** Another map after each change: what was laid out before it goes into the one of before. */
  private volatile Map<LabId, Room> laidOut = new ConcurrentHashMap<>();

  /** Made after whatever keeps the calendar in memory, so that it finds the new days. */
  public DistrictRooms(Roster roster, Calendar calendar) {
    this.roster = roster;
    this.calendar = calendar;
    roster.onChange(change -> {
      known.clear();
      laidOut = new ConcurrentHashMap<>();
      edition.incrementAndGet();
    });
  }

  @Override
  public Optional<Room> room(LabId lab) {
    Map<LabId, Room> rooms = laidOut;
    Room found = rooms.get(lab);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<Room> fresh =
        roster
            .premises()
            .lab(lab)
            .flatMap(it -> calendar.of(it.school()).map(hours -> room(it, hours)));
    fresh.ifPresent(room -> rooms.put(lab, room));
    return fresh;
  }

  private Room room(Lab lab, SchoolCalendar hours) {
    List<Room.Seat> seats =
        roster.premises().seatsOf(lab.id()).stream()
            .filter(seat -> seat.service() == Service.IN_SERVICE)
            .map(seat -> new Room.Seat(seat.id(), Set.copyOf(seat.features())))
            .toList();
    return new Room(
        lab.id(),
        lab.building(),
        lab.school(),
        hours.zone(),
        new KnownDays(day -> hours.day(lab.id(), day)),
        seats);
  }

  @Override
  public List<Room> roomsOf(BuildingId building) {
    return roster.premises().labsOf(building).stream()
        .flatMap(lab -> room(lab.id()).stream())
        .toList();
  }

  @Override
  public List<LabId> labsOf(SchoolId school) {
    return roster.premises().labsOf(school).stream().map(Lab::id).toList();
  }

  @Override
  public long edition() {
    return edition.get();
  }

  @Override
  public boolean knows(Holder holder) {
    if (known.contains(holder)) {
      return true;
    }
    boolean there = isInRoster(holder);
    if (there) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.add(holder);
    }
    return there;
  }

  private boolean isInRoster(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> roster.person(one.person()).isPresent();
      case Holder.OfGroup many -> roster.group(many.group()).isPresent();
      case Holder.Nobody nobody -> true;
    };
  }

  /** Days as they were reckoned before. */
  private static final class KnownDays implements Room.Days {
    /** Days remembered at the most; then it begins anew. */
    private static final int MOST = 400;

    private final Room.Days days;
    private final Map<LocalDate, DayPlan> reckoned = new ConcurrentHashMap<>();

    KnownDays(Room.Days days) {
      this.days = days;
    }

    @Override
    public DayPlan day(LocalDate day) {
      if (reckoned.size() >= MOST) {
        reckoned.clear();
      }
      return reckoned.computeIfAbsent(day, days::day);
    }
  }
}
