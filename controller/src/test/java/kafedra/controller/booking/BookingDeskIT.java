package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.cancel;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.BookingFixture.seatsOf;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.StoreKind;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class BookingDeskIT {
  private final StoreKind kind;

  BookingDeskIT(StoreKind kind) {
    this.kind = kind;
  }

  private final MovableClock clock = new MovableClock(MONDAY_10);
  private TestDistrict district;
  private BookingDesk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    district = kind.open(folder, clock);
    desk = district.bookings;
  }

  @AfterEach
  void close() {
    district.close();
  }

  private List<Refusal> refusals(BookingWish wish) {
    BookingOutcome outcome = desk.place(wish);
    assertThat(outcome).isInstanceOf(BookingOutcome.Refused.class);
    return ((BookingOutcome.Refused) outcome).reasons();
  }

  @Test
  void givesTheLowestSeatsAndSparesTheWebcam() {
    assertThat(seatsOf(desk.place(wish("b-1", group("g1"), any(3), lesson(1)))))
        .containsExactly("w2", "w3", "w4");
    assertThat(seatsOf(desk.place(wish("b-2", person("p20"), any(1), lesson(1)))))
        .containsExactly("w5");
  }

  @Test
  void givesTheWebcamToWhoAsksForIt() {
    SeatWish webcam = new SeatWish.Any(1, Set.of(Feature.WEBCAM));
    assertThat(seatsOf(desk.place(wish("b-1", person("p1"), webcam, lesson(1)))))
        .containsExactly("w1");
    assertThat(refusals(wish("b-2", person("p2"), webcam, lesson(1))))
        .containsExactly(new Refusal.NotEnoughSeats(0, 1));
  }

  @Test
  void lessonsThatTouchDoNotOverlap() {
    TimeSlot first = lesson(1);
    TimeSlot next = new TimeSlot(first.end(), first.end().plus(Duration.ofMinutes(45)));
    desk.place(wish("b-1", person("p1"), seats("w3"), first));
    assertThat(seatsOf(desk.place(wish("b-2", person("p1"), seats("w3"), next))))
        .containsExactly("w3");
  }

  @Test
  void refusesATakenSeatAndNamesTheBooking() {
    desk.place(wish("b-1", person("p1"), seats("w3", "w4"), lesson(1)));
    List<Refusal> reasons = refusals(wish("b-2", person("p2"), seats("w4", "w5"), lesson(1)));
    assertThat(reasons).hasSize(1).first().isInstanceOf(Refusal.SeatTaken.class);
    Refusal.SeatTaken taken = (Refusal.SeatTaken) reasons.getFirst();
    assertThat(taken.seats()).extracting(Object::toString).containsExactly("w4");
    assertThat(taken.conflicts()).extracting(it -> it.booking().value()).containsExactly("b-1");
  }

  @Test
  void refusesAPersonWhoIsElsewhereAtThatTime() {
    BookingWish elsewhere =
        new BookingWish(
            new BookingId("b-1"),
            person("q1"),
            new LabId("l3"),
            any(1),
            lesson(1),
            Purpose.LESSON,
            "",
            "lib");
    desk.place(elsewhere);
    List<Refusal> reasons = refusals(wish("b-2", person("q1"), any(1), lesson(1)));
    assertThat(reasons)
        .filteredOn(Refusal.PersonBusy.class::isInstance)
        .flatExtracting(it -> ((Refusal.PersonBusy) it).conflicts())
        .extracting(it -> it.lab().value())
        .containsExactly("l3");
    assertThat(district.bookingData.number("SELECT count(*) FROM booking")).isEqualTo(1);
  }

  @Test
  void anAllOrNothingWishLeavesNothingBehind() {
    desk.place(wish("b-1", group("g1"), any(8), lesson(1)));
    assertThat(refusals(wish("b-2", group("g1"), any(3), lesson(1))))
        .containsExactly(new Refusal.NotEnoughSeats(2, 3));
    assertThat(district.bookingData.number("SELECT count(*) FROM booking_seat")).isEqualTo(8);
  }

  @Test
  void theSameWishTwiceIsOneBooking() {
    BookingWish wish = wish("b-1", person("p1"), any(1), lesson(1));
    BookingOutcome first = desk.place(wish);
    BookingOutcome again = desk.place(wish);
    assertThat(first).isInstanceOf(BookingOutcome.Placed.class);
    assertThat(again).isInstanceOf(BookingOutcome.AlreadyPlaced.class);
    assertThat(seatsOf(again)).isEqualTo(seatsOf(first));
    assertThat(district.announced).hasSize(1);
  }

  @Test
  void anIdIsNotUsedForAnotherWish() {
    desk.place(wish("b-1", person("p1"), any(1), lesson(1)));
    assertThat(refusals(wish("b-1", person("p2"), any(1), lesson(3))))
        .containsExactly(new Refusal.IdInUse());
  }

  @Test
  void aCancelledBookingFreesSeatAndPerson() {
    desk.place(wish("b-1", person("p1"), seats("w3"), lesson(1)));
    assertThat(cancel(desk, "b-1"))
        .isInstanceOfSatisfying(
            ChangeOutcome.Changed.class,
            it -> {
              Booking cancelled = it.after().getFirst();
              assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
              assertThat(cancelled.version()).isEqualTo(2);
              assertThat(cancelled.seats()).hasSize(1);
            });
    assertThat(cancel(desk, "b-1")).isInstanceOf(ChangeOutcome.NotLive.class);
    assertThat(desk.cancel(new BookingId("b-9"), 1, Scope.ONE, Requester.of("lib")))
        .isEqualTo(new ChangeOutcome.NoSuchBooking());
    assertThat(seatsOf(desk.place(wish("b-2", person("p1"), seats("w3"), lesson(1)))))
        .containsExactly("w3");
  }

  @Test
  void tellsEveryReasonAgainstASlot() {
    Instant eightInTheEvening = Instant.parse("2026-11-20T15:00:00Z");
    TimeSlot past = TimeSlot.of(eightInTheEvening, Duration.ofHours(13));
    assertThat(refusals(wish("b-1", person("p1"), seats("w99"), past)))
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactlyInAnyOrder("InThePast", "TooLong", "OutsideOpeningHours");
  }

  @Test
  void refusesUnknownLabsAndPeople() {
    BookingWish nowhere =
        new BookingWish(
            new BookingId("b-1"),
            person("p1"),
            new LabId("l9"),
            any(1),
            lesson(1),
            Purpose.LESSON,
            "",
            "lib");
    assertThat(refusals(nowhere)).containsExactly(new Refusal.UnknownLab(new LabId("l9")));
    assertThat(refusals(wish("b-2", person("nobody"), any(1), lesson(1))))
        .containsExactly(new Refusal.UnknownHolder(person("nobody")));
  }

  @Test
  void suggestsTheNextSlotsInWhichTheWishFits() {
    desk.place(wish("b-1", group("g1"), any(10), lesson(1)));
    BookingOutcome outcome = desk.place(wish("b-2", person("p20"), any(1), lesson(1)));
    List<TimeSlot> suggestions = ((BookingOutcome.Refused) outcome).suggestions();
    assertThat(suggestions).hasSize(3);
    assertThat(suggestions.getFirst().start()).isEqualTo(lesson(1).end());
    assertThat(suggestions).allSatisfy(it -> assertThat(it.length()).hasMinutes(45));
    TimeSlot first = suggestions.getFirst();
    assertThat(seatsOf(desk.place(wish("b-3", person("p20"), any(1), first)))).hasSize(1);
  }

  @Test
  void neverSuggestsWhatItWouldRefuse() {
    desk.place(wish("b-1", person("p20"), any(1), lesson(2)));
    BookingOutcome outcome =
        desk.place(
            wish(
                "b-2", person("p20"), any(1), TimeSlot.of(lesson(2).start(), Duration.ofHours(2))));
    List<TimeSlot> suggestions = ((BookingOutcome.Refused) outcome).suggestions();
    assertThat(suggestions).isNotEmpty();
    int id = 10;
    for (TimeSlot slot : suggestions) {
      BookingId chosen = new BookingId("b-" + id++);
      assertThat(seatsOf(desk.place(wish(chosen.value(), person("p20"), any(1), slot)))).hasSize(1);
      cancel(desk, chosen.value());
    }
  }

  @Test
  void readsBookingsBack() {
    desk.place(wish("b-1", person("p1"), seats("w3", "w2"), lesson(1)));
    Booking kept = desk.find(new BookingId("b-1")).orElseThrow();
    assertThat(kept).isEqualTo(district.announced.getFirst());
    assertThat(desk.inLab(new LabId("l1"), lesson(1))).containsExactly(kept);
    assertThat(desk.inLab(new LabId("l1"), lesson(2))).isEmpty();
    assertThat(desk.inSchool(new SchoolId("s1"), lesson(1))).containsExactly(kept);
    assertThat(desk.ofPerson(new PersonId("p1"), MONDAY_10, 10)).containsExactly(kept);
    assertThat(desk.freeSeats(new LabId("l1"), lesson(1), Set.of()))
        .extracting(Object::toString)
        .containsExactly("w4", "w5", "w6", "w7", "w8", "w9", "w10", "w1");
  }
}
