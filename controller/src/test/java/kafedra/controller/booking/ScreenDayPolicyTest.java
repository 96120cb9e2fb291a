package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.Village.days;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenDayPolicyTest extends PolicyContract {
  private static final PersonId P1 = new PersonId("p1");

  @Override
  PolicyName name() {
    return PolicyName.SCREEN_DAY;
  }

  @Override
  BookingWish refused(Village village) {
    village.active.put(P1, Duration.ofMinutes(40));
    return village.wish("p1", slot(60, 25));
  }

  @Test
  void countsWhatWasUsedAndWhatIsBooked() {
    village.booked("p1", slot(120, 15));

    assertThat(village.reasons(village.wish("p1", slot(60, 10))))
        .containsExactly(
            new Refusal.ScreenDay(
                Duration.ofMinutes(60),
                Duration.ofMinutes(40),
                Duration.ofMinutes(15),
                Duration.ofMinutes(10)));
    assertThat(village.reasons(village.wish("p1", slot(60, 5)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 40", "4, 50", "9, 60", "11, 70"})
  void letsEachGradeHaveItsDayAndNoMore(int grade, int minutes) {
    village.active.clear();
    village.grade("p1", grade);

    assertThat(village.reasons(village.wish("p1", slot(60, minutes)))).isEmpty();
    assertThat(village.reasons(village.wish("p1", slot(60, minutes + 5)))).hasSize(1);
  }

  @Test
  void countsOfABookingThatRunsWhatIsStillAhead() {
    village.active.put(P1, Duration.ofMinutes(10));
    village.booked("p1", slot(0, 40));
    village.now(20);

    // 10 used + 20 of the running one + 30 wanted = 60
    assertThat(village.reasons(village.wish("p1", slot(60, 30)))).isEmpty();
    assertThat(village.reasons(village.wish("p1", slot(60, 35)))).hasSize(1);
  }

  @Test
  void countsABookingThatIsOverOnlyByItsUse() {
    village.active.put(P1, Duration.ofMinutes(10));
    village.booked("p1", slot(0, 40));
    village.now(40);

    assertThat(village.reasons(village.wish("p1", slot(60, 50)))).isEmpty();
  }

  @Test
  void readsNoUseForAnotherDay() {
    village.booked("p1", slot(days(1) + 60, 20));

    assertThat(village.reasons(village.wish("p1", slot(days(1), 40)))).isEmpty();
    assertThat(village.reasons(village.wish("p1", slot(days(1), 45)))).hasSize(1);
  }

  @Test
  void holdsNothingOfOthersAgainstAnybody() {
    village.booked("p2", slot(60, 60));

    assertThat(village.reasons(village.wish("p1", slot(60, 20)))).isEmpty();
  }

  @Test
  void tellsNoLessThanNothingLeft() {
    village.active.put(P1, Duration.ofMinutes(100));

    assertThat(village.reasons(village.wish("p1", slot(60, 5))))
        .singleElement()
        .isInstanceOfSatisfying(
            Refusal.ScreenDay.class, it -> assertThat(it.left()).isEqualTo(Duration.ZERO));
  }

  @Test
  void offersWhatIsLeftOfTheDayAndThenOtherDays() {
    assertThat(village.suggestions(village.wish("p1", slot(60, 25))))
        .startsWith(slot(60, 20))
        .hasSize(3)
        .last()
        .satisfies(slot -> assertThat(slot.start()).isAfter(Village.at(days(0) + 600)));
  }

  @Test
  void warnsForALessonOfAGroup() {
    village.grades.put(group("g1"), Optional.of(2));
    BookingWish lesson = village.wish(group("g1"), Purpose.LESSON, any(8), slot(60, 45));

    assertThat(village.ruling(lesson).warnings()).hasSize(1);
    assertThat(
            village
                .ruling(village.wish(person("p1"), Purpose.LESSON, any(1), slot(60, 25)))
                .warnings())
        .hasSize(1);
  }

  @Test
  void leavesAdultsToTheSchool() {
    village.adult("p1");
    village.active.put(P1, Duration.ofHours(5));
    assertThat(village.reasons(village.wish("p1", slot(60, 240)))).isEmpty();

    village.with(PolicyNumber.ADULT_DAY, 360);
    assertThat(village.reasons(village.wish("p1", slot(60, 60)))).isEmpty();
    assertThat(village.reasons(village.wish("p1", slot(60, 65)))).hasSize(1);
  }

  @Test
  void doesNotCountABookingTwiceThatIsOnlyMoved() {
    village.active.clear();
    Booking own = village.booked("p1", slot(60, 60));
    BookingWish later = village.wish("p1", slot(120, 60));

    assertThat(village.judge(Village.all()).judge(later, Optional.of(own)))
        .isInstanceOf(Verdict.Possible.class);
  }
}
