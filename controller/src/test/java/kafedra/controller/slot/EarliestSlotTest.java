package kafedra.controller.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The search over labs against one that walks every mark of every lab. */
class EarliestSlotTest {
  private static final int DAYS = 6;

  /** Hours in two stretches a day, which may touch, shifted as a time zone shifts them. */
  private static OpenMarks open(Random random) {
    int shift = random.nextInt(12) * 12;
    List<Marks> ranges = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      if (random.nextInt(4) > 0) {
        int start = day * Marks.PER_DAY + shift + random.nextInt(20);
        int noon = start + 10 + random.nextInt(60);
        ranges.add(new Marks(start, noon));
        int again = noon + random.nextInt(3) * 6;
        ranges.add(new Marks(again, again + 10 + random.nextInt(50)));
      }
    }
    return OpenMarks.of(ranges);
  }

  private static EarliestSlot.Site site(Random random, int full) {
    int seats = 1 + random.nextInt(70);
    LabSlots slots = new LabSlots();
    for (int i = 0; i < full; i++) {
      int from = random.nextInt(DAYS * Marks.PER_DAY);
      slots.take(
          new Marks(from, from + 1 + random.nextInt(100)),
          SeatSet.of(IntStream.range(0, seats).filter(it -> random.nextInt(4) > 0).toArray()));
    }
    SeatSet among =
        SeatSet.of(IntStream.range(0, seats).filter(it -> random.nextInt(3) > 0).toArray());
    return new EarliestSlot.Site(slots, open(random), among, seats);
  }

  private static Optional<EarliestSlot.Found> naive(
      List<EarliestSlot.Site> sites, Marks within, int length, int count) {
    for (int start = within.from(); start + length <= within.to(); start++) {
      Marks marks = new Marks(start, start + length);
      for (int i = 0; i < sites.size(); i++) {
        EarliestSlot.Site site = sites.get(i);
        if (site.open().covers(marks)
            && site.among().minus(site.slots().taken(marks)).size() >= count) {
          return Optional.of(new EarliestSlot.Found(i, start));
        }
      }
    }
    return Optional.empty();
  }

  @RepeatedTest(5)
  void findsWhatAWalkOverEveryMarkFinds(RepetitionInfo repetition) {
    long seed = 9_400L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int somewhere = 0;
    for (int round = 0; round < 60; round++) {
      int full = random.nextInt(90);
      List<EarliestSlot.Site> sites =
          IntStream.range(0, 1 + random.nextInt(8)).mapToObj(i -> site(random, full)).toList();
      int from = random.nextInt(3 * Marks.PER_DAY);
      Marks within = new Marks(from, from + 1 + random.nextInt(4 * Marks.PER_DAY));
      int length = 1 + random.nextInt(24);
      int count = 1 + random.nextInt(20);
      Optional<EarliestSlot.Found> found = EarliestSlot.among(sites, within, length, count);
      assertThat(found)
          .as("seed " + seed + ", round " + round + ": " + length + " marks, " + count + " seats")
          .isEqualTo(naive(sites, within, length, count));
      somewhere += found.isPresent() ? 1 : 0;
    }
    assertThat(somewhere).as("seed " + seed + ": both ends were met").isBetween(10, 59);
  }

  @Test
  void aBookingLiesWithinOneStretchEvenWhenTheNextTouches() {
    OpenMarks twice = OpenMarks.of(List.of(new Marks(0, 6), new Marks(6, 20)));
    EarliestSlot.Site lab = new EarliestSlot.Site(new LabSlots(), twice, SeatSet.of(0), 1);
    Marks day = new Marks(0, Marks.PER_DAY);
    assertThat(EarliestSlot.among(List.of(lab), day, 9, 1)).contains(new EarliestSlot.Found(0, 6));
    assertThat(EarliestSlot.among(List.of(lab), day, 15, 1)).isEmpty();
    assertThat(twice.covers(new Marks(4, 8))).isFalse();
  }

  @Test
  void ofSeveralAtOneTimeTheFirstLabIsTold() {
    OpenMarks open = OpenMarks.of(List.of(new Marks(10, 50)));
    EarliestSlot.Site small = new EarliestSlot.Site(new LabSlots(), open, SeatSet.of(0), 1);
    EarliestSlot.Site large = new EarliestSlot.Site(new LabSlots(), open, SeatSet.of(0, 1), 2);
    List<EarliestSlot.Site> all = List.of(small, large, large);
    assertThat(EarliestSlot.among(all, new Marks(0, 99), 9, 1))
        .contains(new EarliestSlot.Found(0, 10));
    assertThat(EarliestSlot.among(all, new Marks(0, 99), 9, 2))
        .contains(new EarliestSlot.Found(1, 10));
  }

  @Test
  void hoursOutOfOrderAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenMarks.of(List.of(new Marks(5, 9), new Marks(8, 12))));
  }
}
