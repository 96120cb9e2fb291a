package kafedra.controller.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.TicketFate;
import kafedra.controller.access.StaffRole;
import kafedra.controller.fleet.Contact;
import kafedra.controller.queue.NextFree;
import kafedra.controller.queue.WaitReport;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** How long queues took, and where a seat is free next. */
final class QueueResource {
  private static final Access READERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);
  private static final int MOST_DAYS = 400;

  /** Figures of fewer people do not leave their school. */
  private static final int LEAST_TOLD = 5;

  private record WaitView(
      @Nullable LabId lab,
      @Nullable Integer drawn,
      Map<TicketFate, Integer> fates,
      @Nullable ErrorView error) {}

  private record ErrorView(
      int count,
      double statedMinutes,
      double waitedMinutes,
      double medianErrorMinutes,
      double p90ErrorMinutes,
      double withinFiveMinutes) {
    static ErrorView of(WaitReport.Precision error) {
      return new ErrorView(
          error.count(),
          minutes(error.stated()),
          minutes(error.waited()),
          minutes(error.median()),
          minutes(error.p90()),
          error.goodPermille() / 1000.0);
    }
  }

  private record PlaceView(
      LabId lab,
      String name,
      SchoolId school,
      String schoolName,
      String village,
      Instant at,
      int seats,
      int waiting,
      Contact reach,
      @Nullable Instant lastContact) {}

  private final QueueServices queue;

  QueueResource(QueueServices queue) {
    this.queue = queue;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/queue-waits", READERS, this::waits),
        Route.get("/next-free-seats", READERS, this::nextFree));
  }

  private Reply waits(Call call) {
    List<SchoolId> schools = call.schools().stream().map(School::id).toList();
    boolean stranger = schools.stream().anyMatch(it -> !call.staff().belongsTo(it));
    return Reply.ok(
        WaitReport.of(queue.waits().drawn(schools, call.range(MOST_DAYS))).stream()
            .map(it -> stranger && it.drawn() < LEAST_TOLD ? few(it) : view(it, stranger))
            .toList());
  }

  private static WaitView few(WaitReport report) {
    return new WaitView(report.lab(), null, Map.of(), null);
  }

  private static WaitView view(WaitReport report, boolean stranger) {
    WaitReport.Precision error = report.error();
    boolean told = error != null && !(stranger && error.count() < LEAST_TOLD);
    return new WaitView(
        report.lab(),
        report.drawn(),
        stranger ? Map.of() : report.fates(),
        error != null && told ? ErrorView.of(error) : null);
  }

  private static double minutes(Duration length) {
    return Math.round(length.toSeconds() / 6.0) / 10.0;
  }

  private Reply nextFree(Call call) {
    Set<Feature> features =
        call.query("features")
            .map(text -> Stream.of(text.split(",")))
            .orElseGet(Stream::of)
            .map(QueueResource::feature)
            .collect(Collectors.toUnmodifiableSet());
    return Reply.ok(queue.nextFree().places(features).stream().map(it -> view(it, call)).toList());
  }

  private static Feature feature(String word) {
    return Stream.of(Feature.values())
        .filter(it -> it.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Problem.at(ProblemCode.BAD_PARAMETER, "features"));
  }

  private static PlaceView view(NextFree.Place place, Call call) {
    var lab = place.lab();
    return new PlaceView(
        lab.id(),
        lab.name(),
        lab.school(),
        call.premises().school(lab.school()).map(School::name).orElse(lab.school().value()),
        call.premises().building(lab.building()).map(Building::village).orElse(""),
        place.at(),
        place.seats(),
        place.waiting(),
        place.contact(),
        place.lastContact());
  }
}
