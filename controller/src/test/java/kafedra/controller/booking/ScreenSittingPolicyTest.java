package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.Village.days;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScreenSittingPolicyTest extends PolicyContract {
  @Override
  PolicyName name() {
    return PolicyName.SCREEN_SITTING;
  }

  @Override
  BookingWish refused(Village village) {
    return village.wish("p1", slot(60, 35));
  }

  @Test
  void tellsTheLimitAndWhatWasWanted() {
    assertThat(village.reasons(village.wish("p1", slot(60, 45))))
        .containsExactly(new Refusal.ScreenSitting(Duration.ofMinutes(30), Duration.ofMinutes(45)));
  }

  @ParameterizedTest
  @CsvSource({"1, 20", "2, 20", "3, 25", "4, 25", "5, 30", "9, 30", "10, 35", "11, 35"})
  void letsEachGradeSitAsLongAsItsNormAndNoLonger(int grade, int minutes) {
    village.grade("p1", grade);

    assertThat(village.reasons(village.wish("p1", slot(60, minutes)))).isEmpty();
    assertThat(village.reasons(village.wish("p1", slot(60, minutes + 5)))).hasSize(1);
  }

  @Test
  void leavesAdultsAndGradeTwelveToTheSchool() {
    village.adult("p1").grade("p2", 12);
    assertThat(village.reasons(village.wish("p1", slot(60, 240)))).isEmpty();
    assertThat(village.reasons(village.wish("p2", slot(60, 240)))).isEmpty();

    village.with(PolicyNumber.ADULT_SITTING, 90);
    assertThat(village.reasons(village.wish("p1", slot(60, 90)))).isEmpty();
    assertThat(village.reasons(village.wish("p1", slot(60, 95)))).hasSize(1);
    assertThat(village.reasons(village.wish("p2", slot(60, 95)))).hasSize(1);
    assertThat(village.reasons(village.wish("p3", slot(60, 35)))).as("grade 7").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Purpose.class,
      names = {"LESSON", "EXAM", "MISSED_LESSON", "ELECTIVE", "WEBINAR", "EVENT"})
  void onlyWarnsOfWhatTheSchoolHasSet(Purpose purpose) {
    BookingWish lesson = village.wish(person("p1"), purpose, any(1), slot(60, 45));

    assertThat(village.reasons(lesson)).isEmpty();
    assertThat(village.ruling(lesson).warnings())
        .containsExactly(new Refusal.ScreenSitting(Duration.ofMinutes(30), Duration.ofMinutes(45)));
  }

  @Test
  void warnsForAGroupByItsYoungest() {
    village.grades.put(group("g1"), Optional.of(4));
    BookingWish lesson = village.wish(group("g1"), Purpose.LESSON, any(8), slot(60, 30));

    assertThat(village.ruling(lesson).warnings())
        .containsExactly(new Refusal.ScreenSitting(Duration.ofMinutes(25), Duration.ofMinutes(30)));
  }

  @Test
  void offersAShorterSlotAtTheSameTime() {
    assertThat(village.suggestions(village.wish("p1", slot(60, 90))))
        .isEqualTo(List.of(slot(60, 30)));
  }

  @Test
  void judgesByTheTableThatIsInForceOnTheDay() {
    assertThat(village.reasons(village.wish("p1", slot(days(200), 35))))
        .as("June 2027: the table has outlived its own end, and holds")
        .hasSize(1);
  }
}
