package kafedra.controller.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.access.StaffRole;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Bundle;
import kafedra.controller.booking.BundleOutcome;
import kafedra.controller.booking.ChangeOutcome;
import kafedra.controller.booking.Event;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Requester;
import kafedra.controller.booking.Scope;
import kafedra.controller.booking.Series;
import kafedra.controller.recurrence.Expansion;
import kafedra.controller.recurrence.Occurrence;
import kafedra.controller.recurrence.Recurrences;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** Bookings that are made together: recurring ones, and events over several schools. */
final class SeriesResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);
  private static final Access PLANNERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);

  /** Days of one question about events: a school year. */
  private static final int MOST_DAYS = 370;

  /** What became, or would become, of one part. */
  private enum Fate {
    PLACED,
    ALREADY_PLACED,
    /** Nothing was written, and it could have been. */
    POSSIBLE,
    REFUSED,
    /** The local time does not exist: clocks are put forward over it. */
    IN_GAP
  }

  /**
   * One part of what was asked for.
   *
   * @param start local, of an occurrence that does not exist; null elsewhere
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record PartView(
      Fate fate,
      @Nullable LabId lab,
      @Nullable LocalDateTime start,
      @Nullable TimeSlot slot,
      @Nullable BookingView booking,
      @Nullable List<Refusals.ReasonView> reasons,
      @Nullable List<TimeSlot> suggestions) {}

  /**
   * What came of it.
   *
   * @param kept whether anything was written
   * @param words the rule in words; empty for an event
   * @param suggestions when all of an event that was refused could be had at once
   */
  private record OutcomeView(
      SeriesId series,
      boolean kept,
      String words,
      List<PartView> parts,
      List<TimeSlot> suggestions) {}

  private record SeriesView(
      SeriesId id,
      Series.Kind kind,
      String title,
      String rule,
      String link,
      int kbpsPerClient,
      Online.Screens screens,
      String createdBy,
      List<BookingView> bookings) {}

  private final BookingDesk desk;
  private final SiteKnowledge site;
  private final Roster roster;
  private final InstantSource clock;

  SeriesResource(BookingDesk desk, SiteKnowledge site, Roster roster, InstantSource clock) {
    this.desk = desk;
    this.site = site;
    this.roster = roster;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.json(Route.Method.POST, "/series-checks", LIBRARIANS, this::checkSeries),
        Route.json(Route.Method.PUT, "/series/{series}", LIBRARIANS, this::bookSeries),
        Route.get("/series/{series}", PLANNERS, this::series),
        Route.get("/events", PLANNERS, this::events),
        Route.json(Route.Method.POST, "/event-checks", PLANNERS, this::checkEvent),
        Route.json(Route.Method.PUT, "/events/{series}", PLANNERS, this::bookEvent),
        Route.change(Route.Method.DELETE, "/events/{series}", PLANNERS, this::cancelEvent));
  }

  // --- recurring --------------------------------------------------------------------------------

  private Reply checkSeries(Call call) {
    NewSeries body = call.body(NewSeries.class);
    return repeated(call, new SeriesId("check"), body, Bundle.Mode.EACH, Does.CHECK);
  }

  private Reply bookSeries(Call call) {
    NewSeries body = call.body(NewSeries.class);
    return repeated(call, call.pathId("series", SeriesId::new), body, body.modeGiven(), Does.BOOK);
  }

  /** Whether anything shall be written. */
  private enum Does {
    CHECK,
    BOOK
  }

  private Reply repeated(Call call, SeriesId id, NewSeries body, Bundle.Mode mode, Does does) {
    Lab lab = ownLab(call, Fields.id("lab", body.lab(), LabId::new), "lab");
    ZoneId zone = call.premises().school(lab.school()).map(School::zone).orElseThrow();
    Expansion.Occurrences occurrences = occurrences(call, body, zone);
    List<Occurrence.Placed> placed =
        occurrences.all().stream()
            .flatMap(it -> it instanceof Occurrence.Placed one ? Stream.of(one) : Stream.empty())
            .toList();
    boolean gap = placed.size() < occurrences.all().size();
    List<BookingWish> wishes =
        placed.stream().map(it -> body.wish(id, it.slot(), call.staff().login())).toList();
    wishes.stream().limit(1).forEach(it -> Holders.requireOwn(call, roster, it.holder()));
    LocalDate first = occurrences.all().getFirst().start().toLocalDate();
    String words = new SeriesText(call.tongue()).rule(occurrences.rule(), first, zone);
    Series series =
        new Series(
            id,
            Series.Kind.RECURRING,
            NewSeries.titled(body.title()),
            occurrences.rule().text(),
            NewBooking.online(body.link(), body.kbpsPerClient(), body.screens()),
            call.staff().login(),
            clock.instant());
    boolean whole = mode == Bundle.Mode.ALL_OR_NOTHING;
    Bundle bundle = new Bundle(series, wishes, mode);
    // an occurrence that does not exist is one that cannot be granted
    BundleOutcome outcome =
        does == Does.CHECK || (whole && gap) ? desk.check(bundle) : desk.place(bundle);
    return reply(call, id, words, wishes, gaps(occurrences), outcome);
  }

  private static List<PartView> gaps(Expansion.Occurrences occurrences) {
    List<PartView> gaps = new ArrayList<>();
    for (Occurrence each : occurrences.all()) {
      if (each instanceof Occurrence.InGap gap) {
        gaps.add(new PartView(Fate.IN_GAP, null, gap.start(), null, null, null, null));
      }
    }
    return gaps;
  }

  private static Expansion.Occurrences occurrences(Call call, NewSeries body, ZoneId zone) {
    return switch (Recurrences.expand(body.when(zone))) {
      case Expansion.Occurrences all -> all;
      case Expansion.Refused refused -> {
        SeriesText text = new SeriesText(call.tongue());
        throw Problem.faulty(
            ProblemCode.BAD_SERIES,
            refused.problems().stream()
                .map(it -> new Problem.Fault(it.field(), text.problem(it)))
                .toList());
      }
    };
  }

  // --- events -----------------------------------------------------------------------------------

  private Reply events(Call call) {
    List<SchoolId> schools = call.schools().stream().map(School::id).toList();
    return Reply.ok(EventView.list(Event.touching(desk, schools, call.range(MOST_DAYS)), roster));
  }

  private Reply checkEvent(Call call) {
    return event(call, new SeriesId("check"), Does.CHECK);
  }

  private Reply bookEvent(Call call) {
    return event(call, call.pathId("series", SeriesId::new), Does.BOOK);
  }

  private Reply event(Call call, SeriesId id, Does does) {
    NewEvent body = call.body(NewEvent.class);
    String title = Fields.text("title", body.title(), BookingWish.LONGEST_LABEL);
    List<BookingWish> wishes = body.wishes(id, call.staff().login());
    for (int i = 0; i < wishes.size(); i++) {
      ownLab(call, wishes.get(i).lab(), "legs[" + i + "].lab");
      Holders.requireOwn(call, roster, wishes.get(i).holder());
    }
    Series series =
        new Series(
            id,
            Series.Kind.EVENT,
            title,
            "",
            NewBooking.online(body.link(), body.kbpsPerClient(), body.screens()),
            call.staff().login(),
            clock.instant());
    Bundle bundle = new Bundle(series, wishes, Bundle.Mode.ALL_OR_NOTHING);
    BundleOutcome outcome = does == Does.CHECK ? desk.check(bundle) : desk.place(bundle);
    return reply(call, id, "", wishes, List.of(), outcome);
  }

  private Reply cancelEvent(Call call) {
    SeriesId id = call.pathId("series", SeriesId::new);
    List<Booking> all = desk.ofSeries(id);
    if (all.isEmpty() || !all.stream().map(Booking::school).allMatch(call::maySee)) {
      throw Problem.of(ProblemCode.NOT_FOUND);
    }
    List<Booking> live = all.stream().filter(Booking::isLive).toList();
    if (live.isEmpty()) {
      return Reply.ok(List.of()); // repeating changes nothing
    }
    Booking first = live.getFirst();
    Requester by = Requester.of(call.staff().login());
    ChangeOutcome outcome = desk.cancel(first.id(), first.version(), Scope.FOLLOWING, by);
    return switch (outcome) {
      case ChangeOutcome.Changed it -> Reply.ok(BookingView.list(it.after(), roster, site));
      case ChangeOutcome.Outdated it ->
          throw Problem.with(
              ProblemCode.OUTDATED,
              Problem.Extra.ofBooking(
                  BookingView.list(List.of(it.current()), roster, site).getFirst()));
      case ChangeOutcome.NotLive it -> Reply.ok(List.of());
      case ChangeOutcome.NoSuchBooking it -> throw Problem.of(ProblemCode.NOT_FOUND);
      case ChangeOutcome.Refused it ->
          throw Refusals.problem(it.reasons(), it.suggestions(), call.tongue());
    };
  }

  // --- both -------------------------------------------------------------------------------------

  private static Lab ownLab(Call call, LabId id, String field) {
    return call.premises()
        .lab(id)
        .filter(lab -> call.maySee(lab.school()))
        .orElseThrow(() -> Problem.at(ProblemCode.BAD_FIELD, field));
  }

  private Reply reply(
      Call call,
      SeriesId id,
      String words,
      List<BookingWish> wishes,
      List<PartView> gaps,
      BundleOutcome outcome) {
    boolean kept = outcome.kept() == BundleOutcome.Kept.KEPT;
    List<PartView> parts = new ArrayList<>(gaps);
    for (int i = 0; i < wishes.size(); i++) {
      parts.add(part(wishes.get(i), outcome.each().get(i), kept, call.tongue()));
    }
    return Reply.ok(new OutcomeView(id, kept, words, parts, outcome.suggestions()));
  }

  private PartView part(BookingWish wish, BookingOutcome outcome, boolean kept, Tongue tongue) {
    return switch (outcome) {
      case BookingOutcome.Placed it when kept -> granted(wish, Fate.PLACED, it.booking());
      case BookingOutcome.Placed it ->
          new PartView(Fate.POSSIBLE, wish.lab(), null, wish.slot(), null, null, null);
      case BookingOutcome.AlreadyPlaced it -> granted(wish, Fate.ALREADY_PLACED, it.booking());
      case BookingOutcome.Refused it ->
          new PartView(
              Fate.REFUSED,
              wish.lab(),
              null,
              wish.slot(),
              null,
              Refusals.views(it.reasons(), tongue),
              it.suggestions());
    };
  }

  private PartView granted(BookingWish wish, Fate fate, Booking booking) {
    BookingView view = BookingView.list(List.of(booking), roster, site).getFirst();
    return new PartView(fate, wish.lab(), null, wish.slot(), view, null, null);
  }

  private Reply series(Call call) {
    SeriesId id = call.pathId("series", SeriesId::new);
    List<Booking> own =
        desk.ofSeries(id).stream().filter(booking -> call.maySee(booking.school())).toList();
    Series series =
        desk.series(id)
            .filter(it -> !own.isEmpty())
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    return Reply.ok(
        new SeriesView(
            series.id(),
            series.kind(),
            series.title(),
            series.rule(),
            series.online().link(),
            series.online().kbpsPerClient(),
            series.online().screens(),
            series.madeBy(),
            BookingView.list(own, roster, site)));
  }
}
