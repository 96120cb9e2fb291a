package kafedra.controller.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Held against the JDK's own set of bits. */
class SeatSetTest {
  private static BitSet bits(Random random) {
    BitSet bits = new BitSet();
    int most = random.nextInt(200);
    for (int i = 0; i < most; i++) {
      bits.set(random.nextInt(200));
    }
    return bits;
  }

  private static SeatSet set(BitSet bits) {
    return SeatSet.of(bits.stream().toArray());
  }

  @RepeatedTest(60)
  void doesWhatSetsDo(RepetitionInfo repetition) {
    long seed = 31L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    BitSet one = bits(random);
    BitSet other = random.nextInt(4) == 0 ? (BitSet) one.clone() : bits(random);
    BitSet and = (BitSet) one.clone();
    and.and(other);
    BitSet or = (BitSet) one.clone();
    or.or(other);
    BitSet minus = (BitSet) one.clone();
    minus.andNot(other);

    assertThat(set(one).and(set(other))).as("seed %s", seed).isEqualTo(set(and));
    assertThat(set(one).or(set(other))).as("seed %s", seed).isEqualTo(set(or));
    assertThat(set(one).minus(set(other))).as("seed %s", seed).isEqualTo(set(minus));
    assertThat(set(one).intersects(set(other)))
        .as("seed %s", seed)
        .isEqualTo(one.intersects(other));
    assertThat(set(or).containsAll(set(other))).as("seed %s", seed).isTrue();
    assertThat(set(one).containsAll(set(other))).as("seed %s", seed).isEqualTo(and.equals(other));
    assertThat(set(one).seats().toArray()).as("seed %s", seed).isEqualTo(one.stream().toArray());
    assertThat(set(one).size()).as("seed %s", seed).isEqualTo(one.cardinality());
    assertThat(set(one).isEmpty()).as("seed %s", seed).isEqualTo(one.isEmpty());
    assertThat(set(one).equals(set(other))).as("seed %s", seed).isEqualTo(one.equals(other));
    for (int seat = 0; seat < 260; seat++) {
      assertThat(set(one).contains(seat)).as("seed %s", seed).isEqualTo(one.get(seat));
    }
  }

  @Test
  void isEqualHoweverItWasMade() {
    SeatSet emptied = SeatSet.of(3, 100).minus(SeatSet.of(100));

    assertThat(emptied).isEqualTo(SeatSet.of(3)).hasSameHashCodeAs(SeatSet.of(3));
    assertThat(SeatSet.of(3).hashCode()).isNotEqualTo(SeatSet.of(4).hashCode());
    assertThat(SeatSet.of(100).and(SeatSet.of(3))).isEqualTo(SeatSet.NONE);
    assertThat(SeatSet.of(3)).isNotEqualTo("3").hasToString("[3]");
  }

  @Test
  void refusesNumbersBelowNought() {
    assertThatThrownBy(() -> SeatSet.of(-1)).hasMessageContaining("-1");
  }
}
