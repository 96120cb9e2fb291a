package kafedra.controller.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.fault.ReportedFault;
import kafedra.controller.fault.SeatFaults;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import kafedra.controller.roster.Workstation;
import kafedra.controller.session.Sessions;
import org.jspecify.annotations.Nullable;

/** The labs as a librarian sees them. */
public final class LiveRooms {
  private final Roster roster;
  private final BookingDesk bookings;
  private final Sessions sessions;
  private final LiveDistrict live;
  private final SeatFaults faults;
  private final InstantSource clock;

  public LiveRooms(
      Roster roster,
      BookingDesk bookings,
      Sessions sessions,
      LiveDistrict live,
      SeatFaults faults,
      InstantSource clock) {
    this.roster = roster;
    this.bookings = bookings;
    this.sessions = sessions;
    this.live = live;
    this.faults = faults;
    this.clock = clock;
  }

  /** The lab as it is now; empty for an unknown one. */
  public Optional<LiveRoom> room(LabId id) {
    Premises premises = roster.premises();
    return premises
        .lab(id)
        .flatMap(
            lab -> premises.building(lab.building()).map(it -> room(premises, lab, it.kiosk())));
  }

  /**
   * Whoever sits in a lab.
   *
   * @param contact with its kiosk; unless {@link Contact#ONLINE}, it is as of the last one
   */
  public record Sitting(LabId lab, int people, Contact contact) {}

  /** The labs in which somebody sits now, as far as is known. */
  public List<Sitting> sitting(Collection<LabId> labs) {
    return labs.stream()
        .flatMap(id -> room(id).stream())
        .map(room ->
            new Sitting(
                room.lab(),
                (int) room.seats().stream().filter(seat -> seat.occupant() != null).count(),
                room.kiosk().contact()))
        .filter(it -> it.people() > 0)
        .toList();
  }

  /** Calls {@code tell}, at most twice a second, after the lab changed; it must return at once. */
  public Watch watch(LabId lab, Runnable tell) {
    return live.watchLab(lab, tell);
  }

  private LiveRoom room(Premises premises, Lab lab, KioskId kiosk) {
    Instant now = clock.instant();
    ZoneId zone = premises.school(lab.school()).map(School::zone).orElse(ZoneOffset.UTC);
    List<Booking> today =
        bookings.inLab(lab.id(), dayOf(now, zone)).stream()
            .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
            .toList();
    KioskStatus status = live.status(kiosk);
    Optional<QueueState> queue = live.queue(kiosk);
    List<Workstation> workstations = premises.seatsOf(lab.id());
    Map<SessionId, Instant> starts = starts(workstations);
    Map<WorkstationId, List<ReportedFault>> reported = faults.open();
    return new LiveRoom(
        lab.id(),
        now,
        status,
        waiting(status, queue),
        queue.map(QueueState::line).orElse(List.of()).stream()
            .filter(entry -> entry.lab() == null || entry.lab().equals(lab.id()))
            .toList(),
        live.help(kiosk),
        workstations.stream()
            .map(
                seat -> seat(seat, starts, today, reported.getOrDefault(seat.id(), List.of()), now))
            .toList(),
        today);
  }

  /** An older kiosk tells only how many wait. */
  private static int waiting(KioskStatus status, Optional<QueueState> queue) {
    int counted = status.state() == null ? 0 : status.state().waiting();
    return queue.map(QueueState::waiting).orElse(counted);
  }

  private static TimeSlot dayOf(Instant now, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    return new TimeSlot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private Map<SessionId, Instant> starts(List<Workstation> workstations) {
    List<SessionId> running =
        workstations.stream()
            .flatMap(seat -> live.seat(seat.id()).stream())
            .flatMap(seat -> Stream.ofNullable(seat.occupant()))
            .map(SeatState.Occupant::session)
            .toList();
    return running.isEmpty() ? Map.of() : sessions.starts(running);
  }

  private LiveSeat seat(
      Workstation workstation,
      Map<SessionId, Instant> starts,
      List<Booking> today,
      List<ReportedFault> reported,
      Instant now) {
    Optional<SeatState> known = live.seat(workstation.id());
    return new LiveSeat(
        workstation,
        known.map(SeatState::condition).orElse(SeatCondition.UNKNOWN),
        known.map(SeatState::occupant).map(it -> occupant(workstation, it, starts)).orElse(null),
        next(workstation, today, now),
        reported);
  }

  private LiveSeat.Occupant occupant(
      Workstation workstation, SeatState.Occupant occupant, Map<SessionId, Instant> starts) {
    return new LiveSeat.Occupant(
        occupant.session(),
        occupant.person(),
        starts.get(occupant.session()),
        occupant.plannedEnd(),
        elsewhere(workstation, occupant.person()).orElse(null));
  }

  private Optional<LabId> elsewhere(Workstation here, PersonId person) {
    return live.seatsOf(person).stream()
        .filter(seat -> !seat.equals(here.id()))
        .flatMap(seat -> roster.premises().labOf(seat).stream())
        .map(Lab::id)
        .findFirst();
  }

  private static @Nullable Booking next(Workstation workstation, List<Booking> today, Instant now) {
    return today.stream()
        .filter(booking -> booking.slot().end().isAfter(now))
        .filter(booking -> booking.seats().contains(workstation.id()))
        .findFirst()
        .orElse(null);
  }
}
