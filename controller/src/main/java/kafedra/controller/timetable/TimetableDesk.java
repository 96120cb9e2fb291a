package kafedra.controller.timetable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.DoublePromiseException;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Series;
import kafedra.controller.booking.Steps;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Roster;

/**
 * Takes timetable files into the schedule. What would be done is found out on a copy of the
 * schedule; the same is then done in one act, or nothing when it is no longer the same.
 */
public final class TimetableDesk {
  private final Roster roster;
  private final Calendar calendar;
  private final BookingDesk bookings;
  private final TimetableStore store;
  private final TimetableReader reader;
  private final NameDistance distance;
  private final InstantSource clock;

  /** One file at a time: what the last one left is what the next one changes. */
  private final ReentrantLock turn = new ReentrantLock();

  public TimetableDesk(
      Roster roster,
      Calendar calendar,
      BookingDesk bookings,
      TimetableStore store,
      TimetableReader reader,
      NameDistance distance,
      InstantSource clock) {
    this.roster = roster;
    this.calendar = calendar;
    this.bookings = bookings;
    this.store = store;
    this.reader = reader;
    this.distance = distance;
    this.clock = clock;
  }

  /** Undoes a piece of work that would not do what somebody agreed to. */
  private static final class OtherwiseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportReport report;

    OtherwiseException(ImportReport report) {
      super("undone on purpose", null, false, false);
      this.report = report;
    }
  }

  /** What a file would do to the schedule. */
  public ImportOutcome preview(byte[] file, ImportWish wish) {
    return switch (reader.read(file, wish.frame().reading())) {
      case TimetableFile.Refused refused -> new ImportOutcome.Unreadable(refused.problem());
      case TimetableFile.Usable usable -> preview(usable, wish);
    };
  }

  private ImportOutcome preview(TimetableFile.Usable file, ImportWish wish) {
    List<LessonNeeds> lessons = needs(file, wish);
    if (tooMany(lessons)) {
      return new ImportOutcome.Unreadable(FileProblem.ofFile(FileFault.TOO_MANY_BOOKINGS));
    }
    return new ImportOutcome.Planned(rehearse(file, lessons, wish));
  }

  private ImportReport rehearse(
      TimetableFile.Usable file, List<LessonNeeds> lessons, ImportWish wish) {
    Map<BookingId, String> sources = store.sources(wish.school());
    return bookings.rehearse(steps -> {
      Renewal.Done done = renew(steps, lessons, sources, wish);
      return report(steps, file, lessons, sources, done);
    });
  }

  /**
   * Does what a preview said; returns after the commit.
   *
   * @param token of the report that somebody agreed to
   */
  public ImportOutcome apply(byte[] file, ImportWish wish, String token) {
    return switch (reader.read(file, wish.frame().reading())) {
      case TimetableFile.Refused refused -> new ImportOutcome.Unreadable(refused.problem());
      case TimetableFile.Usable usable -> {
        turn.lock();
        try {
          yield apply(usable, wish, token);
        } finally {
          turn.unlock();
        }
      }
    };
  }

  private ImportOutcome apply(TimetableFile.Usable file, ImportWish wish, String token) {
    List<LessonNeeds> lessons = needs(file, wish);
    if (tooMany(lessons)) {
      return new ImportOutcome.Unreadable(FileProblem.ofFile(FileFault.TOO_MANY_BOOKINGS));
    }
    Map<BookingId, String> sources = store.sources(wish.school());
    Optional<TimetableVersion> newest = store.versions(wish.school()).stream().findFirst();
    try {
      return bookings.together(steps -> apply(steps, file, lessons, sources, wish, token, newest));
    } catch (OtherwiseException otherwise) {
      return new ImportOutcome.Stale(otherwise.report);
    } catch (DoublePromiseException others) {
      return new ImportOutcome.Stale(rehearse(file, lessons, wish));
    }
  }

  private ImportOutcome apply(
      Steps steps,
      TimetableFile.Usable file,
      List<LessonNeeds> lessons,
      Map<BookingId, String> sources,
      ImportWish wish,
      String token,
      Optional<TimetableVersion> newest) {
    steps.enter(series(wish));
    Renewal.Done done = renew(steps, lessons, sources, wish);
    ImportReport report = report(steps, file, lessons, sources, done);
    if (!report.token().equals(token)) {
      throw new OtherwiseException(report);
    }
    Map<BookingId, String> made = new HashMap<>();
    for (Item item : done.items()) {
      Booking booked = item.booked();
      if (booked != null) {
        made.put(booked.id(), item.need().source());
      }
    }
    int number = newest.map(TimetableVersion::number).orElse(0) + 1;
    TimetableVersion version = version(number, wish, file, report);
    Optional<TimetableVersion> same = newest.filter(version::isSameAs);
    if (!report.isChange() && same.isPresent()) {
      return new ImportOutcome.Applied(report, same.get().number());
    }
    steps.attach(
        new TimetableTaken(version, new TimetableRows(roster.premises()).of(report), made));
    return new ImportOutcome.Applied(report, version.number());
  }

  private List<LessonNeeds> needs(TimetableFile.Usable file, ImportWish wish) {
    SchoolCalendar school =
        calendar
            .of(wish.school())
            .orElseThrow(() -> new IllegalArgumentException(wish.school() + " has no calendar"));
    return new Needs(roster, school, wish.frame(), store.names(wish.school()), distance)
        .of(file.lessons());
  }

  private static boolean tooMany(List<LessonNeeds> lessons) {
    return lessons.stream()
            .flatMap(lesson -> lesson.needs().stream())
            .mapToLong(need -> need.slots().size())
            .sum()
        > TimetableLimits.BOOKINGS;
  }

  private Renewal.Done renew(
      Steps steps, List<LessonNeeds> lessons, Map<BookingId, String> sources, ImportWish wish) {
    return new Renewal(
            steps,
            new Renewal.Wish(
                seriesOf(wish.school()),
                lessons.stream().flatMap(lesson -> lesson.needs().stream()).toList(),
                sources,
                wish.frame().reading(),
                wish.shortage(),
                clock.instant(),
                wish.override(),
                wish.madeBy(),
                () -> new BookingId(UUID.randomUUID().toString())))
        .run();
  }

  private ImportReport report(
      Steps steps,
      TimetableFile.Usable file,
      List<LessonNeeds> lessons,
      Map<BookingId, String> sources,
      Renewal.Done done) {
    List<LessonReport> reports =
        new Reports(steps, roster.premises(), lessons, done, sources).all();
    return new ImportReport(
        file.format(),
        file.encoding(),
        file.leftOut(),
        file.problems(),
        reports,
        Reports.token(reports, done));
  }

  private TimetableVersion version(
      int number, ImportWish wish, TimetableFile.Usable file, ImportReport report) {
    Reading reading = wish.frame().reading();
    return new TimetableVersion(
        wish.school(),
        number,
        wish.order(),
        wish.orderDate(),
        reading.first(),
        reading.last(),
        wish.frame().firstWeek(),
        file.format(),
        (int) report.lessons().stream().filter(it -> it.dates().booked() > 0).count(),
        (int) report.lessons().stream().filter(LessonReport::isShort).count(),
        wish.madeBy(),
        clock.instant());
  }

  private Series series(ImportWish wish) {
    return new Series(
        seriesOf(wish.school()),
        Series.Kind.TIMETABLE,
        "",
        "",
        Online.NONE,
        wish.madeBy(),
        clock.instant());
  }

  /** All timetables of a school are one series, so that each can change what the last one left. */
  static SeriesId seriesOf(SchoolId school) {
    UUID named = UUID.nameUUIDFromBytes(("timetable " + school).getBytes(StandardCharsets.UTF_8));
    return new SeriesId(named.toString());
  }

  // --- what is kept -----------------------------------------------------------------------------

  public KnownNames names(SchoolId school) {
    return store.names(school);
  }

  /** Keeps what names of the school's files mean. */
  public void explain(SchoolId school, KnownNames names) {
    store.explain(school, names);
  }

  public List<TimetableVersion> versions(SchoolId school) {
    return store.versions(school);
  }

  public List<TimetableRow> rows(SchoolId school, int version) {
    return store.rows(school, version);
  }
}
