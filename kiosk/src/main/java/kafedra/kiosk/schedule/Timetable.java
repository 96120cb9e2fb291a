package kafedra.kiosk.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.TimeSlot;

/** Questions about time and bookings, answered from the replica. For the desk's thread alone. */
public final class Timetable {
  /** A booked seat is kept free from this long before its booking starts. */
  public static final Duration HELD_BEFORE = Duration.ofMinutes(5);

  /** How far ahead the replica reaches, and so how far ahead can be booked here. */
  public static final Duration HORIZON = Duration.ofDays(14);

  /** One lesson on one day. */
  public record Lesson(LocalDate date, int number, TimeSlot slot) {}

  private final Replica replica;

  public Timetable(Replica replica) {
    this.replica = replica;
  }

  /** When seats are given out on the local day of {@code at}; empty before the first sync. */
  public Optional<TimeSlot> openingHours(Instant at) {
    return openingHours(at.atZone(replica.zone()).toLocalDate());
  }

  private Optional<TimeSlot> openingHours(LocalDate day) {
    return replica
        .rules()
        .filter(rules -> rules.opens().isBefore(rules.closes()))
        .map(rules -> new TimeSlot(at(day, rules.opens()), at(day, rules.closes())));
  }

  public boolean isOpen(Instant at) {
    return openingHours(at).filter(hours -> hours.contains(at)).isPresent();
  }

  public LocalDate day(Instant at) {
    return at.atZone(replica.zone()).toLocalDate();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(replica.zone()).toInstant();
  }

  /** The lesson that runs at this moment. */
  public Optional<Lesson> lessonAt(Instant now) {
    return lessonsOn(day(now)).stream().filter(each -> each.slot().contains(now)).findFirst();
  }

  /** Lessons that still can be booked, of today and the school days after it. */
  public List<Lesson> lessonsAhead(Instant now, int schoolDays) {
    List<Lesson> found = new ArrayList<>();
    LocalDate today = day(now);
    LocalDate day = today;
    int days = 0;
    while (days < schoolDays && day.isBefore(today.plusDays(HORIZON.toDays()))) {
      List<Lesson> lessons =
          lessonsOn(day).stream().filter(each -> each.slot().start().isAfter(now)).toList();
      found.addAll(lessons);
      if (!lessons.isEmpty() || day.equals(today)) {
        days++;
      }
      day = day.plusDays(1);
    }
    return found;
  }

  private List<Lesson> lessonsOn(LocalDate day) {
    return replica.bells().stream()
        .filter(bell -> bell.day() == day.getDayOfWeek() && bell.start().isBefore(bell.end()))
        .map(bell ->
            new Lesson(
                day, bell.lesson(), new TimeSlot(at(day, bell.start()), at(day, bell.end()))))
        .toList();
  }

  /** Confirmed bookings that overlap a stretch of time, earliest first. */
  public List<ReplicaItem.Booking> confirmed(TimeSlot within) {
    return replica.confirmed().stream()
        .takeWhile(booking -> booking.slot().start().isBefore(within.end()))
        .filter(booking -> booking.slot().overlaps(within))
        .toList();
  }

  /** Confirmed bookings from now on, earliest first. */
  public List<ReplicaItem.Booking> upcoming(Instant now) {
    return confirmed(new TimeSlot(now, now.plus(HORIZON).plus(Duration.ofDays(1))));
  }

  /** Whether a booking is a person's own or one of their groups'. */
  public boolean isFor(ReplicaItem.Booking booking, PersonId person) {
    if (person.equals(booking.person())) {
      return true;
    }
    return booking.group() != null
        && replica.person(person).filter(it -> it.groups().contains(booking.group())).isPresent();
  }

  /** The first confirmed booking of others on a seat that ends after {@code from}. */
  public Optional<ReplicaItem.Booking> nextOfOthers(
      WorkstationId seat, PersonId person, TimeSlot within) {
    return confirmed(within).stream()
        .filter(booking -> booking.seats().contains(seat))
        .filter(booking -> !isFor(booking, person))
        .findFirst();
  }

  /** Seats that no confirmed booking wants in this slot. */
  public int freeSeats(TimeSlot slot) {
    List<WorkstationId> taken =
        confirmed(slot).stream().flatMap(booking -> booking.seats().stream()).toList();
    return (int)
        replica.seats().stream()
            .filter(seat -> seat.service() == ReplicaItem.Service.IN_SERVICE)
            .filter(seat -> !taken.contains(seat.id()))
            .count();
  }
}
