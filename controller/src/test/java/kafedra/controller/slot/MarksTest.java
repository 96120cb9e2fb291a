package kafedra.controller.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kafedra.contract.time.TimeSlot;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Instant ON = Instant.parse("2026-11-23T05:10:00Z");
  private static final SeatSet ONE = SeatSet.of(0);

  @Test
  void areWholeStepsOnBothSidesOfTheEpoch() {
    assertThat(Marks.at(Marks.floor(ON))).isEqualTo(ON);
    assertThat(Marks.ceil(ON)).isEqualTo(Marks.floor(ON));
    assertThat(Marks.floor(ON.plusMillis(299_999))).isEqualTo(Marks.floor(ON));
    assertThat(Marks.ceil(ON.plusMillis(1))).isEqualTo(Marks.floor(ON) + 1);
    assertThat(Marks.floor(Instant.ofEpochMilli(-1))).isEqualTo(-1);
    assertThat(Marks.ceil(Instant.ofEpochMilli(-1))).isZero();
    assertThat(Marks.PER_DAY).isEqualTo(288);
  }

  @Test
  void knowWhatLiesOnThem() {
    assertThat(Marks.isOn(ON)).isTrue();
    assertThat(Marks.isOn(ON.plusMillis(1))).isFalse();
    assertThat(Marks.isOn(TimeSlot.of(ON, Duration.ofMinutes(45)))).isTrue();
    assertThat(Marks.isOn(TimeSlot.of(ON, Duration.ofMinutes(44)))).isFalse();
    assertThat(Marks.isOn(TimeSlot.of(ON.plusSeconds(60), Duration.ofMinutes(44)))).isFalse();
  }

  @Test
  void touchAllThatASlotTouches() {
    Marks marks = Marks.touching(TimeSlot.of(ON.plusSeconds(60), Duration.ofMinutes(5)));

    assertThat(marks).isEqualTo(new Marks(Marks.floor(ON), Marks.floor(ON) + 2));
    assertThat(marks.length()).isEqualTo(2);
    assertThat(marks.slot()).isEqualTo(TimeSlot.of(ON, Duration.ofMinutes(10)));
    assertThat(Marks.steps(Duration.ofMinutes(45))).isEqualTo(9);
    assertThat(Marks.steps(Duration.ofMinutes(46))).isEqualTo(10);
    assertThatThrownBy(() -> new Marks(3, 3)).hasMessageContaining("3 to 3");
  }

  @Test
  void rangesThatTouchStayTwo() {
    OpenMarks open = OpenMarks.of(List.of(new Marks(10, 20), new Marks(20, 30), new Marks(40, 50)));

    assertThat(open.count()).isEqualTo(3);
    assertThat(open.covers(new Marks(10, 20))).isTrue();
    assertThat(open.covers(new Marks(20, 30))).isTrue();
    assertThat(open.covers(new Marks(19, 21))).as("across both").isFalse();
    assertThat(open.covers(new Marks(9, 20))).isFalse();
    assertThat(open.covers(new Marks(29, 31))).isFalse();
    assertThat(open.covers(new Marks(50, 51))).isFalse();
    assertThat(open.firstEndingAfter(0)).isZero();
    assertThat(open.firstEndingAfter(19)).isZero();
    assertThat(open.firstEndingAfter(20)).isEqualTo(1);
    assertThat(open.firstEndingAfter(30)).isEqualTo(2);
    assertThat(open.firstEndingAfter(50)).isEqualTo(3);
    assertThat(open.from(2)).isEqualTo(40);
    assertThat(open.to(0)).isEqualTo(20);
    assertThatThrownBy(() -> OpenMarks.of(List.of(new Marks(10, 20), new Marks(19, 30))))
        .hasMessageContaining("begins before");
  }

  @RepeatedTest(40)
  void areFoundFirstAmongManyLabs(RepetitionInfo repetition) {
    long seed = 77L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<EarliestSlot.Site> sites = List.of(site(random), site(random), site(random));
    int begin = random.nextInt(400);
    Marks within = new Marks(begin, begin + 1 + random.nextInt(900));
    int length = 1 + random.nextInt(20);

    assertThat(EarliestSlot.among(sites, within, length, 1))
        .as("seed %s", seed)
        .isEqualTo(plainly(sites, within, length));
  }

  /** One seat, open each day for some hours, taken now and then. */
  private static EarliestSlot.Site site(Random random) {
    LabSlots slots = new LabSlots();
    for (int i = 0; i < 30; i++) {
      int from = random.nextInt(1_200);
      slots.take(new Marks(from, from + 1 + random.nextInt(40)), ONE);
    }
    int opens = random.nextInt(100);
    List<Marks> days =
        List.of(0, 1, 2, 3).stream()
            .map(day -> new Marks(day * 288 + opens, day * 288 + opens + 50 + random.nextInt(100)))
            .toList();
    return new EarliestSlot.Site(slots, OpenMarks.of(days), ONE, 1);
  }

  private static Optional<EarliestSlot.Found> plainly(
      List<EarliestSlot.Site> sites, Marks within, int length) {
    for (int mark = within.from(); mark + length <= within.to(); mark++) {
      for (int i = 0; i < sites.size(); i++) {
        Marks wanted = new Marks(mark, mark + length);
        if (sites.get(i).open().covers(wanted)
            && !sites.get(i).slots().taken(wanted).intersects(ONE)) {
          return Optional.of(new EarliestSlot.Found(i, mark));
        }
      }
    }
    return Optional.empty();
  }
}
