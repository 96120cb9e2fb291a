package kafedra.controller.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Held against a plain table of marks and seats. */
class LabSlotsTest {
  private static final int MARKS = 400;
  private static final int OFFSET = -150;

  private final LabSlots slots = new LabSlots();
  private final BitSet[] table = new BitSet[MARKS];

  LabSlotsTest() {
    for (int mark = 0; mark < MARKS; mark++) {
      table[mark] = new BitSet();
    }
  }

  private static SeatSet set(BitSet bits) {
    return SeatSet.of(bits.stream().toArray());
  }

  private static BitSet randomSeats(Random random, int seats) {
    BitSet bits = new BitSet();
    for (int seat = 0; seat < seats; seat++) {
      if (random.nextInt(3) == 0) {
        bits.set(seat);
      }
    }
    return bits;
  }

  private static Marks randomMarks(Random random) {
    int from = random.nextInt(MARKS - 1);
    return new Marks(OFFSET + from, OFFSET + from + 1 + random.nextInt(MARKS - from - 1));
  }

  private BitSet taken(Marks marks) {
    BitSet all = new BitSet();
    for (int mark = marks.from(); mark < marks.to(); mark++) {
      all.or(table[mark - OFFSET]);
    }
    return all;
  }

  private OptionalInt earliest(Marks window, int length, int count, BitSet among) {
    for (int start = window.from(); start + length <= window.to(); start++) {
      BitSet free = (BitSet) among.clone();
      free.andNot(taken(new Marks(start, start + length)));
      if (free.cardinality() >= count) {
        return OptionalInt.of(start);
      }
    }
    return OptionalInt.empty();
  }

  @RepeatedTest(60)
  void agreesWithAPlainTable(RepetitionInfo repetition) {
    long seed = 90210L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int seats = 1 + random.nextInt(140);
    for (int step = 0; step < 40; step++) {
      Marks marks = randomMarks(random);
      BitSet some = randomSeats(random, seats);
      if (random.nextInt(3) > 0) {
        slots.take(marks, set(some));
        for (int mark = marks.from(); mark < marks.to(); mark++) {
          table[mark - OFFSET].or(some);
        }
      } else {
        slots.free(marks, set(some));
        for (int mark = marks.from(); mark < marks.to(); mark++) {
          table[mark - OFFSET].andNot(some);
        }
      }
      Marks asked = randomMarks(random);
      assertThat(slots.taken(asked)).as("seed %s", seed).isEqualTo(set(taken(asked)));
      BitSet among = randomSeats(random, seats);
      int length = 1 + random.nextInt(30);
      int count = 1 + random.nextInt(Math.max(1, among.cardinality()));
      assertThat(slots.earliest(asked, length, count, set(among), seats))
          .as("seed %s: %s marks for %s of %s within %s", seed, length, count, among, asked)
          .isEqualTo(earliest(asked, length, count, among));
    }
  }

  @Test
  void isFreeWhereNothingWasEverTaken() {
    Marks day = new Marks(1_000_000, 1_000_288);
    assertThat(slots.taken(day)).isEqualTo(SeatSet.NONE);
    assertThat(slots.earliest(day, 12, 2, SeatSet.of(0, 1), 2)).hasValue(1_000_000);

    slots.take(new Marks(1_000_000, 1_000_001), SeatSet.of(0));
    assertThat(slots.earliest(day, 12, 2, SeatSet.of(0, 1), 2)).hasValue(1_000_001);
    assertThat(slots.taken(new Marks(-5_000_000, -4_999_000))).isEqualTo(SeatSet.NONE);
  }

  @Test
  void growsInBothDirectionsAndForgetsNothing() {
    slots.take(new Marks(0, 5), SeatSet.of(3));
    slots.take(new Marks(900_000, 900_005), SeatSet.of(4));
    slots.take(new Marks(-900_005, -900_000), SeatSet.of(70));

    assertThat(slots.taken(new Marks(4, 5))).isEqualTo(SeatSet.of(3));
    assertThat(slots.taken(new Marks(900_004, 900_005))).isEqualTo(SeatSet.of(4));
    assertThat(slots.taken(new Marks(-900_001, -900_000))).isEqualTo(SeatSet.of(70));
    assertThat(slots.taken(new Marks(5, 6))).isEqualTo(SeatSet.NONE);
    assertThat(slots.taken(new Marks(-1, 0))).isEqualTo(SeatSet.NONE);
  }

  @Test
  void findsNothingWhereTooFewSeatsAreMeant() {
    assertThat(slots.earliest(new Marks(0, 100), 3, 3, SeatSet.of(0, 1), 10)).isEmpty();
    assertThat(slots.earliest(new Marks(0, 3), 4, 1, SeatSet.of(0), 1)).isEmpty();
    assertThat(slots.earliest(new Marks(0, 4), 4, 1, SeatSet.of(0), 1)).hasValue(0);
  }
}
