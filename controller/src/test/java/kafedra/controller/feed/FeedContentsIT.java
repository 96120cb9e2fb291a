package kafedra.controller.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedContentsIT {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final FeedSubject LAB = new FeedSubject.OfLab(TestDistrict.L1);

  @TempDir Path folder;
  private TestDistrict district;

  @BeforeEach
  void open() {
    district = new TestDistrict(folder, () -> NOW);
  }

  @AfterEach
  void close() {
    district.close();
  }

  /** A schedule of just these bookings, of everybody. */
  private FeedContents contents(List<Booking> all) {
    FeedBookings bookings =
        new FeedBookings() {
          @Override
          public List<Booking> inLab(LabId lab, TimeSlot range) {
            return all;
          }

          @Override
          public List<Booking> ofPerson(PersonId person, TimeSlot range) {
            return all;
          }

          @Override
          public List<Booking> ofGroup(GroupId group, TimeSlot range) {
            return all;
          }

          @Override
          public List<Booking> heldBy(PersonId person, TimeSlot range) {
            return all;
          }
        };
    return new FeedContents(bookings, district.roster, () -> NOW);
  }

  private static Booking booking(String id, Duration fromNow, BookingStatus status) {
    return new Booking(
        new BookingId(id),
        new Holder.OfGroup(new GroupId("g1")),
        new SchoolId("s1"),
        TestDistrict.B1,
        TestDistrict.L1,
        TimeSlot.of(NOW.plus(fromNow), Duration.ofMinutes(45)),
        status == BookingStatus.REFUSED ? List.of() : List.of(new WorkstationId("w1")),
        Purpose.WEBINAR,
        "О звёздах",
        status,
        3,
        "",
        "lib",
        NOW,
        status == BookingStatus.HELD ? NOW.plusSeconds(60) : null,
        null,
        null,
        new Online("https://video.example/stars", 100, Online.Screens.EACH_SEAT));
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, CONFIRMED",
    "CANCELLED, CANCELLED",
    "RELEASED, CANCELLED",
    "HELD, ''",
    "EXPIRED, ''",
    "REFUSED, ''"
  })
  void showsWhatWasPromisedOnly(BookingStatus status, String shown) {
    assertThat(
            contents(List.of(booking("b", Duration.ofHours(1), status)))
                .of(LAB)
                .orElseThrow()
                .items())
        .extracting(it -> it.standing().name())
        .isEqualTo(shown.isEmpty() ? List.of() : List.of(shown));
  }

  @Test
  void showsABookingOnceThatComesByTwoWays() {
    List<Booking> one = List.of(booking("b", Duration.ofHours(1), BookingStatus.CONFIRMED));
    assertThat(contents(one).of(new FeedSubject.OfPerson(new PersonId("p1"))).orElseThrow().items())
        .hasSize(1);
  }

  @Test
  void letsPastBookingsGoFirstAndThenTheFarthestWhenThereAreTooMany() {
    List<Booking> many =
        IntStream.range(-10, FeedContents.MOST + 10)
            .mapToObj(i -> booking("b" + (i + 10), Duration.ofHours(i), BookingStatus.CONFIRMED))
            .toList();
    List<FeedItem> shown = contents(many).of(LAB).orElseThrow().items();
    assertThat(shown).hasSize(FeedContents.MOST);
    assertThat(shown.getFirst().id()).isEqualTo(new BookingId("b10"));
    assertThat(shown.getLast().id()).isEqualTo(new BookingId("b" + (FeedContents.MOST + 9)));
  }

  @Test
  void tellsALabsCalendarNeitherLabelNorSeatsNorLink() {
    List<Booking> one = List.of(booking("b", Duration.ofHours(1), BookingStatus.CONFIRMED));
    FeedItem inLab = contents(one).of(LAB).orElseThrow().items().getFirst();
    assertThat(inLab.label() + inLab.link()).isEmpty();
    assertThat(inLab.seats()).isEmpty();
    assertThat(inLab.group()).contains("7А");

    FeedItem ofGroup =
        contents(one)
            .of(new FeedSubject.OfGroup(new GroupId("g1")))
            .orElseThrow()
            .items()
            .getFirst();
    assertThat(ofGroup.label()).isEqualTo("О звёздах");
    assertThat(ofGroup.link()).isEqualTo("https://video.example/stars");
  }

  @Test
  void showsNothingOfWhoIsGone() {
    assertThat(contents(List.of()).of(new FeedSubject.OfPerson(new PersonId("gone")))).isEmpty();
    assertThat(contents(List.of()).of(new FeedSubject.OfLab(new LabId("gone")))).isEmpty();
  }
}
