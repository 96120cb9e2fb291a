package kafedra.kiosk.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;

/**
 * Questions about time and bookings, answered from the replica. While the wall clock cannot be
 * believed it knows neither hours nor lessons nor bookings: the building is taken to be open, no
 * seat is kept, and nothing can be booked. For the desk's thread alone.
 */
public final class Timetable {
  /** A booked seat is kept free from this long before its booking starts. */
  public static final Duration HELD_BEFORE = Duration.ofMinutes(5);

  /** How far ahead the replica reaches, and so how far ahead can be booked here. */
  public static final Duration HORIZON = Duration.ofDays(14);

  /** One lesson on one day. */
  public record Lesson(LocalDate date, int number, TimeSlot slot) {}

  /** How long a day is taken to be open whose time is not known. */
  private static final Duration ALL_DAY = Duration.ofDays(1);

  private final Replica replica;
  private final DeviceClock clock;

  public Timetable(Replica replica, DeviceClock clock) {
    this.replica = replica;
    this.clock = clock;
  }

  public boolean knowsTheTime() {
    return clock.trust() == ClockTrust.TRUSTED;
  }

  /**
   * From the first opening to the last closing of any lab on the local day of {@code at}; empty
   * when all are closed, and before the first sync.
   */
  public Optional<TimeSlot> openingHours(Instant at) {
    if (!knowsTheTime()) {
      return Optional.empty();
    }
    LocalDate day = day(at);
    List<TimeSlot> hours =
        replica.labs().stream().flatMap(lab -> hours(lab.id(), day).stream()).toList();
    Optional<Instant> opens = hours.stream().map(TimeSlot::start).min(Comparator.naturalOrder());
    Optional<Instant> closes = hours.stream().map(TimeSlot::end).max(Comparator.naturalOrder());
    return opens.flatMap(from -> closes.map(to -> new TimeSlot(from, to)));
  }

  /** The stretch of a lab's hours that {@code at} lies in. */
  public Optional<TimeSlot> openStretch(LabId lab, Instant at) {
    return hoursOfDay(lab, at).stream().filter(it -> it.contains(at)).findFirst();
  }

  /** The stretches of a lab's hours of this local day that are not over, earliest first. */
  public List<TimeSlot> hoursLeft(LabId lab, Instant at) {
    return hoursOfDay(lab, at).stream().filter(it -> it.end().isAfter(at)).toList();
  }

  private List<TimeSlot> hoursOfDay(LabId lab, Instant at) {
    return knowsTheTime()
        ? hours(lab, day(at))
        : List.of(new TimeSlot(at.minus(ALL_DAY), at.plus(ALL_DAY)));
  }

  /** As {@link #openStretch(LabId, Instant)}, of the lab that a seat stands in. */
  public Optional<TimeSlot> openStretch(WorkstationId seat, Instant at) {
    return replica.seat(seat).flatMap(it -> openStretch(it.lab(), at));
  }

  /** Whether one stretch of some lab's hours holds the whole slot. */
  public boolean isOpenFor(TimeSlot slot) {
    return knowsTheTime()
        && replica.labs().stream()
            .flatMap(lab -> openStretch(lab.id(), slot.start()).stream())
            .anyMatch(it -> !slot.end().isAfter(it.end()));
  }

  /** Why the lab is closed on the whole local day of {@code at}; empty when it opens. */
  public Optional<ReplicaItem.LabDay> closed(LabId lab, Instant at) {
    return replica.day(lab, day(at)).filter(it -> knowsTheTime() && it.closed() != null);
  }

  /** As {@link #closed(LabId, Instant)}, where no lab opens. */
  public Optional<ReplicaItem.LabDay> closed(Instant at) {
    List<ReplicaItem.Lab> labs = replica.labs();
    List<ReplicaItem.LabDay> closed =
        labs.stream().flatMap(lab -> closed(lab.id(), at).stream()).toList();
    return closed.size() == labs.size() ? closed.stream().findFirst() : Optional.empty();
  }

  private List<TimeSlot> hours(LabId lab, LocalDate day) {
    return replica
        .day(lab, day)
        .map(ReplicaItem.LabDay::hours)
        .orElseGet(() ->
            replica
                .rules()
                .filter(rules -> rules.opens().isBefore(rules.closes()))
                .map(rules -> new TimeSlot(at(day, rules.opens()), at(day, rules.closes())))
                .stream()
                .toList());
  }

  public boolean isOpen(Instant at) {
    return replica.labs().stream().anyMatch(lab -> openStretch(lab.id(), at).isPresent());
  }

  public LocalDate day(Instant at) {
    return at.atZone(replica.zone()).toLocalDate();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(replica.zone()).toInstant();
  }

  /** The lesson that runs at this moment. */
  public Optional<Lesson> lessonAt(Instant now) {
    return lessonsOn(day(now)).stream()
        .filter(each -> knowsTheTime() && each.slot().contains(now))
        .findFirst();
  }

  /** Lessons that still can be booked, of today and the school days after it. */
  public List<Lesson> lessonsAhead(Instant now, int schoolDays) {
    List<Lesson> found = new ArrayList<>();
    LocalDate today = day(now);
    LocalDate day = today;
    int days = 0;
    while (knowsTheTime() && days < schoolDays && day.isBefore(today.plusDays(HORIZON.toDays()))) {
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
    return replica.labs().stream()
        .flatMap(lab -> lessonsOn(lab.id(), day).stream())
        .distinct()
        .sorted(Comparator.comparing(lesson -> lesson.slot().start()))
        .toList();
  }

  private List<Lesson> lessonsOn(LabId lab, LocalDate day) {
    return replica
        .day(lab, day)
        .map(it ->
            it.lessons().stream()
                .filter(lesson -> it.closed() == null)
                .map(lesson -> new Lesson(day, lesson.number(), lesson.slot()))
                .toList())
        .orElseGet(() -> bellsOn(day));
  }

  private List<Lesson> bellsOn(LocalDate day) {
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
        .takeWhile(_ -> knowsTheTime())
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
