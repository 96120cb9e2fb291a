package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kafedra.contract.config.EditDistance;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.feed.DeskBookings;
import kafedra.controller.feed.FeedContents;
import kafedra.controller.feed.FeedSubject;
import kafedra.controller.files.TimetableFiles;
import kafedra.controller.sqlite.SqliteLessonTeachers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Timetables on a real database: the class 7А has nine pupils, «Зал» ten seats, «Малый зал» four.
 */
@ParameterizedClass
@EnumSource(StoreKind.class)
class TimetableDeskIT {
  private static final SchoolId SCHOOL = new SchoolId("s1");
  private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

  /** Monday, 23 November 2026, 09:00 at the school. */
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  private static final String HEADER = "предмет,класс,учитель,кабинет,день,время,неделя\n";
  private static final String IT_TUESDAY = "Информатика,7А,Ёжикова,Зал,вт,8:30-9:15,\n";

  @TempDir Path folder;
  private final StoreKind kind;
  private final MovableClock clock = new MovableClock(NOW);
  private TestDistrict district;
  private TimetableDesk desk;
  private TimetableStore store;
  private SqliteLessonTeachers teachers;

  TimetableDeskIT(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    district = kind.open(folder, clock);
    store = district.bookingData.timetables();
    teachers = new SqliteLessonTeachers(district.readers, district.writer);
    desk =
        new TimetableDesk(
            district.roster,
            district.calendar,
            district.bookings,
            store,
            teachers,
            new TimetableFiles(),
            EditDistance::between,
            clock);
  }

  @AfterEach
  void close() {
    district.close();
  }

  /** Four weeks, of which the first is the first of the cycle. */
  private static ImportWish wish(Shortage shortage, String order) {
    LocalDate first = LocalDate.of(2026, 11, 23);
    return new ImportWish(
        SCHOOL,
        new Frame(new Reading(ZONE, first, LocalDate.of(2026, 12, 20)), first),
        shortage,
        order,
        LocalDate.of(2026, 11, 20),
        null,
        "lib1");
  }

  private static byte[] file(String... rows) {
    return (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
  }

  private ImportReport preview(byte[] file) {
    return preview(file, Shortage.LEAVE_OUT);
  }

  private ImportReport preview(byte[] file, Shortage shortage) {
    ImportOutcome outcome = desk.preview(file, wish(shortage, "17-р"));
    assertThat(outcome).isInstanceOf(ImportOutcome.Planned.class);
    return ((ImportOutcome.Planned) outcome).report();
  }

  private ImportReport apply(byte[] file) {
    return apply(file, Shortage.LEAVE_OUT);
  }

  private ImportReport apply(byte[] file, Shortage shortage) {
    ImportReport seen = preview(file, shortage);
    ImportOutcome outcome = desk.apply(file, wish(shortage, "17-р"), seen.token());
    assertThat(outcome).isInstanceOf(ImportOutcome.Applied.class);
    ImportReport done = ((ImportOutcome.Applied) outcome).report();
    assertThat(done.token()).isEqualTo(seen.token());
    assertThat(done.lessons())
        .extracting(LessonReport::fate)
        .isEqualTo(seen.lessons().stream().map(LessonReport::fate).toList());
    return done;
  }

  private List<Booking> booked() {
    return district.bookings.ofSeries(TimetableDesk.seriesOf(SCHOOL)).stream()
        .filter(Booking::isLive)
        .toList();
  }

  private static TimeSlot slot(int day, int hour, int minute) {
    return TimeSlot.of(
        LocalDate.of(2026, 11, day).atTime(hour, minute).atZone(ZONE).toInstant(),
        Duration.ofMinutes(45));
  }

  private static Fate onlyFate(ImportReport report) {
    assertThat(report.lessons()).hasSize(1);
    return report.lessons().getFirst().fate();
  }

  private Booking book(String id, TimeSlot slot, int seats) {
    BookingOutcome outcome =
        district.bookings.place(
            new BookingWish(
                new BookingId(id),
                new Holder.OfPerson(new PersonId("p20")),
                TestDistrict.L1,
                new SeatWish.Any(seats, Set.of()),
                slot,
                Purpose.PROJECT,
                "Кружок",
                "lib1"));
    assertThat(outcome).isInstanceOf(BookingOutcome.Placed.class);
    return ((BookingOutcome.Placed) outcome).booking();
  }

  @Test
  void reservesASeatForEveryPupilOnEveryDate() {
    ImportReport report = apply(file(IT_TUESDAY));

    assertThat(onlyFate(report)).isEqualTo(Fate.NEW);
    assertThat(report.lessons().getFirst().dates().added()).isEqualTo(4);
    assertThat(booked()).hasSize(4);
    Booking first = booked().getFirst();
    assertThat(first.slot()).isEqualTo(slot(24, 8, 30));
    assertThat(first.seats()).hasSize(9);
    assertThat(first.holder()).isEqualTo(new Holder.OfGroup(new GroupId("g1")));
    assertThat(first.purpose()).isEqualTo(Purpose.LESSON);
    assertThat(first.label()).isEqualTo("Информатика");
    assertThat(district.announced).hasSize(4);
  }

  @Test
  void previewsWithoutChangingAnything() {
    assertThat(preview(file(IT_TUESDAY)).count(Fate.NEW)).isEqualTo(1);

    assertThat(booked()).isEmpty();
    assertThat(district.bookingData.number("SELECT count(*) FROM booking")).isZero();
    assertThat(district.bookingData.number("SELECT count(*) FROM series")).isZero();
    assertThat(district.bookingData.number("SELECT count(*) FROM timetable")).isZero();
  }

  @Test
  void changesNothingWhenTakenInTwice() {
    apply(file(IT_TUESDAY));
    List<Booking> before = booked();

    ImportReport again = apply(file(IT_TUESDAY));

    assertThat(onlyFate(again)).isEqualTo(Fate.UNCHANGED);
    assertThat(again.isChange()).isFalse();
    assertThat(booked()).isEqualTo(before);
    assertThat(desk.versions(SCHOOL)).hasSize(1);
  }

  @Test
  void movesWhatMoved() {
    apply(file(IT_TUESDAY));
    List<BookingId> before = booked().stream().map(Booking::id).toList();

    ImportReport report = apply(file(IT_TUESDAY.replace("вт,8:30-9:15", "чт,10:00-10:45")));

    assertThat(onlyFate(report)).isEqualTo(Fate.MOVED);
    assertThat(booked()).extracting(Booking::id).containsExactlyElementsOf(before);
    assertThat(booked().getFirst().slot()).isEqualTo(slot(26, 10, 0));
    assertThat(booked()).hasSize(4);
  }

  @Test
  void letsTwoLessonsChangePlaces() {
    String physics = IT_TUESDAY.replace("Информатика", "Физика");
    apply(file(IT_TUESDAY, physics.replace("вт", "ср")));

    ImportReport report = apply(file(IT_TUESDAY.replace("вт", "ср"), physics));

    assertThat(report.lessons()).extracting(LessonReport::fate).containsOnly(Fate.MOVED);
    assertThat(booked()).hasSize(8);
    assertThat(booked().getFirst().label()).isEqualTo("Физика");
    assertThat(booked().getFirst().slot()).isEqualTo(slot(24, 8, 30));
  }

  @Test
  void givesBackWhatIsGone() {
    apply(file(IT_TUESDAY, IT_TUESDAY.replace("Информатика", "Физика").replace("вт", "ср")));

    ImportReport report = apply(file(IT_TUESDAY));

    assertThat(report.lessons())
        .extracting(LessonReport::fate)
        .containsExactly(Fate.UNCHANGED, Fate.GONE);
    assertThat(report.lessons().get(1).label()).isEqualTo("Физика");
    assertThat(report.lessons().get(1).dates().dropped()).isEqualTo(4);
    assertThat(booked()).hasSize(4);
    assertThat(
            district.bookingData.number("SELECT count(*) FROM booking WHERE status = 'CANCELLED'"))
        .isEqualTo(4);
  }

  @Test
  void leavesBookingsOfOthersAlone() {
    Booking other = book("b-1", slot(24, 12, 0), 1);
    apply(file(IT_TUESDAY));

    apply(file(IT_TUESDAY.replace("вт", "пт")));

    assertThat(district.bookings.find(other.id())).contains(other);
  }

  @Test
  void tellsWhoHasTheSeats() {
    book("b-1", slot(24, 8, 0), 2);

    ImportReport report = apply(file(IT_TUESDAY.replace("8:30-9:15", "8:00-8:45")));

    LessonReport lesson = report.lessons().getFirst();
    assertThat(lesson.fate()).isEqualTo(Fate.IN_CONFLICT);
    assertThat(lesson.dates().added()).isEqualTo(3);
    assertThat(lesson.dates().refused()).isEqualTo(1);
    assertThat(lesson.against()).hasSize(1);
    assertThat(lesson.against().getFirst().slot()).isEqualTo(slot(24, 8, 0));
    assertThat(lesson.against().getFirst().others())
        .extracting(it -> it.id().value())
        .containsExactly("b-1");
    assertThat(booked()).hasSize(3);
  }

  @Test
  void listsShortagesAndBooksWhatIsFreeOnlyWhenAsked() {
    byte[] file = file(IT_TUESDAY.replace("Зал", "Малый зал"));

    ImportReport left = apply(file);
    assertThat(onlyFate(left)).isEqualTo(Fate.NOT_ENOUGH_SEATS);
    assertThat(booked()).isEmpty();

    ImportReport booked = apply(file, Shortage.BOOK_FREE);
    assertThat(onlyFate(booked)).isEqualTo(Fate.NOT_ENOUGH_SEATS);
    assertThat(booked.lessons().getFirst().wanted()).isEqualTo(9);
    assertThat(booked.lessons().getFirst().given()).isEqualTo(4);
    assertThat(booked()).hasSize(4).allSatisfy(it -> assertThat(it.seats()).hasSize(4));
    assertThat(desk.versions(SCHOOL).getFirst().shortages()).isEqualTo(1);
    assertThat(desk.rows(SCHOOL, 2))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.isShort()).isTrue();
          assertThat(row.rooms()).isEqualTo("Малый зал");
          assertThat(row.seats()).isEqualTo("1, 2, 3, 4");
        });

    ImportReport again = apply(file, Shortage.BOOK_FREE);
    assertThat(again.isChange()).isFalse();

    apply(file, Shortage.LEAVE_OUT);
    assertThat(booked()).isEmpty();
  }

  @Test
  void refusesToDoWhatNobodySaw() {
    byte[] file = file(IT_TUESDAY);
    ImportReport seen = preview(file);
    book("b-1", slot(24, 8, 30), 2);

    ImportOutcome outcome = desk.apply(file, wish(Shortage.LEAVE_OUT, "17-р"), seen.token());

    assertThat(outcome).isInstanceOf(ImportOutcome.Stale.class);
    assertThat(((ImportOutcome.Stale) outcome).report().token()).isNotEqualTo(seen.token());
    assertThat(booked()).isEmpty();
    assertThat(district.bookingData.number("SELECT count(*) FROM series")).isZero();
    assertThat(district.bookingData.number("SELECT count(*) FROM booking")).isEqualTo(1);
  }

  @Test
  void isForgottenWhollyWhenTheDatabaseRefusesThePartThatIsWrittenLast() {
    byte[] file = file(IT_TUESDAY);
    ImportReport seen = preview(file);
    int _ =
        district.bookingData.run(
            switch (kind) {
              case SQLITE ->
                  """
                  CREATE TRIGGER full BEFORE INSERT ON timetable_booking
                  BEGIN SELECT RAISE(ABORT, 'disk full'); END
                  """;
              case POSTGRESQL -> "ALTER TABLE timetable_booking ADD CHECK (false)";
            });

    assertThat(
            catchThrowable(() -> desk.apply(file, wish(Shortage.LEAVE_OUT, "17-р"), seen.token())))
        .isNotNull();

    assertThat(booked()).isEmpty();
    assertThat(district.bookings.freeSeats(TestDistrict.L1, slot(24, 8, 30), Set.of())).hasSize(10);
    assertThat(district.bookingData.number("SELECT count(*) FROM booking")).isZero();
    assertThat(district.bookingData.number("SELECT count(*) FROM timetable")).isZero();
  }

  @Test
  void knowsItsBookingsAgainAfterARestart() {
    apply(file(IT_TUESDAY));
    district.close();
    open();

    ImportReport report = apply(file(IT_TUESDAY.replace("вт", "ср")));

    assertThat(onlyFate(report)).isEqualTo(Fate.MOVED);
    assertThat(booked()).hasSize(4);
  }

  @Test
  void takesOtherRoomsForNoneOfOursAndSuggestsWhatIsNear() {
    ImportReport report = preview(file(IT_TUESDAY.replace("Зал", "Зап")));

    LessonReport lesson = report.lessons().getFirst();
    assertThat(lesson.fate()).isEqualTo(Fate.NO_LAB);
    assertThat(lesson.unknown())
        .containsExactly(new UnknownName(UnknownName.Kind.ROOM, "Зап", List.of("Зал")));
  }

  @Test
  void remembersWhatNamesMean() {
    byte[] file = file("Информатика,7 класс Вершина,Ёжикова,Комп. класс,вт,8:30-9:15,\n");
    assertThat(onlyFate(preview(file))).isEqualTo(Fate.NO_LAB);

    desk.explain(SCHOOL, new KnownNames(Map.of("Комп. класс", "l1"), Map.of()));
    LessonReport unmatched = preview(file).lessons().getFirst();
    assertThat(unmatched.fate()).isEqualTo(Fate.UNMATCHED_GROUP);
    assertThat(unmatched.unknown())
        .extracting(UnknownName::name)
        .containsExactly("7 класс Вершина");

    desk.explain(SCHOOL, new KnownNames(Map.of(), Map.of("7 класс Вершина", "g1")));
    assertThat(onlyFate(preview(file))).isEqualTo(Fate.NEW);

    desk.explain(SCHOOL, new KnownNames(Map.of("Комп. класс", ""), Map.of()));
    assertThat(onlyFate(preview(file))).isEqualTo(Fate.NO_LAB);
    assertThat(desk.names(SCHOOL).groups()).containsEntry("7 класс Вершина", "g1");
  }

  @Test
  void readsClassesHoweverTheyAreWritten() {
    for (String name : List.of("7 а", "7-А", "7A", "«7А»", "7 \"\"А\"\"")) {
      byte[] file = file(IT_TUESDAY.replace(",7А,", ",\"" + name + "\","));
      assertThat(onlyFate(preview(file))).as(name).isEqualTo(Fate.NEW);
    }
  }

  @Test
  void countsWeeksFromTheFirst() {
    apply(file(IT_TUESDAY.replace(",\n", ",чёт\n")));

    assertThat(booked()).hasSize(2);
    assertThat(booked().getFirst().slot().start())
        .isEqualTo(slot(24, 8, 30).start().plus(Duration.ofDays(7)));
  }

  @Test
  void takesTheSchoolsBellsBeforeTheFilesTimes() {
    byte[] file =
        "предмет,класс,кабинет,день,урок,время\nИнформатика,7А,Зал,пн,1,9:00-9:45\n"
            .getBytes(StandardCharsets.UTF_8);

    apply(file);

    assertThat(booked().getFirst().slot()).isEqualTo(slot(30, 8, 30));
  }

  @Test
  void saysWhyALessonCannotBe() {
    assertThat(onlyFate(preview(file(IT_TUESDAY.replace("8:30-9:15", "21:00-21:45")))))
        .isEqualTo(Fate.OUTSIDE_HOURS);
    byte[] unbelled =
        "предмет,класс,кабинет,день,урок\nИнформатика,7А,Зал,вт,5\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(onlyFate(preview(unbelled))).isEqualTo(Fate.NO_BELL);
    byte[] dated =
        "предмет,класс,кабинет,дата,время\nИнформатика,7А,Зал,05.09.2026,8:30-9:15\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(onlyFate(preview(dated))).isEqualTo(Fate.OUTSIDE_YEAR);
    byte[] begun =
        "предмет,класс,кабинет,дата,время\nИнформатика,7А,Зал,23.11.2026,8:30-9:15\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(onlyFate(preview(begun))).isEqualTo(Fate.OVER);
  }

  @Test
  void leavesWhatIsOverAsItWas() {
    apply(file(IT_TUESDAY));
    clock.pass(Duration.ofDays(10));

    apply(file(IT_TUESDAY.replace("вт", "ср")));

    assertThat(booked()).hasSize(4);
    assertThat(booked().get(0).slot()).isEqualTo(slot(24, 8, 30));
    assertThat(booked().get(1).slot().start())
        .isEqualTo(slot(24, 8, 30).start().plus(Duration.ofDays(7)));
    assertThat(booked().get(2).slot().start())
        .isEqualTo(slot(25, 8, 30).start().plus(Duration.ofDays(14)));
  }

  @Test
  void keepsVersionsWithTheirOrders() {
    apply(file(IT_TUESDAY));
    apply(file(IT_TUESDAY.replace("вт", "ср")));

    assertThat(desk.versions(SCHOOL))
        .extracting(TimetableVersion::number, TimetableVersion::order, TimetableVersion::lessons)
        .containsExactly(tuple(2, "17-р", 1), tuple(1, "17-р", 1));
    assertThat(desk.rows(SCHOOL, 1))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.day()).isEqualTo(DayOfWeek.TUESDAY);
          assertThat(row.participants()).isEqualTo("7А");
          assertThat(row.given()).isEqualTo(9);
        });
  }

  @Test
  void tellsClashesOfTheFileWithTheLesson() {
    ImportReport report =
        preview(
            file(IT_TUESDAY, IT_TUESDAY.replace("Информатика", "Физика").replace("Ёжикова", "Б")));

    assertThat(report.lessons()).allSatisfy(it -> assertThat(it.clashes()).isNotEmpty());
    assertThat(report.lessons())
        .extracting(LessonReport::fate)
        .containsExactly(Fate.NEW, Fate.IN_CONFLICT);
    assertThat(report.lessons().get(1).against().getFirst().others())
        .extracting(Booking::label)
        .containsExactly("Информатика");
  }

  @Test
  void touchesNothingOfAnotherSchool() {
    apply(file(IT_TUESDAY));

    assertThat(desk.versions(new SchoolId("s2"))).isEmpty();
    assertThat(desk.rows(new SchoolId("s2"), 1)).isEmpty();
    assertThat(booked())
        .allSatisfy(it -> assertThat(it.status()).isEqualTo(BookingStatus.CONFIRMED));
  }

  private void hire(String id, String first, String last) {
    int _ =
        district.writer.write(db -> {
          try (PreparedStatement insert =
              db.prepareStatement(
                  "INSERT INTO person (id, school_id, username, first_name, last_name, role,"
                      + " search) VALUES (?1, 's1', ?1, ?2, ?3, 'TEACHER', '')")) {
            insert.setString(1, id);
            insert.setString(2, first);
            insert.setString(3, last);
            return insert.executeUpdate();
          }
        });
  }

  @Test
  void lessonsAreTheirTeachersAndWhoCannotBeToldIsListed() {
    hire("t1", "Анна Петровна", "Ёжикова");
    hire("t2", "Ольга", "Иванова");
    hire("t3", "Олег", "Иванова");
    byte[] file =
        file(
            IT_TUESDAY.replace("Ёжикова", "Ежикова А. П."),
            "Физика,7А,Иванова О.,Зал,ср,8:30-9:15,\n",
            "Химия,7А,вакансия,Зал,чт,8:30-9:15,\n");

    assertThat(preview(file).teachers())
        .containsExactly(
            new UnknownTeacher("Иванова О.", UnknownTeacher.Why.SEVERAL),
            new UnknownTeacher("вакансия", UnknownTeacher.Why.NOBODY));
    apply(file);

    List<BookingId> informatics =
        booked().stream().filter(it -> it.label().equals("Информатика")).map(Booking::id).toList();
    assertThat(informatics).hasSize(4);
    assertThat(teachers.heldBy(new PersonId("t1")))
        .containsExactlyInAnyOrderElementsOf(informatics);
    assertThat(teachers.heldBy(new PersonId("t2"))).isEmpty();
    assertThat(teachers.heldBy(new PersonId("t3"))).isEmpty();
  }

  @Test
  void anotherTeacherOfTheNextFileTakesTheLessonsOver() {
    hire("t1", "Анна Петровна", "Ёжикова");
    hire("t2", "Ольга Юрьевна", "Иванова");
    apply(file(IT_TUESDAY.replace("Ёжикова", "Ёжикова Анна Петровна")));
    assertThat(teachers.heldBy(new PersonId("t1"))).hasSize(4);

    apply(file(IT_TUESDAY.replace("Ёжикова", "Иванова О. Ю.")));

    assertThat(teachers.heldBy(new PersonId("t1"))).isEmpty();
    assertThat(teachers.heldBy(new PersonId("t2"))).hasSize(4);
  }

  @Test
  void aTeachersCalendarHasTheLessonsAndAnotherTeachersHasNot() {
    hire("t1", "Анна Петровна", "Ёжикова");
    hire("t2", "Ольга Юрьевна", "Иванова");
    apply(file(IT_TUESDAY.replace("Ёжикова", "Ёжикова А.П.")));
    FeedContents feeds =
        new FeedContents(new DeskBookings(district.bookings, teachers), district.roster, clock);

    assertThat(feeds.of(new FeedSubject.OfPerson(new PersonId("t1"))).orElseThrow().items())
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.group()).contains("7А"));
    assertThat(feeds.of(new FeedSubject.OfPerson(new PersonId("t2"))).orElseThrow().items())
        .isEmpty();
  }
}
