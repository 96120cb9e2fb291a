package kafedra.controller.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Masks and searches of rooms with up to 130 seats against a table of booleans. */
class LabSearchTest {
  /** Marks looked at: four days around the beginning of the epoch, so that some are negative. */
  private static final int FIRST = -2 * Marks.PER_DAY;

  private static final int AFTER = 2 * Marks.PER_DAY;

  private final LabSlots slots = new LabSlots();
  private final boolean[][] table = new boolean[AFTER - FIRST][130];

  private static SeatSet seats(Random random, int of, int chanceOfTen) {
    return SeatSet.of(
        IntStream.range(0, of).filter(seat -> random.nextInt(10) < chanceOfTen).toArray());
  }

  private static Marks marks(Random random) {
    int from = FIRST + random.nextInt(AFTER - FIRST - 1);
    return new Marks(from, Math.min(AFTER, from + 1 + random.nextInt(150)));
  }

  private void change(Random random, int seats) {
    Marks marks = marks(random);
    SeatSet some = seats(random, seats, 4);
    boolean take = random.nextInt(3) > 0;
    if (take) {
      slots.take(marks, some);
    } else {
      slots.free(marks, some);
    }
    for (int mark = marks.from(); mark < marks.to(); mark++) {
      int row = mark - FIRST;
      some.seats().forEach(seat -> table[row][seat] = take);
    }
  }

  private BitSet taken(Marks marks) {
    BitSet all = new BitSet();
    for (int mark = marks.from(); mark < marks.to(); mark++) {
      for (int seat = 0; seat < table[0].length; seat++) {
        if (table[mark - FIRST][seat]) {
          all.set(seat);
        }
      }
    }
    return all;
  }

  private OptionalInt earliest(Marks window, int length, int count, SeatSet among) {
    for (int start = window.from(); start + length <= window.to(); start++) {
      BitSet taken = taken(new Marks(start, start + length));
      if (among.seats().filter(seat -> !taken.get(seat)).count() >= count) {
        return OptionalInt.of(start);
      }
    }
    return OptionalInt.empty();
  }

  @RepeatedTest(6)
  void agreesWithATable(RepetitionInfo repetition) {
    long seed = 7_100L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int seats = new int[] {1, 20, 63, 64, 65, 130}[repetition.getCurrentRepetition() - 1];
    for (int step = 0; step < 120; step++) {
      change(random, seats);
      String where = "seed " + seed + ", step " + step;
      Marks window = marks(random);
      assertThat(slots.taken(window).seats().boxed().toList())
          .as(where)
          .isEqualTo(taken(window).stream().boxed().toList());
      SeatSet among = seats(random, seats, 8);
      int length = 1 + random.nextInt(30);
      int count = 1 + random.nextInt(Math.max(1, seats / 2));
      assertThat(
              window.length() < length
                  ? OptionalInt.empty()
                  : slots.earliest(window, length, count, among, seats))
          .as(where + ": " + length + " marks, " + count + " of " + among + " in " + window)
          .isEqualTo(earliest(window, length, count, among));
    }
  }

  @Test
  void aFullRoomHasNoRoomAndAnEmptyOneAtOnce() {
    SeatSet all = SeatSet.of(IntStream.range(0, 20).toArray());
    Marks day = new Marks(0, Marks.PER_DAY);
    assertThat(slots.earliest(day, 9, 12, all, 20)).hasValue(0);
    slots.take(day, all);
    assertThat(slots.earliest(day, 9, 1, all, 20)).isEmpty();
    slots.free(new Marks(100, 109), SeatSet.of(IntStream.range(3, 15).toArray()));
    assertThat(slots.earliest(day, 9, 12, all, 20)).hasValue(100);
    assertThat(slots.earliest(day, 9, 13, all, 20)).isEmpty();
    assertThat(slots.earliest(day, 10, 12, all, 20)).isEmpty();
  }
}
