package kafedra.controller.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingPolicies;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;

/** Promised seats. */
final class BookingResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);
  private static final int MOST_DAYS = 62;
  private static final int MOST_OF_PERSON = 200;

  private record FreeView(
      LabId lab,
      SchoolId school,
      String name,
      int free,
      int seats,
      boolean enough,
      List<TimeSlot> suggestions) {}

  private final BookingDesk desk;
  private final SiteKnowledge site;
  private final Roster roster;
  private final InstantSource clock;

  BookingResource(BookingDesk desk, SiteKnowledge site, Roster roster, InstantSource clock) {
    this.desk = desk;
    this.site = site;
    this.roster = roster;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/labs/{lab}/bookings", LIBRARIANS, this::ofLab),
        Route.get("/schools/{school}/bookings", LIBRARIANS, this::ofSchool),
        Route.get("/people/{person}/bookings", LIBRARIANS, this::ofPerson),
        Route.get("/groups/{group}/bookings", LIBRARIANS, this::ofGroup),
        Route.get("/bookings/{booking}", LIBRARIANS, call -> Reply.ok(view(booking(call)))),
        Route.json(Route.Method.PUT, "/bookings/{booking}", LIBRARIANS, this::book),
        Route.get(
            "/free-seats", Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR), this::freeSeats));
  }

  private Reply ofLab(Call call) {
    return Reply.ok(
        views(
            desk.inLab(call.lab().id(), call.range(MOST_DAYS)).stream()
                .filter(Booking::isLive)
                .toList()));
  }

  private Reply ofSchool(Call call) {
    SchoolId school =
        call.seen(call.premises().school(call.pathId("school", SchoolId::new)), School::id).id();
    return Reply.ok(
        views(
            desk.inSchool(school, call.range(MOST_DAYS)).stream()
                .filter(Booking::isLive)
                .toList()));
  }

  private Reply ofGroup(Call call) {
    Group group = call.seen(roster.group(call.pathId("group", GroupId::new)), Group::school);
    TimeSlot ahead =
        TimeSlot.of(
            clock.instant().minus(Duration.ofDays(1)),
            Duration.ofDays(BookingPolicies.DAYS_AHEAD + 1));
    return Reply.ok(
        views(
            desk.ofGroup(group.id(), ahead).stream()
                .filter(it -> call.maySee(it.school()))
                .limit(MOST_OF_PERSON)
                .toList()));
  }

  private Reply ofPerson(Call call) {
    Person person = call.seen(roster.person(call.pathId("person", PersonId::new)), Person::school);
    return Reply.ok(
        views(
            desk
                .ofPerson(person.id(), clock.instant().minus(Duration.ofDays(1)), MOST_OF_PERSON)
                .stream()
                .filter(it -> call.maySee(it.school()))
                .sorted(Comparator.comparing((Booking it) -> it.slot().start()).reversed())
                .toList()));
  }

  private Booking booking(Call call) {
    return call.seen(desk.find(call.pathId("booking", BookingId::new)), Booking::school);
  }

  private Reply book(Call call) {
    NewBooking body = call.body(NewBooking.class);
    BookingWish wish = body.wish(call.pathId("booking", BookingId::new), call.staff().login());
    if (call.premises().lab(wish.lab()).map(Lab::school).filter(call::maySee).isEmpty()) {
      throw Problem.at(ProblemCode.BAD_FIELD, "lab");
    }
    Holders.requireOwn(call, roster, wish.holder());
    return switch (desk.place(wish)) {
      case BookingOutcome.Placed placed ->
          new Reply.Json(201, MadeView.of(placed, roster, site, call.tongue()));
      case BookingOutcome.AlreadyPlaced already -> Reply.ok(view(already.booking()));
      case BookingOutcome.Refused refused ->
          throw Refusals.problem(refused.reasons(), refused.suggestions(), call.tongue());
    };
  }

  private Reply freeSeats(Call call) {
    TimeSlot slot = call.range(1);
    int count = call.number("count", 1, SeatWish.MOST, 1);
    Set<Feature> features = features(call);
    return Reply.ok(
        call.schools().stream()
            .flatMap(school -> call.premises().labsOf(school.id()).stream())
            .map(lab -> free(call, lab, slot, count, features))
            .toList());
  }

  private FreeView free(Call call, Lab lab, TimeSlot slot, int count, Set<Feature> features) {
    int free = desk.freeSeats(lab.id(), slot, features).size();
    int seats =
        (int)
            call.premises().seatsOf(lab.id()).stream()
                .filter(seat -> seat.service() == Service.IN_SERVICE)
                .filter(seat -> Set.copyOf(seat.features()).containsAll(features))
                .count();
    boolean enough = free >= count;
    return new FreeView(
        lab.id(),
        lab.school(),
        lab.name(),
        free,
        seats,
        enough,
        enough ? List.of() : desk.nextFree(probe(lab.id(), slot, count, features)));
  }

  /** A wish that is only asked about: for nobody, so that no person can be busy. */
  private static BookingWish probe(LabId lab, TimeSlot slot, int count, Set<Feature> features) {
    return new BookingWish(
        new BookingId("probe"),
        Holder.NOBODY,
        lab,
        new SeatWish.Any(count, features),
        slot,
        Purpose.OTHER,
        "",
        "probe");
  }

  /** Those of the parameter {@code features}, separated by commas. */
  static Set<Feature> features(Call call) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (String name : Arrays.asList(call.query("features").orElse("").split(",", -1))) {
      if (!name.isBlank()) {
        features.add(call.queryId("features", name.strip(), Feature::valueOf));
      }
    }
    return features;
  }

  private BookingView view(Booking booking) {
    return views(List.of(booking)).getFirst();
  }

  private List<BookingView> views(List<Booking> bookings) {
    return BookingView.list(bookings, roster, site);
  }
}
