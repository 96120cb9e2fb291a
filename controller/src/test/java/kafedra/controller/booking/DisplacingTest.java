package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.Village.displacing;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.SeatRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is more important takes the seats of what is less, and finds them others. */
class DisplacingTest {
  private static final TimeSlot ELEVEN = slot(60, 45);
  private static final List<Purpose> PURPOSES = List.of(Purpose.values());

  private Village village;

  @BeforeEach
  void open() {
    village = new Village().with(PolicyName.PURPOSE_ORDER, Force.ON);
  }

  private Optional<Displacing.Plan> plan(BookingWish wish) {
    return plan(wish, Village.all());
  }

  private Optional<Displacing.Plan> plan(BookingWish wish, BookingPolicies policies) {
    Judge judge = village.judge(policies);
    Policy.Case it = judge.lay(wish, village.room(), Optional.empty());
    return new Displacing(village.schedule, policies).plan(it, village.reasons(wish, policies));
  }

  private Displacing.Plan.Possible possible(BookingWish wish) {
    return (Displacing.Plan.Possible) plan(wish).orElseThrow();
  }

  private BookingWish lesson(SeatWish seats) {
    return displacing(village.wish(group("g1"), Purpose.LESSON, seats, ELEVEN));
  }

  private static List<String> names(List<WorkstationId> seats) {
    return seats.stream().map(WorkstationId::value).toList();
  }

  @Test
  void movesASelfStudyToAnEqualSeatForALesson() {
    Booking own = village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);

    Displacing.Plan.Possible plan = possible(lesson(seats("w2", "w3")));

    assertThat(names(plan.seats())).containsExactly("w2", "w3");
    assertThat(plan.displaced())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.before()).isEqualTo(own);
          assertThat(each.after().status()).isEqualTo(BookingStatus.CONFIRMED);
          assertThat(names(each.after().seats())).containsExactly("w4");
          assertThat(each.after().slot()).isEqualTo(ELEVEN);
          assertThat(each.after().version()).isEqualTo(2);
        });
  }

  @Test
  void cancelsWhomItFindsNoSeat() {
    for (int i = 1; i <= 10; i++) {
      village.booked("p" + i, ELEVEN);
    }

    Displacing.Plan.Possible plan = possible(lesson(any(10)));

    assertThat(plan.seats()).hasSize(10);
    assertThat(plan.displaced())
        .hasSize(10)
        .allMatch(each -> each.after().status() == BookingStatus.CANCELLED);
  }

  @Test
  void takesFreeSeatsFirstAndThenTheLeastImportant() {
    village.booked(group("g2"), Purpose.PROJECT, 4, ELEVEN);
    village.booked(group("g3"), Purpose.SELF_STUDY, 4, ELEVEN);

    Displacing.Plan.Possible plan = possible(lesson(any(4)));

    assertThat(plan.displaced())
        .extracting(each -> each.before().purpose())
        .containsExactly(Purpose.SELF_STUDY);
    assertThat(plan.displaced())
        .as("three seats of four are left: half a class is no class")
        .allMatch(each -> each.after().status() == BookingStatus.CANCELLED);
  }

  @Test
  void doesNothingOnceItIsTakenOutOfTheListOrSwitchedOff() {
    village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);
    BookingWish wish = lesson(seats("w2"));

    assertThat(plan(wish)).isPresent();
    assertThat(plan(wish, Village.without(PolicyName.PURPOSE_ORDER))).isEmpty();
    village.with(PolicyName.PURPOSE_ORDER, Force.OFF);
    assertThat(plan(wish)).isEmpty();
  }

  @Test
  void doesNothingUnlessAskedTo() {
    village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);

    assertThat(plan(village.wish(group("g1"), Purpose.LESSON, seats("w2"), ELEVEN))).isEmpty();
  }

  @Test
  void doesNothingWhenSomethingElseIsAgainstIt() {
    village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);
    village.booked(person("p2"), Purpose.SELF_STUDY, ids("w5"), ELEVEN);
    BookingWish busy = displacing(village.wish(person("p2"), Purpose.LESSON, seats("w2"), ELEVEN));
    BookingWish closed =
        displacing(village.wish(group("g1"), Purpose.LESSON, seats("w2"), slot(60, 721)));

    assertThat(plan(busy)).isEmpty();
    assertThat(plan(closed)).isEmpty();
  }

  @Test
  void tellsOnlyWhatDoesNotGiveWay() {
    village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);
    Booking exam = village.booked(group("g2"), Purpose.EXAM, ids("w3"), ELEVEN);

    assertThat(plan(lesson(seats("w2", "w3"))))
        .contains(
            new Displacing.Plan.Impossible(
                new Refusal.NotDisplaced(
                    List.of(
                        new Conflict(
                            exam.id(), exam.lab(), new WorkstationId("w3"), exam.slot())))));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void neverTakesTheSeatOfAnExam(Purpose purpose) {
    Booking exam = village.booked(group("g2"), Purpose.EXAM, ids("w2"), ELEVEN);
    BookingWish wish = displacing(village.wish(group("g1"), purpose, seats("w2", "w3"), ELEVEN));

    assertThat(plan(wish))
        .contains(
            new Displacing.Plan.Impossible(
                new Refusal.NotDisplaced(
                    List.of(
                        new Conflict(
                            exam.id(), exam.lab(), new WorkstationId("w2"), exam.slot())))));
  }

  @ParameterizedTest
  @EnumSource(
      value = Purpose.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EXAM"})
  void anExamTakesTheSeatOfEverythingElse(Purpose purpose) {
    village.booked(group("g2"), purpose, ids("w2"), ELEVEN);
    BookingWish exam = displacing(village.wish(group("g1"), Purpose.EXAM, seats("w2"), ELEVEN));

    assertThat(possible(exam).displaced()).hasSize(1);
  }

  @Test
  void givesWayToNothingOfTheSameRank() {
    village.booked(group("g2"), Purpose.LESSON, ids("w2"), ELEVEN);
    assertThat(plan(lesson(seats("w2")))).containsInstanceOf(Displacing.Plan.Impossible.class);

    village.with(PolicyNumber.RANK_LESSON, 3).with(PolicyNumber.RANK_PROJECT, 4);
    BookingWish project =
        displacing(village.wish(group("g1"), Purpose.PROJECT, seats("w2"), ELEVEN));
    assertThat(plan(project)).containsInstanceOf(Displacing.Plan.Possible.class);
  }

  @Test
  void leavesSittingWhoeverSits() {
    Booking own = village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);
    village.schedule.put(own.checkedInAt(Village.at(60)));

    assertThat(plan(lesson(seats("w2")))).containsInstanceOf(Displacing.Plan.Impossible.class);
    assertThat(names(possible(lesson(any(10 - 1))).seats())).doesNotContain("w2");
  }

  @Test
  void findsASeatThatCanDoAsMuch() {
    village.booked(person("p1"), Purpose.SELF_STUDY, ids("w1"), ELEVEN);

    Displacing.Plan.Possible plan = possible(lesson(seats("w1")));

    assertThat(plan.displaced())
        .as("no other seat has a webcam")
        .allMatch(each -> each.after().status() == BookingStatus.CANCELLED);
  }

  @Test
  void movesNobodyToASeatThatTheyMightNotHaveBooked() {
    for (int i = 3; i <= 9; i++) {
      village.booked(group("g2"), Purpose.LESSON, ids("w" + i), ELEVEN);
    }
    village.seatRules.put(
        new WorkstationId("w10"), new SeatRule(new WorkstationId("w10"), 1, 4, null));
    village.with(PolicyName.SEAT_GRADES, Force.ON);
    village.booked(person("p1"), Purpose.SELF_STUDY, ids("w2"), ELEVEN);

    assertThat(possible(lesson(seats("w2"))).displaced())
        .as("w1 has a webcam and more, w10 is for small ones")
        .allMatch(each -> names(each.after().seats()).equals(List.of("w1")));
  }

  @Test
  void passesOverSeatsThatAreKeptFromTheHolder() {
    village.seatRules.put(
        new WorkstationId("w3"), new SeatRule(new WorkstationId("w3"), 1, 12, Need.PRIORITY));
    village.with(PolicyName.NEED, Force.ON);
    for (int i : new int[] {1, 2, 4, 5, 6, 7, 8, 9, 10}) {
      village.booked(person("p" + i), Purpose.OTHER, ids("w" + i), slot(120, 30));
    }
    BookingWish project =
        displacing(village.wish(person("p20"), Purpose.PROJECT, any(1), slot(120, 30)));

    assertThat(names(possible(project).seats())).doesNotContain("w3").hasSize(1);
  }

  @Test
  void letsTheMoreImportantOfTheDisplacedChooseFirst() {
    for (int i = 4; i <= 10; i++) {
      village.booked(group("g4"), Purpose.LESSON, ids("w" + i), ELEVEN);
    }
    village.booked(person("p1"), Purpose.OTHER, ids("w2"), ELEVEN);
    Booking project = village.booked(person("p2"), Purpose.PROJECT, ids("w3"), ELEVEN);

    Displacing.Plan.Possible plan = possible(lesson(seats("w2", "w3")));

    assertThat(plan.displaced())
        .first()
        .satisfies(each -> {
          assertThat(each.before()).isEqualTo(project);
          assertThat(names(each.after().seats())).containsExactly("w1");
        });
    assertThat(plan.displaced().getLast().after().status()).isEqualTo(BookingStatus.CANCELLED);
  }

  /**
   * Whatever stands there: the plan promises no seat twice, and nobody more important loses one.
   */
  @RepeatedTest(60)
  void isAlwaysAPlanThatCanBeCarriedOut(RepetitionInfo repetition) {
    long seed = 4711L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      fillIn(random, i);
    }
    Purpose purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
    BookingWish wish =
        displacing(village.wish(group("g0"), purpose, any(1 + random.nextInt(10)), slot(60, 60)));

    if (plan(wish).orElse(null) instanceof Displacing.Plan.Possible plan) {
      plan.displaced()
          .forEach(each -> {
            assertThat(each.before().purpose()).as("seed %s", seed).isNotEqualTo(Purpose.EXAM);
            assertThat(Displacing.rank(each.before().purpose(), village.settings))
                .as("seed %s", seed)
                .isLessThan(Displacing.rank(purpose, village.settings));
            village.schedule.put(each.after());
          });
      village.schedule.put(Booking.of(wish, village.room(), plan.seats(), MONDAY_10));
      assertNoSeatTwice(seed);
    }
  }

  private void fillIn(Random random, int number) {
    TimeSlot slot = slot(30 + 15 * random.nextInt(6), 30 + 15 * random.nextInt(3));
    int count = 1 + random.nextInt(4);
    Purpose purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
    List<WorkstationId> all = village.room().seats().stream().map(Room.Seat::id).toList();
    Set<WorkstationId> taken = village.schedule.board(Village.LAB).taken(slot, all, List.of());
    if (10 - taken.size() >= count) {
      Booking made = village.booked(group("g" + number), purpose, count, slot);
      assertThat(made.seats()).hasSize(count);
    }
  }

  private void assertNoSeatTwice(long seed) {
    List<Booking> live =
        village.schedule.inLab(Village.LAB, TimeSlot.of(MONDAY_10, Duration.ofHours(9))).stream()
            .filter(Booking::isLive)
            .toList();
    for (Booking one : live) {
      for (Booking other : live) {
        if (!one.id().equals(other.id()) && one.slot().overlaps(other.slot())) {
          Set<WorkstationId> both = new HashSet<>(one.seats());
          both.retainAll(other.seats());
          assertThat(both).as("seed %s: %s and %s", seed, one.id(), other.id()).isEmpty();
        }
      }
    }
  }

  private static List<WorkstationId> ids(String... seats) {
    return List.of(seats).stream().map(WorkstationId::new).toList();
  }

  @Test
  void ranksEveryPurpose() {
    assertThat(Displacing.rank(Purpose.EXAM, village.settings)).isEqualTo(10);
    for (Purpose purpose : Purpose.values()) {
      assertThat(Displacing.rank(purpose, village.settings)).as(purpose.name()).isPositive();
    }
    assertThat(village.room().seats().getFirst().features()).contains(Feature.WEBCAM);
  }
}
