package kafedra.controller.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingPolicies;
import kafedra.controller.booking.Earliest;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.School;
import kafedra.controller.slot.Marks;
import org.jspecify.annotations.Nullable;

/** Where in the caller's schools seats are free first. */
final class EarliestResource {
  private static final int USUAL_MINUTES = 45;
  private static final int USUAL_DAYS = 14;

  private record PlaceView(
      SchoolId school, LabId lab, String name, TimeSlot slot, List<WorkstationId> workstations) {}

  /**
   * @param found null when there is no such time before {@code searchedTo}
   */
  private record Answer(@Nullable PlaceView found, Instant searchedTo) {}

  private final BookingDesk desk;
  private final InstantSource clock;

  EarliestResource(BookingDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/earliest-seats",
            Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR),
            this::earliest));
  }

  private Reply earliest(Call call) {
    Earliest.Question question =
        new Earliest.Question(
            call.schools().stream().map(School::id).toList(),
            call.number("count", 1, SeatWish.MOST, 1),
            BookingResource.features(call),
            length(call),
            from(call),
            call.number("days", 1, Earliest.MOST_DAYS, USUAL_DAYS));
    PlaceView found = desk.earliest(question).map(place -> view(call, place)).orElse(null);
    return Reply.ok(new Answer(found, question.from().plus(Duration.ofDays(question.days()))));
  }

  private static Duration length(Call call) {
    int step = (int) Marks.STEP.toMinutes();
    int minutes =
        call.number("minutes", step, (int) BookingPolicies.LONGEST.toMinutes(), USUAL_MINUTES);
    if (minutes % step != 0) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "minutes");
    }
    return Duration.ofMinutes(minutes);
  }

  /** Now, unless a later time is asked for; no further ahead than anything can be booked. */
  private Instant from(Call call) {
    Instant now = clock.instant();
    Instant asked =
        call.query("from")
            .map(text -> Call.instant("from", text, ProblemCode.BAD_PARAMETER))
            .orElse(now);
    if (asked.isAfter(now.plus(Duration.ofDays(BookingPolicies.DAYS_AHEAD)))) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "from");
    }
    return asked.isBefore(now) ? now : asked;
  }

  private static PlaceView view(Call call, Earliest.Place place) {
    return new PlaceView(
        place.school(),
        place.lab(),
        call.premises().lab(place.lab()).map(Lab::name).orElse(place.lab().value()),
        place.slot(),
        place.seats());
  }
}
