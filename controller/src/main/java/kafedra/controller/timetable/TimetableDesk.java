package kafedra.controller.timetable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.PersonId;
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
import kafedra.controller.roster.Member;
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
  private final LessonTeachers teachers;
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
      LessonTeachers teachers,
      TimetableReader reader,
      NameDistance distance,
      InstantSource clock) {
    this.roster = roster;
    this.calendar = calendar;
    this.bookings = bookings;
    this.store = store;
    this.teachers = teachers;
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
    TeacherNames known = teachersOf(wish.school());
    return bookings.rehearse(steps -> {
      Renewal.Done done = renew(steps, lessons, sources, wish);
      return report(steps, file, lessons, sources, done, known);
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
    TeacherNames known = teachersOf(wish.school());
    try {
      Act done =
          bookings.together(
              steps -> apply(steps, file, lessons, sources, wish, token, newest, known));
      teachers.put(done.teachers());
      return done.outcome();
    } catch (OtherwiseException otherwise) {
      return new ImportOutcome.Stale(otherwise.report);
    } catch (DoublePromiseException others) {
      return new ImportOutcome.Stale(rehearse(file, lessons, wish));
    }
  }

  /** What was done in the schedule, and who holds the lessons of it. */
  private record Act(ImportOutcome outcome, Map<BookingId, List<PersonId>> teachers) {}

  private TeacherNames teachersOf(SchoolId school) {
    return new TeacherNames(roster.membersOf(school).stream().map(Member::person).toList());
  }

  private Act apply(
      Steps steps,
      TimetableFile.Usable file,
      List<LessonNeeds> lessons,
      Map<BookingId, String> sources,
      ImportWish wish,
      String token,
      Optional<TimetableVersion> newest,
      TeacherNames known) {
    steps.enter(series(wish));
    Renewal.Done done = renew(steps, lessons, sources, wish);
    ImportReport report = report(steps, file, lessons, sources, done, known);
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
      return new Act(
          new ImportOutcome.Applied(report, same.get().number()), held(lessons, done, known));
    }
    steps.attach(
        new TimetableTaken(version, new TimetableRows(roster.premises()).of(report), made));
    return new Act(new ImportOutcome.Applied(report, version.number()), held(lessons, done, known));
  }

  private static Map<BookingId, List<PersonId>> held(
      List<LessonNeeds> lessons, Renewal.Done done, TeacherNames known) {
    Map<Need, List<PersonId>> byNeed = new HashMap<>();
    for (LessonNeeds lesson : lessons) {
      List<PersonId> holding =
          lesson.lesson().teachers().stream()
              .map(known::of)
              .filter(them -> them.size() == 1)
              .map(List::getFirst)
              .distinct()
              .toList();
      lesson.needs().forEach(need -> byNeed.put(need, holding));
    }
    Map<BookingId, List<PersonId>> held = new HashMap<>();
    for (Item item : done.items()) {
      Booking booked = item.booked();
      if (booked != null) {
        held.put(booked.id(), byNeed.getOrDefault(item.need(), List.of()));
      }
    }
    return held;
  }

  /** Names of teachers whose lessons are in labs and in nobody's calendar; by name. */
  private static List<UnknownTeacher> unknown(List<LessonNeeds> lessons, TeacherNames known) {
    return lessons.stream()
        .filter(lesson -> !lesson.needs().isEmpty())
        .flatMap(lesson -> lesson.lesson().teachers().stream())
        .distinct()
        .sorted()
        .flatMap(name ->
            switch (known.of(name).size()) {
              case 0 -> Stream.of(new UnknownTeacher(name, UnknownTeacher.Why.NOBODY));
              case 1 -> Stream.<UnknownTeacher>empty();
              default -> Stream.of(new UnknownTeacher(name, UnknownTeacher.Why.SEVERAL));
            })
        .toList();
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
      Renewal.Done done,
      TeacherNames known) {
    List<LessonReport> reports =
        new Reports(steps, roster.premises(), lessons, done, sources).all();
    return new ImportReport(
        file.format(),
        file.encoding(),
        file.leftOut(),
        file.problems(),
        reports,
        unknown(lessons, known),
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
