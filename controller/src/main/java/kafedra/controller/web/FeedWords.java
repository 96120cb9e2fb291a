package kafedra.controller.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.feed.CalendarFile;
import kafedra.controller.feed.FeedItem;
import kafedra.controller.feed.FeedSubject;
import kafedra.controller.feed.FeedView;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Workstation;

/** A feed in the words of its language. */
final class FeedWords {
  private static final Duration REFRESH = Duration.ofHours(1);

  private final Tongue tongue;
  private final FeedSubject subject;
  private final Premises premises;

  FeedWords(Tongue tongue, FeedSubject subject, Premises premises) {
    this.tongue = tongue;
    this.subject = subject;
    this.premises = premises;
  }

  CalendarFile file(FeedView view) {
    return new CalendarFile(
        tongue.text("feed.name", view.name()),
        view.zone(),
        REFRESH,
        view.items().stream().map(this::entry).toList());
  }

  private CalendarFile.Entry entry(FeedItem item) {
    return new CalendarFile.Entry(
        item.id().value() + "@kafedra",
        item.slot(),
        item.version(),
        item.madeAt(),
        item.standing(),
        summary(item),
        location(item),
        details(item));
  }

  /**
   * «7А · Урок: Олимпиада»; the group's own calendar need not name it. That it is cancelled is said
   * here too: Moodle was read to know no STATUS.
   */
  private String summary(FeedItem item) {
    String group = subject instanceof FeedSubject.OfGroup ? "" : item.group().orElse("");
    String purpose =
        tongue.text("purpose." + item.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String what = item.label().isEmpty() ? purpose : purpose + ": " + item.label();
    String whole = group.isEmpty() ? what : group + " · " + what;
    return switch (item.standing()) {
      case CONFIRMED -> whole;
      case CANCELLED -> tongue.text("feed.cancelled", whole);
    };
  }

  /** «Зал, Главный корпус, Светлый». */
  private String location(FeedItem item) {
    return premises
        .lab(item.lab())
        .map(lab ->
            Stream.concat(
                    Stream.of(lab.name()),
                    premises.building(lab.building()).stream()
                        .flatMap(it -> Stream.of(it.name(), it.village())))
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining(", ")))
        .orElse("");
  }

  /** «Зал · Места 1, 2 · https://…»: of an event's place Moodle shows only what stands here. */
  private String details(FeedItem item) {
    String room =
        subject instanceof FeedSubject.OfLab
            ? ""
            : premises.lab(item.lab()).map(Lab::name).orElse("");
    return Stream.of(room, seats(item.seats()), item.link())
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String seats(List<WorkstationId> seats) {
    List<String> labels =
        seats.stream()
            .flatMap(id -> premises.workstation(id).stream())
            .map(Workstation::label)
            .toList();
    return labels.isEmpty()
        ? ""
        : tongue.text(labels.size() == 1 ? "feed.seat" : "feed.seats", String.join(", ", labels));
  }
}
