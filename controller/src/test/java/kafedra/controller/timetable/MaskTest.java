package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {
  @Test
  void goesRoundItsCycle() {
    Mask oddWeeks = new Mask("10");

    assertThat(oddWeeks.has(0)).isTrue();
    assertThat(oddWeeks.has(1)).isFalse();
    assertThat(oddWeeks.has(38)).isTrue();
    assertThat(oddWeeks.has(-1)).isFalse();
  }

  @Test
  void meetsAMaskOfAnotherLength() {
    assertThat(new Mask("10").meets(new Mask("01"))).isFalse();
    assertThat(new Mask("10").meets(new Mask("001"))).isTrue();
    assertThat(Mask.EACH.meets(new Mask("01"))).isTrue();
  }

  @Test
  void refusesWhatIsNoMask() {
    for (String bits : List.of("", "00", "12", "а", "1".repeat(61))) {
      assertThatThrownBy(() -> new Mask(bits)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
