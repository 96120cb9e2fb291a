package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import kafedra.contract.time.TimeSlot;
import kafedra.controller.policy.PolicyName;
import org.junit.jupiter.api.Test;

/** A line of 1 Mbit/s and webinars of 400 kbit/s a client. */
class LinePolicyTest extends PolicyContract {
  private static final int A_CLIENT = 400;

  @Override
  PolicyName name() {
    return PolicyName.LINE;
  }

  @Override
  BookingWish refused(Village village) {
    village.line = new LineCapacity.Capacity(1000, LineCapacity.Source.MEASURED);
    return webinar(village, 3, slot(60, 45));
  }

  private static BookingWish webinar(Village village, int seats, TimeSlot slot) {
    return webinar(village, seats, slot, Online.Screens.EACH_SEAT);
  }

  private static BookingWish webinar(
      Village village, int seats, TimeSlot slot, Online.Screens screens) {
    BookingWish plain = village.wish(group("g1"), Purpose.WEBINAR, any(seats), slot);
    Online online = new Online("https://video.example/stars", A_CLIENT, screens);
    return Village.on(plain, new Terms(online, null, null, null));
  }

  private void stands(BookingWish wish) {
    if (village.verdict(wish) instanceof Verdict.Possible can) {
      village.schedule.put(Booking.of(wish, can.room(), can.seats(), village.clock.instant()));
    } else {
      throw new AssertionError("cannot be booked: " + village.reasons(wish));
    }
  }

  @Test
  void tellsTheNumbersAndHowManyWouldFit() {
    assertThat(village.reasons(webinar(village, 10, slot(60, 45))))
        .containsExactly(new Refusal.LineTooNarrow(4000, 0, 1000, LineCapacity.Source.MEASURED, 2));
    assertThat(village.reasons(webinar(village, 2, slot(60, 45)))).isEmpty();
  }

  @Test
  void aClassAtOneDisplayIsOneClient() {
    assertThat(village.reasons(webinar(village, 10, slot(60, 45), Online.Screens.ONE_DISPLAY)))
        .isEmpty();
  }

  @Test
  void countsWhatOthersTakeAtTheBusiestMoment() {
    stands(webinar(village, 1, slot(60, 30)));
    stands(webinar(village, 1, slot(90, 30)));
    assertThat(village.reasons(webinar(village, 1, slot(60, 60)))).isEmpty();
    assertThat(village.reasons(webinar(village, 2, slot(75, 60))))
        .containsExactly(
            new Refusal.LineTooNarrow(800, 400, 1000, LineCapacity.Source.MEASURED, 1));
    assertThat(village.reasons(webinar(village, 2, slot(120, 30)))).as("touching").isEmpty();
  }

  @Test
  void whatNeedsNoLineIsNotAsked() {
    stands(webinar(village, 2, slot(60, 45)));
    assertThat(village.reasons(village.wish("p1", slot(60, 45)))).isEmpty();
  }
}
