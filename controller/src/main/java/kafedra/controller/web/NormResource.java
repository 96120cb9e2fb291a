package kafedra.controller.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.SchoolId;
import kafedra.controller.norm.NormTable;
import kafedra.controller.norm.Norms;
import kafedra.controller.norm.ScreenLimits;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** The tables of screen time that the district holds itself to. */
final class NormResource {
  private record GradeView(int grade, long lesson, @Nullable Long day, @Nullable Long home) {
    static GradeView of(Map.Entry<Integer, ScreenLimits> row) {
      ScreenLimits limits = row.getValue();
      return new GradeView(
          row.getKey(), limits.lesson().toMinutes(), minutes(limits.day()), minutes(limits.home()));
    }

    private static @Nullable Long minutes(@Nullable Duration length) {
      return length == null ? null : length.toMinutes();
    }
  }

  private record TableView(
      String title,
      String source,
      LocalDate from,
      @Nullable LocalDate statedEnd,
      boolean inForce,
      boolean outlived,
      long restMinutes,
      List<GradeView> grades) {}

  private record NormsView(
      SchoolId school, LocalDate day, String country, List<TableView> tables) {}

  private final Norms norms;
  private final InstantSource clock;

  NormResource(Norms norms, InstantSource clock) {
    this.norms = norms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Route.get("/norms", Access.STAFF, this::norms));
  }

  private Reply norms(Call call) {
    School school = call.school();
    LocalDate today = LocalDate.ofInstant(clock.instant(), school.zone());
    Optional<NormTable> now = norms.on(today);
    return Reply.ok(
        new NormsView(
            school.id(),
            today,
            norms.country(),
            norms.tables().stream()
                .map(it -> view(it, today, now.equals(Optional.of(it))))
                .toList()));
  }

  private static TableView view(NormTable table, LocalDate today, boolean inForce) {
    return new TableView(
        table.title(),
        table.source(),
        table.from(),
        table.statedEnd(),
        inForce,
        table.isOutlivedOn(today),
        table.rest().toMinutes(),
        table.grades().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(GradeView::of)
            .toList());
  }
}
