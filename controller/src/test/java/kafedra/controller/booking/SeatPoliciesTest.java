package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.seats;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.SeatRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on who sits where. */
class SeatPoliciesTest {
  private static final WorkstationId W2 = new WorkstationId("w2");

  private static BookingWish wish(Village village, SeatWish seats) {
    return village.wish(person("p1"), Purpose.SELF_STUDY, seats, slot(120, 30));
  }

  @Nested
  class Grades extends PolicyContract {
    @Override
    PolicyName name() {
      return PolicyName.SEAT_GRADES;
    }

    @Override
    BookingWish refused(Village village) {
      village.seatRules.put(W2, new SeatRule(W2, 1, 4, null));
      return wish(village, seats("w2", "w3"));
    }

    @Test
    void tellsWhichSeatsAndForWhom() {
      assertThat(village.reasons(wish(village, seats("w2", "w3"))))
          .containsExactly(new Refusal.SeatsForGrades(List.of(W2), 1, 4));
    }

    @Test
    void admitsThoseGradesAndAdults() {
      assertThat(village.grade("p1", 4).reasons(wish(village, seats("w2")))).isEmpty();
      assertThat(village.grade("p1", 5).reasons(wish(village, seats("w2")))).hasSize(1);
      assertThat(village.adult("p1").reasons(wish(village, seats("w2")))).isEmpty();
    }

    @Test
    void isNotChosenForOthers() {
      assertThat(village.seats(wish(village, any(9))))
          .containsExactlyInAnyOrder("w1", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10");
      assertThat(village.reasons(wish(village, any(10))))
          .as("there would be enough, were it not for the rule")
          .containsExactly(new Refusal.SeatsForGrades(List.of(W2), 1, 4));
      village.booked(person("p9"), Purpose.OTHER, List.of(new WorkstationId("w5")), slot(120, 30));
      assertThat(village.reasons(wish(village, any(10))))
          .containsExactly(
              new Refusal.NotEnoughSeats(8, 10), new Refusal.SeatsForGrades(List.of(W2), 1, 4));
    }

    @Test
    void judgesAGroupByItsYoungest() {
      village.grades.put(group("g1"), Optional.of(3));
      BookingWish lesson = village.wish(group("g1"), Purpose.LESSON, any(10), slot(120, 30));

      assertThat(village.reasons(lesson)).isEmpty();
      village.grades.put(group("g1"), Optional.of(7));
      assertThat(village.reasons(lesson)).hasSize(1);
    }

    @Test
    void isChosenWhenALibrarianSaysSo() {
      assertThat(village.seats(Village.overridden(wish(village, any(10))))).contains("w2");
    }
  }

  @Nested
  class Kept extends PolicyContract {
    private final PersonId p1 = new PersonId("p1");

    @Override
    PolicyName name() {
      return PolicyName.NEED;
    }

    @Override
    BookingWish refused(Village village) {
      village.seatRules.put(W2, new SeatRule(W2, 1, 12, Need.ACCESSIBLE_SEAT));
      return wish(village, seats("w2"));
    }

    @Test
    void tellsUntilWhenAndNotForWhom() {
      assertThat(village.reasons(wish(village, seats("w2"))))
          .containsExactly(
              new Refusal.SeatsKept(List.of(W2), LocalDateTime.of(2026, 11, 23, 11, 0)));
    }

    @Test
    void isForWhoeverNeedsItAndGivenToThemFirst() {
      village.needs.put(p1, Set.of(Need.ACCESSIBLE_SEAT));

      WorkstationId w5 = new WorkstationId("w5");
      village.seatRules.put(w5, new SeatRule(w5, 1, 12, Need.ACCESSIBLE_SEAT));
      village.seatRules.remove(W2);

      assertThat(village.reasons(wish(village, seats("w5")))).isEmpty();
      assertThat(village.seats(wish(village, any(2)))).containsExactly("w5", "w2");
    }

    @Test
    void isNotForAnotherNeed() {
      village.needs.put(p1, Set.of(Need.PRIORITY));

      assertThat(village.reasons(wish(village, seats("w2")))).hasSize(1);
    }

    @Test
    void isForEverybodyShortlyBeforeTheStartButChosenLast() {
      village.now(59);
      assertThat(village.reasons(wish(village, seats("w2")))).hasSize(1);
      village.now(60);
      assertThat(village.reasons(wish(village, seats("w2")))).isEmpty();
      assertThat(village.seats(wish(village, any(10)))).endsWith("w2");
    }

    @Test
    void isKeptAsLongAsTheSchoolSays() {
      village.with(PolicyNumber.KEPT_UNTIL, 120);

      assertThat(village.reasons(wish(village, seats("w2")))).isEmpty();
    }

    @Test
    void turnsAwayNoClassFromItsLesson() {
      BookingWish lesson = village.wish(group("g1"), Purpose.LESSON, any(10), slot(120, 30));

      assertThat(village.reasons(lesson)).isEmpty();
    }

    @Test
    void isNothingSpecialWhenTheSchoolKeepsNothing() {
      village.with(PolicyName.NEED, Force.OFF);
      village.needs.put(p1, Set.of(Need.ACCESSIBLE_SEAT));

      assertThat(village.seats(wish(village, any(1)))).containsExactly("w3");
    }
  }
}
