package kafedra.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {
  private static final SchoolId SCHOOL = new SchoolId("s1");
  private static final PolicySettings USUAL = PolicySettings.usual(SCHOOL);

  @Test
  void holdsWhatIsUsualForASchoolThatHasSaidNothing() {
    for (PolicyName name : PolicyName.values()) {
      assertThat(USUAL.force(name)).as(name.name()).isEqualTo(name.usual());
    }
    for (PolicyNumber number : PolicyNumber.values()) {
      assertThat(USUAL.number(number)).as(number.name()).isEqualTo(number.usual());
    }
  }

  @Test
  void hasAUsualThatItWouldAccept() {
    for (PolicyName name : PolicyName.values()) {
      assertThat(name.allows(name.usual())).as(name.name()).isTrue();
      assertThat(name.forces()).as(name.name()).contains(Force.OFF, Force.ON);
    }
    for (PolicyNumber number : PolicyNumber.values()) {
      assertThat(number.allows(number.usual())).as(number.name()).isTrue();
      assertThat(number.policy().numbers())
          .contains(number)
          .allMatch(other -> other.policy() == number.policy());
    }
  }

  @Test
  void takesEveryNumberToItsBoundsAndNoneBeyond() {
    for (PolicyNumber number : PolicyNumber.values()) {
      assertThat(USUAL.with(number, number.least()).number(number)).isEqualTo(number.least());
      assertThat(USUAL.with(number, number.most()).number(number)).isEqualTo(number.most());
      assertThatThrownBy(() -> USUAL.with(number, number.least() - 1))
          .hasMessageContaining(number.name());
      assertThatThrownBy(() -> USUAL.with(number, number.most() + 1))
          .hasMessageContaining(number.name());
    }
  }

  @Test
  void refusesToWarnWhereAWarningMeansNothing() {
    assertThatThrownBy(() -> USUAL.with(PolicyName.NO_SHOW_RELEASE, Force.WARN))
        .hasMessageContaining("[OFF, ON]");
    assertThat(USUAL.with(PolicyName.GAP, Force.WARN).force(PolicyName.GAP)).isEqualTo(Force.WARN);
  }

  @Test
  void tellsKiosksWhatIsOwedToThoseWhoWait() {
    assertThat(USUAL.turns()).isEqualTo(ReplicaItem.Turns.USUAL);
    assertThat(
            USUAL
                .with(PolicyNumber.QUEUE_STOPS, 4)
                .with(PolicyName.CALL_RELEASE, Force.OFF)
                .turns())
        .isEqualTo(new ReplicaItem.Turns(4, null));
    assertThat(
            USUAL
                .with(PolicyNumber.CALL_HELD, 5)
                .with(PolicyName.EXTENSION_STOP, Force.OFF)
                .turns())
        .isEqualTo(new ReplicaItem.Turns(null, Duration.ofMinutes(5)));
  }

  @Test
  void letsALibrarianSetAsideAllButWhatIsDoneToOthers() {
    Set<PolicyName> toOthers =
        Set.of(
            PolicyName.PURPOSE_ORDER,
            PolicyName.NO_SHOW_RELEASE,
            PolicyName.EXTENSION_STOP,
            PolicyName.CALL_RELEASE);
    for (PolicyName name : PolicyName.values()) {
      boolean ofOthers = toOthers.contains(name);
      assertThat(name.mayBeOverridden()).as(name.name()).isNotEqualTo(ofOthers);
    }
  }

  @Test
  void countsTimeInTheUnitOfTheNumber() {
    assertThat(USUAL.length(PolicyNumber.DAILY_MINUTES)).isEqualTo(Duration.ofHours(2));
    assertThat(USUAL.length(PolicyNumber.DAYS_MOST)).isEqualTo(Duration.ofDays(14));
    assertThatThrownBy(() -> USUAL.length(PolicyNumber.NO_SHOWS)).hasMessageContaining("TIMES");
  }

  @Test
  void changesOneThingAndNoOther() {
    PolicySettings changed = USUAL.with(PolicyName.GAP, Force.ON).with(PolicyNumber.OPEN_MOST, 9);

    assertThat(changed.forces())
        .containsEntry(PolicyName.GAP, Force.ON)
        .containsEntry(PolicyName.SCREEN_DAY, Force.ON);
    assertThat(changed.number(PolicyNumber.OPEN_MOST)).isEqualTo(9);
    assertThat(changed.number(PolicyNumber.GAP_LEAST)).isEqualTo(10);
    assertThat(changed.version()).isZero();
  }

  @Test
  void isLenientOnlyWhenAskedTo() {
    assertThat(PolicySettings.lenient(SCHOOL).forces().values()).containsOnly(Force.OFF);
    assertThat(new PolicySettings(SCHOOL, 3, Map.of(), Map.of()).forces())
        .isEqualTo(USUAL.forces());
  }

  @Test
  void admitsToASeatByGradeAndNeed() {
    SeatRule rule = new SeatRule(new WorkstationId("w1"), 5, 9, Need.ACCESSIBLE_SEAT);

    assertThat(rule.admits(4)).isFalse();
    assertThat(rule.admits(5)).isTrue();
    assertThat(rule.admits(9)).isTrue();
    assertThat(rule.admits(10)).isFalse();
    assertThat(rule.admits(null)).isTrue();
    assertThat(rule.servesWhileKept(Set.of(Need.PRIORITY))).isFalse();
    assertThat(rule.servesWhileKept(Set.of(Need.ACCESSIBLE_SEAT))).isTrue();
    assertThat(SeatRule.none(new WorkstationId("w1")).servesWhileKept(Set.of())).isTrue();
    assertThat(new SeatRule(new WorkstationId("w1"), 7, 7, null).admits(7)).isTrue();
    assertThatThrownBy(() -> new SeatRule(new WorkstationId("w1"), 0, 5, null))
        .hasMessageContaining("0 to 5");
    assertThatThrownBy(() -> new SeatRule(new WorkstationId("w1"), 9, 5, null))
        .hasMessageContaining("9 to 5");
  }
}
