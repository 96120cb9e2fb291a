package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.TestDistrict;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that is moved or stretched makes room for itself, on a real database. */
class MovingOthersIT {
  @TempDir Path folder;
  private TestDistrict district;

  @BeforeEach
  void open() {
    district = new TestDistrict(folder, new MovableClock(MONDAY_10));
    PolicySettings rules =
        PolicySettings.lenient(new SchoolId("s1")).with(PolicyName.PURPOSE_ORDER, Force.ON);
    var _ = district.policies.save(rules, "lib", MONDAY_10);
    place("lesson", group("g1"), Purpose.LESSON, seats("w1", "w2"), lesson(1));
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void place(String id, Holder holder, Purpose purpose, SeatWish seats, TimeSlot slot) {
    BookingWish wish =
        new BookingWish(
            new BookingId(id), holder, TestDistrict.L1, seats, slot, purpose, "", "lib");
    assertThat(district.bookings.place(wish)).isInstanceOf(BookingOutcome.Placed.class);
  }

  private static Amendment to(TimeSlot slot, Terms.Claim claim) {
    return new Amendment(slot, null, null, null, null, claim);
  }

  private ChangeOutcome amend(Amendment amendment) {
    return district.bookings.amend(new BookingId("lesson"), 1, amendment, Requester.of("lib"));
  }

  private Booking found(String id) {
    return district.bookings.find(new BookingId(id)).orElseThrow();
  }

  private static TimeSlot stretched() {
    return TimeSlot.of(lesson(1).start(), Duration.ofMinutes(90));
  }

  @Test
  void aStretchedLessonSeatsSelfStudyElsewhereAndTellsWhom() {
    place("own", person("p9"), Purpose.SELF_STUDY, seats("w2"), lesson(2));

    BookingCheck check =
        district
            .bookings
            .check(
                new BookingId("lesson"),
                to(stretched(), Terms.Claim.LESS_IMPORTANT_TOO),
                Requester.of("lib"))
            .orElseThrow();
    assertThat(check.reasons()).isEmpty();
    assertThat(check.displaced()).hasSize(1);
    assertThat(found("own").version()).as("a check changes nothing").isEqualTo(1);

    ChangeOutcome outcome = amend(to(stretched(), Terms.Claim.LESS_IMPORTANT_TOO));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ChangeOutcome.Changed.class,
            it ->
                assertThat(it.displaced())
                    .singleElement()
                    .satisfies(each -> assertThat(each.after()).isEqualTo(found("own"))));
    assertThat(found("lesson").slot()).isEqualTo(stretched());
    assertThat(found("lesson").seats()).containsExactly(seat("w1"), seat("w2"));
    assertThat(found("own").isLive()).isTrue();
    assertThat(found("own").seats()).doesNotContain(seat("w1"), seat("w2"));
    assertThat(district.bookings.history(new BookingId("own")).getLast().detail())
        .contains("rule=PURPOSE_ORDER; for=lesson");
  }

  @Test
  void aMoveOnToTheSeatsOfAnotherGivesNothingThatIsStillHeld() {
    List<WorkstationId> all =
        district.rooms.room(TestDistrict.L1).orElseThrow().seats().stream()
            .map(Room.Seat::id)
            .toList();
    place(
        "others",
        person("p9"),
        Purpose.SELF_STUDY,
        new SeatWish.Named(all.subList(2, all.size())),
        lesson(1));
    Amendment aside =
        new Amendment(null, null, seats("w3", "w4"), null, null, Terms.Claim.LESS_IMPORTANT_TOO);

    assertThat(amend(aside)).isInstanceOf(ChangeOutcome.Changed.class);

    assertThat(found("lesson").seats()).containsExactly(seat("w3"), seat("w4"));
    assertThat(found("others").status()).isEqualTo(BookingStatus.CANCELLED);
  }

  @Test
  void withoutBeingAskedToItDisplacesNobody() {
    place("own", person("p9"), Purpose.SELF_STUDY, seats("w2"), lesson(2));

    assertThat(amend(to(stretched(), Terms.Claim.FREE_SEATS)))
        .isInstanceOf(ChangeOutcome.Refused.class);

    assertThat(found("own").seats()).containsExactly(seat("w2"));
    assertThat(found("lesson").version()).isEqualTo(1);
  }

  @Test
  void whatIsAsImportantStaysAndTheRefusalSaysSo() {
    place("exam", group("g1"), Purpose.EXAM, seats("w2"), lesson(2));

    assertThat(amend(to(stretched(), Terms.Claim.LESS_IMPORTANT_TOO)))
        .isInstanceOfSatisfying(
            ChangeOutcome.Refused.class,
            it -> assertThat(it.reasons()).hasAtLeastOneElementOfType(Refusal.NotDisplaced.class));

    assertThat(found("exam").isLive()).isTrue();
    assertThat(found("lesson").slot()).isEqualTo(lesson(1));
  }

  private static WorkstationId seat(String id) {
    return new WorkstationId(id);
  }
}
