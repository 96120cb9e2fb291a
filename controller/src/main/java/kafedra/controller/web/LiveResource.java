package kafedra.controller.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CallId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.Feature;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.Booking;
import kafedra.controller.fleet.Contact;
import kafedra.controller.fleet.LiveRoom;
import kafedra.controller.fleet.LiveRooms;
import kafedra.controller.fleet.LiveSeat;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/** The room now, once or as it changes. */
final class LiveResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);
  private static final Duration GAP = Duration.ofMillis(500);

  private record LiveView(
      LabId lab,
      Instant at,
      KioskView kiosk,
      int waiting,
      List<QueuedView> queue,
      List<CallView> calls,
      List<SeatView> seats,
      List<BookingView> bookings) {}

  private record KioskView(KioskId id, Contact reach, @Nullable Instant lastContact) {}

  /**
   * @param expected about when a seat is theirs; null when nobody can say
   */
  private record QueuedView(
      TicketId ticket,
      int number,
      Names.Ref person,
      @Nullable LabId lab,
      List<Feature> features,
      Instant drawnAt,
      @Nullable Instant expected,
      @Nullable HeldView held) {}

  /**
   * @param workstation where the person sits; null for somebody at the kiosk
   * @param person null for somebody who did not sign in
   */
  private record CallView(
      CallId id,
      Instant since,
      @Nullable WorkstationId workstation,
      @Nullable String label,
      Names.@Nullable Ref person,
      @Nullable Instant answered) {}

  private record FaultView(FaultKind kind, Instant first, int times) {}

  private record HeldView(WorkstationId workstation, String label, Instant until) {}

  private record SeatView(
      WorkstationId workstation,
      String label,
      int row,
      int column,
      List<Feature> features,
      SeatCondition condition,
      Service service,
      @Nullable SessionView session,
      @Nullable NextView next,
      List<FaultView> faults) {}

  private record SessionView(
      SessionId id,
      Names.Ref person,
      @Nullable Instant start,
      Instant plannedEnd,
      @Nullable ElsewhereView elsewhere) {}

  /** Where the person sits too; rooms are no secret among staff. */
  private record ElsewhereView(LabId lab, String name, String school) {}

  private record NextView(
      BookingId id, TimeSlot slot, Names.@Nullable Ref person, Names.@Nullable Ref group) {}

  private final LiveRooms rooms;
  private final SiteKnowledge site;
  private final Roster roster;
  private final EventStreams streams;
  private final Json json;

  LiveResource(
      LiveRooms rooms, SiteKnowledge site, Roster roster, EventStreams streams, Json json) {
    this.rooms = rooms;
    this.site = site;
    this.roster = roster;
    this.streams = streams;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/labs/{lab}/live", LIBRARIANS, call -> Reply.ok(view(call.lab().id()))),
        Route.get("/labs/{lab}/live/events", LIBRARIANS, this::events));
  }

  private Reply events(Call call) {
    LabId lab = call.lab().id();
    return streams.stream(
        call,
        new EventStreams.Feed(
            "live", () -> json.text(view(lab)), tell -> rooms.watch(lab, tell), GAP));
  }

  private LiveView view(LabId lab) {
    LiveRoom room = rooms.room(lab).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    Names names = names(room);
    return new LiveView(
        room.lab(),
        room.at(),
        new KioskView(room.kiosk().kiosk(), room.kiosk().contact(), room.kiosk().lastContact()),
        room.waiting(),
        room.queue().stream().map(it -> view(it, names)).toList(),
        room.calls().stream().map(it -> view(it, names)).toList(),
        room.seats().stream().map(it -> view(it, names)).toList(),
        room.today().stream().map(it -> BookingView.of(it, names, site)).toList());
  }

  private Names names(LiveRoom room) {
    List<PersonId> people = new ArrayList<>();
    room.seats().stream()
        .flatMap(seat -> Stream.ofNullable(seat.occupant()))
        .map(LiveSeat.Occupant::person)
        .forEach(people::add);
    room.queue().stream().map(QueueState.Entry::person).forEach(people::add);
    room.calls().stream().flatMap(it -> Stream.ofNullable(it.person())).forEach(people::add);
    List<Booking> bookings = new ArrayList<>(room.today());
    room.seats().stream().flatMap(it -> Stream.ofNullable(it.next())).forEach(bookings::add);
    return Names.of(roster, people, bookings);
  }

  private QueuedView view(QueueState.Entry entry, Names names) {
    WorkstationId seat = entry.seat();
    Instant until = entry.heldUntil();
    return new QueuedView(
        entry.ticket(),
        entry.number(),
        names.person(entry.person()),
        entry.lab(),
        entry.features(),
        entry.drawnAt(),
        entry.expected(),
        seat == null || until == null ? null : new HeldView(seat, label(seat), until));
  }

  private CallView view(HelpCalls.Call call, Names names) {
    WorkstationId seat = call.seat();
    PersonId person = call.person();
    return new CallView(
        call.id(),
        call.since(),
        seat,
        seat == null ? null : label(seat),
        person == null ? null : names.person(person),
        call.answered());
  }

  private String label(WorkstationId seat) {
    return roster.premises().workstation(seat).map(Workstation::label).orElse(seat.value());
  }

  private ElsewhereView elsewhere(LabId id) {
    Premises premises = roster.premises();
    Optional<Lab> lab = premises.lab(id);
    return new ElsewhereView(
        id,
        lab.map(Lab::name).orElse(id.value()),
        lab.flatMap(it -> premises.school(it.school())).map(School::name).orElse(""));
  }

  private SeatView view(LiveSeat seat, Names names) {
    LiveSeat.Occupant occupant = seat.occupant();
    Booking next = seat.next();
    return new SeatView(
        seat.workstation().id(),
        seat.workstation().label(),
        seat.workstation().row(),
        seat.workstation().column(),
        seat.workstation().features(),
        seat.condition(),
        seat.workstation().service(),
        occupant == null
            ? null
            : new SessionView(
                occupant.session(),
                names.person(occupant.person()),
                occupant.start(),
                occupant.plannedEnd(),
                occupant.elsewhere() == null ? null : elsewhere(occupant.elsewhere())),
        next == null
            ? null
            : new NextView(
                next.id(), next.slot(), names.personOfBooking(next), names.groupOfBooking(next)),
        seat.faults().stream()
            .map(it -> new FaultView(it.kind(), it.first(), it.times()))
            .toList());
  }
}
