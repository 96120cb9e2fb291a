package kafedra.controller.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.fleet.Contact;
import kafedra.controller.fleet.LiveRoom;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.fleet.LiveSeat;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/**
 * Where in the district the next seat is free today. Counts of rooms; nothing tells of a person.
 */
public final class NextFree {
  /** A seat that is free for less is none. */
  public static final Duration WORTH_SITTING = Duration.ofMinutes(10);

  private final LiveRooms rooms;
  private final Roster roster;
  private final Calendar calendar;
  private final InstantSource clock;

  public NextFree(LiveRooms rooms, Roster roster, Calendar calendar, InstantSource clock) {
    this.rooms = rooms;
    this.roster = roster;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * A lab with a seat today.
   *
   * @param at when the first seat is free; not before now
   * @param seats how many are free then
   * @param waiting people in the queue of the building
   * @param contact with the kiosk that said so
   * @param lastContact when it was last heard; null when never
   */
  public record Place(
      Lab lab,
      Instant at,
      int seats,
      int waiting,
      Contact contact,
      @Nullable Instant lastContact) {}

  /** Labs of the district with a seat that has these features, soonest first. */
  public List<Place> places(Collection<Feature> features) {
    Instant now = clock.instant();
    List<Place> places = new ArrayList<>();
    for (Lab lab : roster.premises().labs()) {
      rooms.room(lab.id()).flatMap(room -> place(lab, room, features, now)).ifPresent(places::add);
    }
    places.sort(Comparator.comparing(Place::at).thenComparing(place -> sortName(place.lab())));
    return places;
  }

  private String sortName(Lab lab) {
    String school = roster.premises().school(lab.school()).map(it -> it.name()).orElse("");
    return school + " " + lab.name() + " " + lab.id();
  }

  private Optional<Place> place(Lab lab, LiveRoom room, Collection<Feature> features, Instant now) {
    List<Instant> free =
        room.seats().stream()
            .filter(seat -> seat.workstation().service() == Service.IN_SERVICE)
            .filter(seat -> seat.workstation().features().containsAll(features))
            .flatMap(seat -> freeAt(seat, room.today(), now).stream())
            .filter(at -> isOpen(lab, TimeSlot.of(at, WORTH_SITTING)))
            .sorted()
            .toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    Instant first = free.getFirst();
    int seats = (int) free.stream().filter(at -> !at.isAfter(first)).count();
    return Optional.of(
        new Place(
            lab, first, seats, room.waiting(), room.kiosk().contact(), room.kiosk().lastContact()));
  }

  /** When nobody sits on a seat and no booking wants it. */
  private static Optional<Instant> freeAt(LiveSeat seat, List<Booking> today, Instant now) {
    LiveSeat.Occupant occupant = seat.occupant();
    Optional<Instant> up =
        switch (seat.condition()) {
          case FREE, HELD -> Optional.of(now);
          case IN_USE -> Optional.ofNullable(occupant).map(LiveSeat.Occupant::plannedEnd);
          case OUT_OF_SERVICE, UNKNOWN -> Optional.empty();
        };
    List<TimeSlot> wanted =
        today.stream()
            .filter(booking -> booking.seats().contains(seat.workstation().id()))
            .map(Booking::slot)
            .sorted(Comparator.comparing(TimeSlot::start))
            .toList();
    boolean promised =
        seat.condition() == kafedra.contract.message.SeatCondition.HELD
            && wanted.stream().noneMatch(slot -> slot.overlaps(TimeSlot.of(now, WORTH_SITTING)));
    return promised ? Optional.empty() : up.map(at -> after(wanted, at.isBefore(now) ? now : at));
  }

  private static Instant after(List<TimeSlot> wanted, Instant from) {
    Instant at = from;
    for (TimeSlot slot : wanted) {
      if (slot.overlaps(TimeSlot.of(at, WORTH_SITTING))) {
        at = slot.end();
      }
    }
    return at;
  }

  private boolean isOpen(Lab lab, TimeSlot slot) {
    Optional<SchoolCalendar> hours = calendar.of(lab.school());
    return hours
        .map(it -> it.day(lab.id(), LocalDate.ofInstant(slot.start(), it.zone())))
        .filter(plan -> plan instanceof DayPlan.Open open && open.holds(slot))
        .isPresent();
  }
}
