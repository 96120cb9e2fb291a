package kafedra.controller.booking;

import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kafedra.controller.policy.PolicyName;
import org.junit.jupiter.api.Test;

class ScreenRestPolicyTest extends PolicyContract {
  @Override
  PolicyName name() {
    return PolicyName.SCREEN_REST;
  }

  @Override
  BookingWish refused(Village village) {
    village.booked("p1", slot(60, 30));
    return village.wish("p1", slot(95, 5));
  }

  @Test
  void asksForTenMinutesAfterAFullSitting() {
    assertThat(village.reasons(village.wish("p1", slot(95, 30))))
        .containsExactly(
            new Refusal.ScreenRest(
                Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofMinutes(60)));
    assertThat(village.reasons(village.wish("p1", slot(100, 30)))).isEmpty();
  }

  @Test
  void asksForItBeforeAFullSittingToo() {
    assertThat(village.reasons(village.wish("p1", slot(45, 10)))).hasSize(1);
    assertThat(village.reasons(village.wish("p1", slot(40, 10)))).isEmpty();
  }

  @Test
  void letsPartsOfASittingFollowOneAnother() {
    village.booked("p2", slot(60, 15));

    assertThat(village.reasons(village.wish("p2", slot(75, 15)))).isEmpty();
    assertThat(village.reasons(village.wish("p2", slot(75, 20)))).hasSize(1);
  }

  @Test
  void seesThroughAChainOfParts() {
    village.booked("p2", slot(60, 10));
    village.booked("p2", slot(75, 10));

    assertThat(village.reasons(village.wish("p2", slot(90, 10)))).isEmpty();
    assertThat(village.reasons(village.wish("p2", slot(90, 15)))).hasSize(1);
    assertThat(village.reasons(village.wish("p2", slot(95, 15)))).as("after a rest").isEmpty();
  }

  @Test
  void seesAChainThatComesAfterToo() {
    village.booked("p2", slot(60, 10));
    village.booked("p2", slot(75, 10));

    assertThat(village.reasons(village.wish("p2", slot(45, 10)))).isEmpty();
    assertThat(village.reasons(village.wish("p2", slot(40, 15)))).hasSize(1);
  }

  @Test
  void leavesALongSittingAloneToTheRuleOfSittings() {
    assertThat(village.reasons(village.wish("p3", slot(60, 90)))).isEmpty();
  }

  @Test
  void holdsNothingOfOthersAgainstAnybody() {
    assertThat(village.reasons(village.wish("p2", slot(95, 30)))).isEmpty();
  }
}
