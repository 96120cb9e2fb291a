package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.Village.days;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.PersonId;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules on how much of their own time people book, one nested class each. */
class QuotaPoliciesTest {
  private static final PersonId P1 = new PersonId("p1");

  @Nested
  class DailyQuota extends PolicyContract {
    @Override
    PolicyName name() {
      return PolicyName.DAILY_QUOTA;
    }

    @Override
    BookingWish refused(Village village) {
      village.booked("p1", slot(60, 90));
      return village.wish("p1", slot(180, 35));
    }

    @Test
    void letsTheQuotaBeUsedUp() {
      assertThat(village.reasons(village.wish("p1", slot(180, 30)))).isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(180, 35))))
          .containsExactly(
              new Refusal.QuotaSpent(
                  PolicyName.DAILY_QUOTA,
                  Duration.ofHours(2),
                  Duration.ofMinutes(90),
                  Duration.ofMinutes(35)));
    }

    @Test
    void beginsAnewAtTheSchoolsMidnight() {
      assertThat(village.reasons(village.wish("p1", slot(days(1) - 120, 120)))).isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(days(1) - 120, 125)))).hasSize(1);
    }

    @Test
    void countsNothingThatWasCancelled() {
      Booking own = village.schedule.ofPerson(P1, slot(60, 90)).getFirst();
      village.schedule.put(own.with(BookingStatus.CANCELLED));

      assertThat(village.reasons(village.wish("p1", slot(180, 120)))).isEmpty();
    }

    @Test
    void countsWhatIsOverToo() {
      village.now(200);
      assertThat(village.reasons(village.wish("p1", slot(240, 35)))).hasSize(1);
    }

    @Test
    void countsNoLessonsAndJudgesNone() {
      village.booked(person("p2"), Purpose.LESSON, 1, slot(60, 120));

      assertThat(village.reasons(village.wish("p2", slot(240, 120)))).isEmpty();
      assertThat(village.reasons(village.wish(person("p1"), Purpose.LESSON, any(1), slot(180, 60))))
          .isEmpty();
      assertThat(
              village.reasons(village.wish(group("g1"), Purpose.PROJECT, any(3), slot(180, 240))))
          .isEmpty();
    }

    @Test
    void hasNumbersOfTheSchool() {
      village.with(PolicyNumber.DAILY_MINUTES, 150);

      assertThat(village.reasons(village.wish("p1", slot(180, 60)))).isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(180, 65)))).hasSize(1);
    }

    @Test
    void offersWhatIsLeft() {
      assertThat(village.suggestions(village.wish("p1", slot(180, 60)))).startsWith(slot(180, 30));
    }

    @ParameterizedTest
    @EnumSource(
        value = Purpose.class,
        names = {"SELF_STUDY", "PROJECT", "EXAM_PREPARATION", "OTHER"})
    void countsEveryKindOfOwnTime(Purpose purpose) {
      village.booked(person("p3"), purpose, 1, slot(60, 120));

      assertThat(village.reasons(village.wish("p3", slot(240, 5)))).hasSize(1);
    }
  }

  @Nested
  class WeeklyQuota extends PolicyContract {
    @Override
    PolicyName name() {
      return PolicyName.WEEKLY_QUOTA;
    }

    @Override
    BookingWish refused(Village village) {
      village.booked("p1", slot(days(1), 240));
      village.booked("p1", slot(days(6), 240));
      return village.wish("p1", slot(60, 5));
    }

    @Test
    void runsFromMondayToSunday() {
      assertThat(village.reasons(village.wish("p1", slot(60, 5))))
          .containsExactly(
              new Refusal.QuotaSpent(
                  PolicyName.WEEKLY_QUOTA,
                  Duration.ofHours(8),
                  Duration.ofHours(8),
                  Duration.ofMinutes(5)));
      assertThat(village.reasons(village.wish("p1", slot(days(7), 480)))).isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(days(6) + 300, 5)))).hasSize(1);
    }

    @Test
    void countsTheMondayItself() {
      village.booked("p2", slot(-120, 240));
      village.booked("p2", slot(days(2), 235));

      assertThat(village.reasons(village.wish("p2", slot(days(3), 5)))).isEmpty();
      assertThat(village.reasons(village.wish("p2", slot(days(3), 10)))).hasSize(1);
    }
  }

  @Nested
  class OpenBookings extends PolicyContract {
    @Override
    PolicyName name() {
      return PolicyName.OPEN_BOOKINGS;
    }

    @Override
    BookingWish refused(Village village) {
      for (int day = 1; day <= 5; day++) {
        village.booked("p1", slot(days(day), 30));
      }
      return village.wish("p1", slot(60, 30));
    }

    @Test
    void tellsHowManyThereAre() {
      assertThat(village.reasons(village.wish("p1", slot(60, 30))))
          .containsExactly(new Refusal.TooManyOpen(5, 5));
    }

    @Test
    void letsANewOneBeMadeWhenOneIsOver() {
      village.now(days(1) + 29);
      assertThat(village.reasons(village.wish("p1", slot(days(1) + 60, 30)))).hasSize(1);
      village.now(days(1) + 30);
      assertThat(village.reasons(village.wish("p1", slot(days(1) + 60, 30)))).isEmpty();
    }

    @Test
    void countsOneLessWhenOneOfThemIsMoved() {
      Booking own = village.schedule.ofPerson(P1, slot(days(3), 30)).getFirst();

      assertThat(
              village
                  .judge(Village.all())
                  .judge(village.wish("p1", slot(60, 30)), Optional.of(own)))
          .isInstanceOf(Verdict.Possible.class);
    }

    @Test
    void countsNoLessons() {
      village.booked(person("p2"), Purpose.LESSON, 1, slot(days(1), 30));
      village.with(PolicyNumber.OPEN_MOST, 1);

      assertThat(village.reasons(village.wish("p2", slot(60, 30)))).isEmpty();
    }
  }

  @Nested
  class DaysAhead extends PolicyContract {
    @Override
    PolicyName name() {
      return PolicyName.DAYS_AHEAD;
    }

    @Override
    BookingWish refused(Village village) {
      return village.wish("p1", slot(days(15), 30));
    }

    @Test
    void countsLocalDays() {
      assertThat(village.reasons(village.wish("p1", slot(days(14) + 570, 30))))
          .as("19:30 of the fourteenth day")
          .isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(days(15) - 120, 30))))
          .as("8:00 of the fifteenth")
          .containsExactly(new Refusal.TooEarly(14, LocalDate.of(2026, 11, 24)));
    }

    @Test
    void letsTheSchoolPlanEarlier() {
      assertThat(
              village.reasons(
                  village.wish(person("p1"), Purpose.ELECTIVE, any(1), slot(days(60), 30))))
          .isEmpty();
      assertThat(
              village.reasons(
                  village.wish(group("g1"), Purpose.LESSON, any(4), slot(days(60), 30))))
          .isEmpty();
    }

    @Test
    void givesAHeadStartToThoseWhomTheSchoolFavours() {
      village.needs.put(P1, Set.of(Need.PRIORITY));
      village.with(PolicyName.NEED, Force.ON);

      assertThat(village.reasons(village.wish("p1", slot(days(21), 30)))).isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(days(22), 30))))
          .containsExactly(new Refusal.TooEarly(21, LocalDate.of(2026, 11, 24)));
      assertThat(village.reasons(village.wish("p2", slot(days(15), 30)))).hasSize(1);

      village.with(PolicyName.NEED, Force.OFF);
      assertThat(village.reasons(village.wish("p1", slot(days(21), 30)))).hasSize(1);
    }

    @Test
    void givesNoneForAnotherNeed() {
      village.needs.put(P1, Set.of(Need.ACCESSIBLE_SEAT));
      village.with(PolicyName.NEED, Force.ON);

      assertThat(village.reasons(village.wish("p1", slot(days(15), 30)))).hasSize(1);
    }
  }

  @Nested
  class Gap extends PolicyContract {
    @Override
    PolicyName name() {
      return PolicyName.GAP;
    }

    @Override
    BookingWish refused(Village village) {
      village.booked("p1", slot(60, 30));
      return village.wish("p1", slot(95, 30));
    }

    @Test
    void mustLieBeforeAndAfter() {
      assertThat(village.reasons(village.wish("p1", slot(95, 30))))
          .containsExactly(
              new Refusal.GapNeeded(
                  Duration.ofMinutes(10), LocalTime.of(11, 0), LocalTime.of(11, 30)));
      assertThat(village.reasons(village.wish("p1", slot(100, 30)))).isEmpty();
      assertThat(village.reasons(village.wish("p1", slot(25, 30)))).hasSize(1);
      assertThat(village.reasons(village.wish("p1", slot(20, 30)))).isEmpty();
    }

    @Test
    void isTheSchoolsNumber() {
      village.with(PolicyNumber.GAP_LEAST, 60);

      assertThat(village.reasons(village.wish("p1", slot(145, 30)))).hasSize(1);
      assertThat(village.reasons(village.wish("p1", slot(150, 30)))).isEmpty();
    }

    @Test
    void isNotAskedOfALesson() {
      assertThat(village.reasons(village.wish(person("p1"), Purpose.LESSON, any(1), slot(90, 45))))
          .isEmpty();
    }
  }

  @Nested
  class NoShowBan extends PolicyContract {
    private static final Instant LAST = Village.at(-days(1));

    @Override
    PolicyName name() {
      return PolicyName.NO_SHOW_BAN;
    }

    @Override
    BookingWish refused(Village village) {
      village.missed.put(P1, List.of(Village.at(-days(30)), Village.at(-days(9)), LAST));
      return village.wish("p1", slot(60, 30));
    }

    @Test
    void tellsUntilWhen() {
      assertThat(village.reasons(village.wish("p1", slot(60, 30))))
          .containsExactly(
              new Refusal.Banned(3, Duration.ofDays(30), LocalDateTime.of(2026, 11, 29, 10, 0)));
    }

    @Test
    void endsToTheMinute() {
      village.missed.put(P1, List.of(Village.at(-days(2)), Village.at(-days(1)), LAST));
      village.now(days(6) - 1);
      assertThat(village.reasons(village.wish("p1", slot(days(6), 30)))).hasSize(1);
      village.now(days(6));
      assertThat(village.reasons(village.wish("p1", slot(days(6), 30)))).isEmpty();
    }

    @Test
    void forgetsWhatIsLongAgo() {
      village.now(1);

      assertThat(village.reasons(village.wish("p1", slot(60, 30)))).isEmpty();
    }

    @Test
    void letsTwoPass() {
      village.missed.put(P1, List.of(Village.at(-days(9)), LAST));

      assertThat(village.reasons(village.wish("p1", slot(60, 30)))).isEmpty();
      village.with(PolicyNumber.NO_SHOWS, 2);
      assertThat(village.reasons(village.wish("p1", slot(60, 30)))).hasSize(1);
    }

    @Test
    void keepsNobodyFromALesson() {
      assertThat(village.reasons(village.wish(person("p1"), Purpose.LESSON, any(1), slot(60, 45))))
          .isEmpty();
    }
  }
}
