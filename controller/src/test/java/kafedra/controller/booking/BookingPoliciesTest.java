package kafedra.controller.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.policy.PolicySettings;
import org.junit.jupiter.api.Test;

class BookingPoliciesTest {
  /** Where clocks change; the last Sunday of October 2026 has 25 hours. */
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final Instant NOW = Instant.parse("2026-10-20T08:00:00Z");

  private static Room open(String opens, String closes) {
    return new Room(
        new LabId("l1"),
        new BuildingId("b1"),
        new SchoolId("s1"),
        BERLIN,
        day ->
            new DayPlan.Open(
                List.of(
                    new TimeSlot(
                        day.atTime(LocalTime.parse(opens)).atZone(BERLIN).toInstant(),
                        day.atTime(LocalTime.parse(closes)).atZone(BERLIN).toInstant())),
                List.of()),
        List.of());
  }

  private static List<Refusal> judge(String start, Duration length) {
    return judge(TimeSlot.of(Instant.parse(start), length), open("08:00", "20:00"));
  }

  private static List<Refusal> judge(TimeSlot slot, Room room) {
    BookingWish wish = BookingFixture.wish("b-1", Holder.NOBODY, BookingFixture.any(1), slot);
    Policy.Case it =
        new Policy.Case(
            wish,
            room,
            Optional.empty(),
            new Schedule(),
            Facts.without(),
            PolicySettings.lenient(room.school()),
            NOW);
    return new BookingPolicies(BookingPolicies.ALL).judge(it).against();
  }

  private static Refusal open8to20() {
    return new Refusal.OutsideOpeningHours(
        List.of(new Refusal.Hours(LocalTime.of(8, 0), LocalTime.of(20, 0))));
  }

  @Test
  void openingHoursAreLocalOnBothSidesOfAClockChange() {
    assertThat(judge("2026-10-24T06:00:00Z", Duration.ofHours(1))).as("summer, 8:00").isEmpty();
    assertThat(judge("2026-10-26T07:00:00Z", Duration.ofHours(1))).as("winter, 8:00").isEmpty();
    assertThat(judge("2026-10-26T06:00:00Z", Duration.ofHours(1)))
        .as("winter, 7:00")
        .containsExactly(open8to20());
  }

  @Test
  void mayEndWhenTheRoomCloses() {
    assertThat(judge("2026-10-24T17:00:00Z", Duration.ofHours(1))).isEmpty();
    assertThat(judge("2026-10-24T17:00:00Z", Duration.ofMinutes(65))).hasSize(1);
  }

  @Test
  void doesNotReachIntoTheNextDay() {
    List<Refusal> reasons =
        judge(
            TimeSlot.of(Instant.parse("2026-10-24T21:30:00Z"), Duration.ofHours(1)),
            open("00:00", "23:59"));
    assertThat(reasons).hasOnlyElementsOfType(Refusal.OutsideOpeningHours.class).hasSize(1);
  }

  @Test
  void aSlotMayHaveBegunButNotLongAgo() {
    assertThat(judge("2026-10-20T07:50:00Z", Duration.ofHours(1))).isEmpty();
    assertThat(judge("2026-10-20T07:40:00Z", Duration.ofHours(1)))
        .containsExactly(new Refusal.InThePast());
    assertThat(judge("2026-10-20T07:45:00Z", Duration.ofMinutes(15)))
        .containsExactly(new Refusal.InThePast());
  }

  @Test
  void lengthAndDistanceHaveBounds() {
    assertThat(judge("2026-10-24T08:00:00Z", Duration.ofMinutes(4)))
        .contains(new Refusal.TooShort(BookingPolicies.SHORTEST));
    assertThat(judge("2027-10-24T08:00:00Z", Duration.ofHours(1)))
        .containsExactly(new Refusal.TooFarAhead(BookingPolicies.DAYS_AHEAD));
    assertThat(judge("2026-10-24T06:00:00Z", BookingPolicies.LONGEST)).isEmpty();
    assertThat(judge("2026-10-24T06:00:00Z", BookingPolicies.LONGEST.plusMillis(1)))
        .contains(new Refusal.TooLong(BookingPolicies.LONGEST));
  }

  @Test
  void beginsAndEndsOnFiveMinuteMarks() {
    assertThat(judge("2026-10-24T08:03:00Z", Duration.ofMinutes(45)))
        .containsExactly(new Refusal.OffTheMarks(Duration.ofMinutes(5)));
    assertThat(judge("2026-10-24T08:00:00.001Z", Duration.ofMinutes(45)))
        .containsExactly(new Refusal.OffTheMarks(Duration.ofMinutes(5)));
    assertThat(judge("2026-10-24T08:05:00Z", Duration.ofMinutes(45))).isEmpty();
  }
}
