package kafedra.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.time.DeviceClock;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.help.Calls;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Waiting;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.schedule.Timetable;
import kafedra.kiosk.session.Foresight;
import kafedra.kiosk.session.Hold;
import kafedra.kiosk.session.Room;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;
import kafedra.kiosk.signin.Classes;
import org.jspecify.annotations.Nullable;

/** Draws the building as anybody may see it. For the desk's thread alone. */
public final class SiteViews {
  private static final int UPCOMING = 5;

  /** A display has room for no more. */
  private static final int NEXT = 24;

  private final Replica replica;
  private final Timetable timetable;
  private final Sessions sessions;
  private final Waiting waiting;
  private final Room room;
  private final Foresight foresight;
  private final Calls calls;
  private final Classes classes;
  private final Upstream upstream;
  private final DeviceClock clock;

  public SiteViews(
      Replica replica,
      Timetable timetable,
      Sessions sessions,
      Waiting waiting,
      Room room,
      Foresight foresight,
      Calls calls,
      Classes classes,
      Upstream upstream,
      DeviceClock clock) {
    this.replica = replica;
    this.timetable = timetable;
    this.sessions = sessions;
    this.waiting = waiting;
    this.room = room;
    this.foresight = foresight;
    this.calls = calls;
    this.classes = classes;
    this.upstream = upstream;
    this.clock = clock;
  }

  public SiteView now() {
    Instant now = clock.instant();
    Optional<TimeSlot> hours = timetable.openingHours(now);
    List<SiteView.Seat> seats = replica.seats().stream().map(seat -> seat(seat, now)).toList();
    int free = (int) seats.stream().filter(it -> it.condition() == SeatCondition.FREE).count();
    return new SiteView(
        now,
        replica.zone().getId(),
        replica.site().map(ReplicaItem.Site::school).orElse(""),
        replica.site().map(ReplicaItem.Site::name).orElse(""),
        timetable.isOpen(now),
        hours.map(it -> local(it.start())).orElse(null),
        hours.map(it -> local(it.end())).orElse(null),
        upstream.view(),
        upstream.age().orElse(null),
        replica.labs().stream().map(lab -> new SiteView.Lab(lab.id(), lab.name())).toList(),
        seats,
        free,
        seats.size(),
        queue(),
        timetable.upcoming(now).stream()
            .filter(booking -> booking.slot().start().isAfter(now))
            .limit(UPCOMING)
            .map(booking ->
                new SiteView.Upcoming(
                    booking.slot().start(), booking.slot().end(), booking.seats().size()))
            .toList(),
        timetable
            .lessonAt(now)
            .map(it -> new SiteView.Lesson(it.number(), it.slot().start(), it.slot().end()))
            .orElse(null),
        timetable.closed(now).map(SiteViews::closed).orElse(null),
        free > 0 ? null : upstream.elsewhere().orElse(null),
        calls.open().stream()
            .map(it ->
                new SiteView.HelpCall(
                    it.seat().map(replica::label).orElse(null), SiteView.HelpCall.of(it)))
            .toList(),
        classes.now().stream()
            .map(it -> new SiteView.SchoolClass(it.id(), it.name(), classes.pictures(it.id())))
            .toList());
  }

  private static SiteView.Closed closed(ReplicaItem.LabDay day) {
    return new SiteView.Closed(Objects.requireNonNull(day.closed()), day.note());
  }

  private String local(Instant at) {
    ZoneId zone = replica.zone();
    LocalTime time = at.atZone(zone).toLocalTime();
    return "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }

  private SiteView.Seat seat(ReplicaItem.Seat seat, Instant now) {
    SeatCondition condition = room.condition(seat, now);
    return new SiteView.Seat(
        seat.id(),
        seat.lab(),
        seat.label(),
        seat.row(),
        seat.column(),
        seat.features(),
        condition,
        until(seat.id(), condition, now).orElse(null));
  }

  private Optional<Instant> until(WorkstationId seat, SeatCondition condition, Instant now) {
    return switch (condition) {
      case IN_USE -> sessions.on(seat).map(Session::plannedEnd);
      case HELD ->
          room.hold(seat, now)
              .map(hold ->
                  switch (hold) {
                    case Hold.ForBooking(ReplicaItem.Booking booking) -> booking.slot().end();
                    case Hold.ForTicket(Ticket ticket) ->
                        Optional.ofNullable(ticket.heldUntil()).orElse(now);
                  });
      case FREE, OUT_OF_SERVICE, UNKNOWN -> Optional.empty();
    };
  }

  private SiteView.Queue queue() {
    List<SiteView.Called> called =
        waiting.open().stream().flatMap(ticket -> called(ticket).stream()).toList();
    List<Ticket> waits = waiting.waiting();
    Map<TicketId, Duration> lengths = foresight.waits();
    return new SiteView.Queue(
        waits.size(),
        called,
        estimate(Wish.ANY),
        waits.stream()
            .sorted(Comparator.comparingInt(Ticket::number))
            .limit(NEXT)
            .map(ticket -> next(ticket, Optional.ofNullable(lengths.get(ticket.id()))))
            .toList(),
        replica.labs().stream()
            .map(lab -> new SiteView.LabQueue(lab.id(), estimate(new Wish(lab.id(), Set.of()))))
            .toList());
  }

  private @Nullable Long estimate(Wish wish) {
    return minutes(foresight.newcomer(wish)).orElse(null);
  }

  private static SiteView.Next next(Ticket ticket, Optional<Duration> wait) {
    return new SiteView.Next(ticket.number(), ticket.wish().lab(), minutes(wait).orElse(null));
  }

  private Optional<SiteView.Called> called(Ticket ticket) {
    WorkstationId id = ticket.seat();
    Instant until = ticket.heldUntil();
    return id == null || until == null
        ? Optional.empty()
        : replica
            .seat(id)
            .map(seat -> new SiteView.Called(ticket.number(), seat.lab(), seat.label(), until));
  }

  /** Rounded up: whoever waits is never promised less than it takes. */
  static Optional<Long> minutes(Optional<Duration> length) {
    return length.map(it -> Math.max(0, (it.toSeconds() + 59) / 60));
  }
}
