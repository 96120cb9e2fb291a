package kafedra.controller.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.Act;
import kafedra.controller.booking.Amendment;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingCheck;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.ChangeOutcome;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.Scope;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/** What becomes of a booking once it is made, and what would come of a change. */
final class BookingChangeResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);

  private record NewSplit(
      @Nullable Integer version, @Nullable String at, @Nullable String secondId) {}

  private record Confirmation(@Nullable Integer version) {}

  private record CheckView(
      boolean possible,
      List<WorkstationId> workstations,
      List<Refusals.ReasonView> reasons,
      List<TimeSlot> suggestions,
      List<Refusals.ReasonView> warnings,
      List<MadeView.DisplacedView> displaced) {}

  private record ActView(Instant at, String actor, Act.Deed action, String detail) {}

  private final BookingDesk desk;
  private final SiteKnowledge site;
  private final Roster roster;

  BookingChangeResource(BookingDesk desk, SiteKnowledge site, Roster roster) {
    this.desk = desk;
    this.site = site;
    this.roster = roster;
  }

  List<Route> routes() {
    return List.of(
        Route.json(Route.Method.POST, "/booking-checks", LIBRARIANS, this::check),
        Route.json(Route.Method.POST, "/bookings/{booking}/check", LIBRARIANS, this::checkChange),
        Route.json(Route.Method.PATCH, "/bookings/{booking}", LIBRARIANS, this::amend),
        Route.json(
            Route.Method.PATCH, "/bookings/{booking}/following", LIBRARIANS, this::amendFollowing),
        Route.json(Route.Method.POST, "/bookings/{booking}/split", LIBRARIANS, this::split),
        Route.json(Route.Method.POST, "/bookings/{booking}/confirm", LIBRARIANS, this::confirm),
        Route.change(Route.Method.DELETE, "/bookings/{booking}", LIBRARIANS, this::cancel),
        Route.get("/bookings/{booking}/history", LIBRARIANS, this::history));
  }

  private Booking booking(Call call) {
    return call.seen(desk.find(call.pathId("booking", BookingId::new)), Booking::school);
  }

  private static void requireOwnLab(Call call, Optional<Lab> lab) {
    if (lab.map(Lab::school).filter(call::maySee).isEmpty()) {
      throw Problem.at(ProblemCode.BAD_FIELD, "lab");
    }
  }

  private Reply check(Call call) {
    BookingWish wish =
        call.body(NewBooking.class).wish(new BookingId("check"), call.staff().login());
    requireOwnLab(call, call.premises().lab(wish.lab()));
    Holders.requireOwn(call, roster, wish.holder());
    return Reply.ok(view(desk.check(wish, Optional.empty()), call));
  }

  private Reply checkChange(Call call) {
    BookingPatch body = call.body(BookingPatch.class);
    Booking booking = booking(call);
    Amendment amendment = amendment(call, body, booking);
    return desk.check(booking.id(), amendment, body.by(call.staff().login()))
        .map(it -> Reply.ok(view(it, call)))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }

  private CheckView view(BookingCheck check, Call call) {
    return new CheckView(
        check.reasons().isEmpty(),
        check.seats(),
        Refusals.views(check.reasons(), call.tongue()),
        check.suggestions(),
        Refusals.views(check.warnings(), call.tongue()),
        MadeView.displaced(check.displaced(), roster, site));
  }

  private Amendment amendment(Call call, BookingPatch body, Booking booking) {
    Amendment amendment = body.amendment(booking);
    if (amendment.lab() != null) {
      requireOwnLab(call, call.premises().lab(amendment.lab()));
    }
    return amendment;
  }

  private Reply amend(Call call) {
    BookingPatch body = call.body(BookingPatch.class);
    Booking booking = booking(call);
    Amendment amendment = amendment(call, body, booking);
    return changed(
        call,
        desk.amend(booking.id(), body.versionGiven(), amendment, body.by(call.staff().login())));
  }

  private Reply amendFollowing(Call call) {
    BookingPatch body = call.body(BookingPatch.class);
    if (body.displaces()) {
      throw Problem.of(ProblemCode.DISPLACES_ONE);
    }
    Booking booking = booking(call);
    requireOwnSeries(call, booking);
    Amendment amendment = amendment(call, body, booking);
    ChangeOutcome outcome =
        desk.amendFollowing(
            booking.id(), body.versionGiven(), amendment, body.by(call.staff().login()));
    return outcome instanceof ChangeOutcome.Changed it
        ? Reply.ok(BookingView.list(it.after(), roster, site))
        : changed(call, outcome);
  }

  /** What follows may be in a school where the caller may not change anything. */
  private void requireOwnSeries(Call call, Booking booking) {
    boolean own =
        booking.series() == null
            || desk.ofSeries(booking.series()).stream().map(Booking::school).allMatch(call::maySee);
    if (!own) {
      throw Problem.of(ProblemCode.FORBIDDEN);
    }
  }

  private Reply split(Call call) {
    NewSplit body = call.body(NewSplit.class);
    Booking booking = booking(call);
    Instant at = Call.instant("at", Fields.given("at", body.at()), ProblemCode.BAD_FIELD);
    ChangeOutcome outcome =
        desk.split(
            booking.id(),
            Fields.number("version", body.version(), 1, Integer.MAX_VALUE),
            at,
            Fields.id("secondId", body.secondId(), BookingId::new),
            Requester.of(call.staff().login()));
    return outcome instanceof ChangeOutcome.Changed it
        ? Reply.ok(BookingView.list(it.after(), roster, site))
        : changed(call, outcome);
  }

  private Reply confirm(Call call) {
    Confirmation body = call.body(Confirmation.class);
    Booking booking = booking(call);
    return changed(
        call,
        desk.confirm(
            booking.id(),
            Fields.number("version", body.version(), 1, Integer.MAX_VALUE),
            Requester.of(call.staff().login())));
  }

  private Reply cancel(Call call) {
    Booking booking = booking(call);
    int version = call.number("version", 1, Integer.MAX_VALUE, 0);
    if (version == 0) {
      throw Problem.at(ProblemCode.MISSING_PARAMETER, "version");
    }
    Scope scope =
        call.query("scope").isEmpty()
            ? Scope.ONE
            : Scope.valueOf(call.oneOf("scope", List.of("ONE", "FOLLOWING")));
    if (scope == Scope.FOLLOWING) {
      requireOwnSeries(call, booking);
    }
    ChangeOutcome outcome =
        desk.cancel(booking.id(), version, scope, Requester.of(call.staff().login()));
    return switch (outcome) {
      case ChangeOutcome.Changed it -> Reply.ok(BookingView.list(it.after(), roster, site));
      // repeating a cancellation changes nothing and is no error
      case ChangeOutcome.NotLive it ->
          Reply.ok(BookingView.list(List.of(it.booking()), roster, site));
      default -> changed(call, outcome);
    };
  }

  private Reply changed(Call call, ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Changed it ->
          Reply.ok(
              new MadeView(
                  view(it.after().getFirst()),
                  List.of(),
                  MadeView.displaced(it.displaced(), roster, site)));
      case ChangeOutcome.NoSuchBooking it -> throw Problem.of(ProblemCode.NOT_FOUND);
      case ChangeOutcome.Outdated it ->
          throw Problem.with(ProblemCode.OUTDATED, Problem.Extra.ofBooking(view(it.current())));
      case ChangeOutcome.NotLive it ->
          throw Problem.with(ProblemCode.NOT_LIVE, Problem.Extra.ofBooking(view(it.booking())));
      case ChangeOutcome.Refused it ->
          throw Refusals.problem(it.reasons(), it.suggestions(), call.tongue());
    };
  }

  private BookingView view(Booking booking) {
    return BookingView.list(List.of(booking), roster, site).getFirst();
  }

  private Reply history(Call call) {
    return Reply.ok(
        desk.history(booking(call).id()).stream()
            .map(act -> new ActView(act.at(), actor(act.actor()), act.deed(), act.detail()))
            .toList());
  }

  private static String actor(String actor) {
    return actor.startsWith("kiosk:") ? "kiosk" : actor;
  }
}
