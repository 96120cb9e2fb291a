package kafedra.controller.booking;

import static org.assertj.core.api.Assertions.assertThat;

import kafedra.controller.policy.Force;
import kafedra.controller.policy.PolicyName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every rule that refuses must do. A rule that is taken out of the list fails its own test,
 * and nothing else in the list may do its work.
 */
abstract class PolicyContract {
  Village village;
  private BookingWish wish;

  abstract PolicyName name();

  /** Arranges what the rule, and it alone, refuses. */
  abstract BookingWish refused(Village village);

  @BeforeEach
  void arrange() {
    village = new Village().with(name(), Force.ON);
    wish = refused(village);
  }

  @Test
  void refuses() {
    assertThat(village.reasons(wish))
        .filteredOn(Refusal.ByRule.class::isInstance)
        .extracting(reason -> ((Refusal.ByRule) reason).policy())
        .containsExactly(name());
  }

  @Test
  void refusesNothingOnceItIsTakenOutOfTheList() {
    assertThat(village.reasons(wish, Village.without(name()))).isEmpty();
  }

  @Test
  void refusesNothingWhenSwitchedOff() {
    village.with(name(), Force.OFF);

    assertThat(village.reasons(wish)).isEmpty();
    assertThat(village.ruling(wish).warnings()).isEmpty();
  }

  @Test
  void warnsWhenItIsOnlyToWarn() {
    if (name().allows(Force.WARN)) {
      village.with(name(), Force.WARN);

      assertThat(village.ruling(wish).warnings())
          .extracting(reason -> ((Refusal.ByRule) reason).policy())
          .containsExactly(name());
      assertThat(village.ruling(wish).setAside()).isEmpty();
    }
  }

  @Test
  void isSetAsideByALibrarianWithAReasonThatTheHistoryKeeps() {
    assertThat(name().mayBeOverridden()).isTrue();
    Ruling ruling = village.ruling(Village.overridden(wish));

    assertThat(ruling.against()).isEmpty();
    assertThat(ruling.setAside()).containsExactly(name());
    assertThat(ruling.text()).isEqualTo("; set-aside=[" + name() + "]");
  }

  @Test
  void offersOnlySlotsThatItAllows() {
    assertThat(village.suggestions(wish))
        .allSatisfy(slot -> assertThat(village.reasons(wish.at(slot))).isEmpty());
  }
}
