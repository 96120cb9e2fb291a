package kafedra.controller.timetable;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.MovableClock;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.BookingJournal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of timetables does. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class TimetableStoreIT {
  private static final SchoolId SCHOOL = new SchoolId("s1");
  private static final TimetableRow WEEKLY =
      row(DayOfWeek.TUESDAY, null, 2, LocalTime.of(9, 25), "Информатика");
  private static final TimetableRow NUMBERED =
      row(DayOfWeek.TUESDAY, null, 2, null, "Физика; it's 100 %");
  private static final TimetableRow LATER =
      row(DayOfWeek.WEDNESDAY, null, null, LocalTime.of(8, 30), "Химия");
  private static final TimetableRow DATED =
      row(null, LocalDate.of(2026, 12, 1), null, LocalTime.of(8, 30), "Экзамен");

  private final StoreKind kind;
  private TestDistrict district;
  private TimetableStore store;

  TimetableStoreIT(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open(@TempDir Path folder) {
    district = kind.open(folder, new MovableClock(MONDAY_10));
    store = district.bookingData.timetables();
  }

  @AfterEach
  void close() {
    district.close();
  }

  private static TimetableRow row(
      @Nullable DayOfWeek day,
      @Nullable LocalDate date,
      @Nullable Integer lesson,
      @Nullable LocalTime starts,
      String subject) {
    return new TimetableRow(
        Fate.NEW, day, date, "10", lesson, lesson, starts, starts, subject, "7А", "Ёжикова", "Зал",
        "1, 2", 9, 8, 4);
  }

  private static TimetableVersion version(int number, @Nullable LocalDate ordered) {
    return new TimetableVersion(
        SCHOOL,
        number,
        "17-р",
        ordered,
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 12, 20),
        LocalDate.of(2026, 11, 23),
        TimetableFile.Format.CSV,
        4,
        1,
        "lib1",
        MONDAY_10.plusMillis(7));
  }

  private void write(Consumer<BookingJournal> work) {
    String _ =
        district
            .bookingStore
            .change(
                journal -> {
                  work.accept(journal);
                  return "";
                },
                () -> {})
            .join();
  }

  private void take(TimetableVersion version, Map<BookingId, String> made, TimetableRow... rows) {
    write(journal -> journal.attach(new TimetableTaken(version, List.of(rows), made)));
  }

  @Test
  void givesBackWhatWasTakenInByDayAndTime() {
    TimetableVersion first = version(1, null);
    TimetableVersion second = version(2, LocalDate.of(2026, 11, 20));
    take(first, Map.of(), DATED, LATER, WEEKLY, NUMBERED);
    take(second, Map.of(), LATER);

    assertThat(store.versions(SCHOOL)).containsExactly(second, first);
    assertThat(store.rows(SCHOOL, 1)).containsExactly(NUMBERED, WEEKLY, LATER, DATED);
    assertThat(store.rows(SCHOOL, 2)).containsExactly(LATER);
    assertThat(store.rows(SCHOOL, 3)).isEmpty();
    assertThat(store.versions(new SchoolId("s2"))).isEmpty();
  }

  @Test
  void knowsWhichLessonABookingIsForFromTheFirstTimeOn() {
    take(version(1, null), Map.of(new BookingId("b-1"), "a", new BookingId("b-2"), "b"));
    take(version(2, null), Map.of(new BookingId("b-2"), "other", new BookingId("b-3"), "c"));

    assertThat(store.sources(SCHOOL))
        .containsOnly(
            Map.entry(new BookingId("b-1"), "a"),
            Map.entry(new BookingId("b-2"), "b"),
            Map.entry(new BookingId("b-3"), "c"));
  }

  @Test
  void keepsNothingOfWorkThatFails() {
    assertThatThrownBy(() ->
            write(journal -> {
              journal.attach(
                  new TimetableTaken(
                      version(1, null), List.of(WEEKLY), Map.of(new BookingId("b-1"), "a")));
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(CompletionException.class);

    assertThat(store.versions(SCHOOL)).isEmpty();
    assertThat(store.rows(SCHOOL, 1)).isEmpty();
    assertThat(store.sources(SCHOOL)).isEmpty();
  }

  @Test
  void keepsNothingUnderANumberThatIsTakenAndWorksOn() {
    take(version(1, null), Map.of(), WEEKLY);
    assertThatThrownBy(() -> take(version(1, null), Map.of(new BookingId("b-1"), "a"), LATER))
        .isInstanceOf(CompletionException.class);
    assertThat(store.rows(SCHOOL, 1)).containsExactly(WEEKLY);
    assertThat(store.sources(SCHOOL)).isEmpty();

    take(version(2, null), Map.of(), LATER);
    assertThat(store.versions(SCHOOL)).hasSize(2);
  }

  @Test
  void learnsNamesAndChangesWhatItKnows() {
    store.explain(SCHOOL, new KnownNames(Map.of("Каб. 5", "l1"), Map.of("7 А", "g1")));
    store.explain(SCHOOL, new KnownNames(Map.of("Каб. 5", "", "Каб. 6", "l2"), Map.of()));

    assertThat(store.names(SCHOOL))
        .isEqualTo(new KnownNames(Map.of("Каб. 5", "", "Каб. 6", "l2"), Map.of("7 А", "g1")));
    assertThat(store.names(new SchoolId("s2"))).isEqualTo(new KnownNames(Map.of(), Map.of()));
  }
}
