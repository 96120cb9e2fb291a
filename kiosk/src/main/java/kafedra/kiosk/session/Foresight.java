package kafedra.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kafedra.contract.id.TicketId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.WaitForecast;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Timetable;

/**
 * About when seats come to those who wait, by what the kiosk knows. For the desk's thread alone.
 */
public final class Foresight {
  private final Replica replica;
  private final Timetable timetable;
  private final Sessions sessions;
  private final Waiting waiting;
  private final Room room;
  private final DeviceClock clock;

  public Foresight(
      Replica replica,
      Timetable timetable,
      Sessions sessions,
      Waiting waiting,
      Room room,
      DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.sessions = sessions;
    this.waiting = waiting;
    this.room = room;
    this.clock = clock;
  }

  /** How long each of those who wait will; those without a seat in sight are not in it. */
  public Map<TicketId, Duration> waits() {
    return waits(waiting.open());
  }

  /** How long one of a line will wait. */
  public Optional<Duration> wait(List<Ticket> line, Ticket ticket) {
    return Optional.ofNullable(waits(line).get(ticket.id()));
  }

  /** How long somebody will wait who comes now and stands at the end. */
  public Optional<Duration> newcomer(Wish wish) {
    List<Wish> line =
        Stream.concat(waiting.waiting().stream().map(Ticket::wish), Stream.of(wish)).toList();
    return forecast().flatMap(it -> it.waits(line).getLast());
  }

  private Map<TicketId, Duration> waits(List<Ticket> line) {
    List<Ticket> waits = line.stream().filter(it -> it.fate() == Ticket.Fate.WAITING).toList();
    Map<TicketId, Duration> found = new HashMap<>();
    Optional<WaitForecast> forecast = waits.isEmpty() ? Optional.empty() : forecast();
    if (forecast.isPresent()) {
      List<Optional<Duration>> lengths =
          forecast.get().waits(waits.stream().map(Ticket::wish).toList());
      for (int i = 0; i < waits.size(); i++) {
        TicketId id = waits.get(i).id();
        lengths.get(i).ifPresent(length -> found.put(id, length));
      }
    }
    return found;
  }

  /** Empty without rules. */
  private Optional<WaitForecast> forecast() {
    Instant now = clock.instant();
    List<ReplicaItem.Booking> ahead =
        timetable.confirmed(TimeSlot.of(now, Duration.ofDays(1))).stream()
            .filter(it -> it.slot().start().isAfter(now) || room.isKept(it, now))
            .toList();
    return replica
        .rules()
        .map(ReplicaItem.Rules::walkIn)
        .map(turn ->
            new WaitForecast(
                replica.seats().stream()
                    .flatMap(it -> seat(it, ahead, turn, now).stream())
                    .toList(),
                turn));
  }

  private Optional<WaitForecast.Seat> seat(
      ReplicaItem.Seat seat, List<ReplicaItem.Booking> ahead, Duration turn, Instant now) {
    List<TimeSlot> hours = timetable.hoursLeft(seat.lab(), now);
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    List<WaitForecast.Kept> kept = new ArrayList<>(breaks(hours, now));
    ahead.stream()
        .filter(it -> it.seats().contains(seat.id()))
        .map(it -> kept(it.slot().start().minus(Timetable.HELD_BEFORE), it.slot().end(), now))
        .forEach(kept::add);
    Duration closesIn = Duration.between(now, hours.getLast().end());
    return freeIn(seat, turn, now)
        .map(free ->
            new WaitForecast.Seat(seat.lab(), Set.copyOf(seat.features()), free, kept, closesIn));
  }

  /** Until the lab opens, and between the stretches of its hours. */
  private static List<WaitForecast.Kept> breaks(List<TimeSlot> hours, Instant now) {
    List<WaitForecast.Kept> breaks = new ArrayList<>();
    Instant from = now;
    for (TimeSlot stretch : hours) {
      if (stretch.start().isAfter(from)) {
        breaks.add(kept(from, stretch.start(), now));
      }
      from = stretch.end();
    }
    return breaks;
  }

  private static WaitForecast.Kept kept(Instant from, Instant to, Instant now) {
    return new WaitForecast.Kept(Duration.between(now, from), Duration.between(now, to));
  }

  /** When whoever has the seat gets up; empty when it is not given out. */
  private Optional<Duration> freeIn(ReplicaItem.Seat seat, Duration turn, Instant now) {
    return switch (room.condition(seat, now)) {
      case FREE -> Optional.of(Duration.ZERO);
      case IN_USE -> sessions.on(seat.id()).map(sessions::remaining);
      case HELD -> Optional.of(waiting.heldOn(seat.id()).isPresent() ? turn : Duration.ZERO);
      case OUT_OF_SERVICE, UNKNOWN -> Optional.empty();
    };
  }
}
