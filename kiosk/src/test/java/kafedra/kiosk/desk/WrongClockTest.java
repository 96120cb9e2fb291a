package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.signin.AttemptLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine without a clock of its own, whose power is cut. */
class WrongClockTest {
  private final KioskStage stage = new KioskStage();

  private Duration left() {
    return sitting(stage.tap(ANYA)).remaining();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:10Z",
        "2026-11-22T10:12:00Z",
        "2026-11-24T10:12:00Z",
        "2038-01-19T03:14:08Z"
      })
  void endsNoSessionEarlyWhateverTheClockSaysAfterAPowerCut(String wall) {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(12));
    stage.count(sitting(seated).id(), Duration.ofMinutes(12), Duration.ZERO);
    stage.agentsReport();
    stage.cutThePower(Instant.parse(wall));

    assertThat(left()).isEqualTo(Duration.ofMinutes(18));
    stage.pass(Duration.ofMinutes(17));
    assertThat(stage.occupant(ONE)).contains(ANYA);
    stage.pass(Duration.ofMinutes(2));
    assertThat(stage.occupant(ONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-400, -1, 1, 400})
  void measuresNothingByAClockThatJumps(long days) {
    stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(10));
    stage.clockIsSetTo(stage.clock.instant().plus(Duration.ofDays(days)));
    stage.pass(Duration.ofMinutes(10));

    assertThat(left()).isEqualTo(Duration.ofMinutes(10));
    stage.restart();
    assertThat(left()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void holdsASessionToWhatWasPromisedOnceTheTimeIsKnownAgain() {
    stage.sit(ANYA, ONE);
    stage.cutThePower(Instant.EPOCH);
    assertThat(left()).isEqualTo(Duration.ofMinutes(30));

    stage.clockIsSetTo(TEN.plus(Duration.ofMinutes(20)));

    assertThat(left()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void endsWhatWasOverBeforeThePowerCameBackOnceTheTimeIsKnown() {
    stage.sit(ANYA, ONE);
    stage.cutThePower(Instant.EPOCH);
    stage.clockIsSetTo(TEN.plus(Duration.ofHours(3)));
    stage.pass(Duration.ofMinutes(2));

    assertThat(stage.occupant(ONE)).isEmpty();
    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.at().trust()).isEqualTo(ClockTrust.TRUSTED));
  }

  @Test
  void tellsTheTimesOfASessionAnewThatBeganByAWrongClock() {
    stage.cutThePower(Instant.EPOCH);
    stage.sit(ANYA, ONE);
    assertThat(started().at().trust()).isEqualTo(ClockTrust.UNTRUSTED);
    stage.pass(Duration.ofMinutes(5));

    stage.clockIsSetTo(TEN.plus(Duration.ofMinutes(5)));

    assertThat(left()).isEqualTo(Duration.ofMinutes(25));
    assertThat(started().at().wall()).isEqualTo(TEN);
    assertThat(started().at().trust()).isEqualTo(ClockTrust.TRUSTED);
    assertThat(started().plannedEnd()).isEqualTo(TEN.plus(Duration.ofMinutes(30)));
    assertThat(stage.memory.session(started().session()).orElseThrow().startedAt()).isEqualTo(TEN);

    stage.restart();
    assertThat(left()).isEqualTo(Duration.ofMinutes(25));
  }

  private SiteRecord.SessionStarted started() {
    return stage.memory.records(SiteRecord.SessionStarted.class).getLast();
  }

  @Test
  void leavesTimesOfAnEarlierStartAsTheyWereToldIfItsTimeNeverBecameKnown() {
    stage.cutThePower(Instant.EPOCH);
    stage.sit(ANYA, ONE);
    stage.cutThePower(Instant.EPOCH.plusSeconds(60));

    stage.clockIsSetTo(TEN);

    assertThat(started().at().trust()).isEqualTo(ClockTrust.UNTRUSTED);
    assertThat(left()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void booksNothingAndKeepsNothingByAWrongClock() {
    Instant start = TEN.plus(Duration.ofHours(1));
    stage.book("b", BORIS, ONE, Duration.ofMinutes(1), Duration.ofMinutes(41));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.HELD);
    stage.cutThePower(TEN);

    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.FREE);
    assertThat(
            refusal(
                stage
                    .room()
                    .bookings()
                    .book(
                        stage.tap(ANYA).token(),
                        BookingDesk.newBookingId(),
                        TimeSlot.of(start, Duration.ofMinutes(40)),
                        Optional.empty())))
        .isEqualTo(Plain.TIME_UNKNOWN);

    stage.clockIsSetTo(TEN.plus(Duration.ofMinutes(2)));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.HELD);
  }

  @Test
  void givesOutSeatsAtNightByAWrongClockSinceItMayBeDay() {
    stage.cutThePower(TEN.minus(Duration.ofHours(8)));

    stage.sit(ANYA, ONE);

    assertThat(left()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void keepsTheHoldOfTheQueueThroughAJump() {
    stage.sit(ANYA, ONE);
    stage.sit(BORIS, TWO);
    VisitView waits = stage.tap(KioskStage.VERA);
    var _ = KioskStage.done(stage.desk().draw(waits.token(), Wish.ANY));
    stage.desk().endSession(stage.tap(ANYA).token());
    stage.pass(Duration.ofSeconds(5));
    assertThat(stage.site().queue().called()).hasSize(1);

    stage.clockIsSetTo(TEN.plus(Duration.ofHours(2)));
    stage.pass(Duration.ofSeconds(170));
    assertThat(missed()).isZero();
    stage.pass(Duration.ofSeconds(15));
    assertThat(missed()).isOne();
  }

  private int missed() {
    return stage.memory.openTickets().getFirst().standing().missed();
  }

  @Test
  void lettingAPinBeGuessedDoesNotGoFasterByPullingThePlug() {
    AttemptLimit limit = new AttemptLimit(stage.memory, stage.clock);
    for (int i = 0; i < AttemptLimit.Limit.PERSON.allowed(); i++) {
      limit.count("number:7", AttemptLimit.Limit.PERSON);
    }
    assertThat(limit.wait("number:7")).contains(Duration.ofMinutes(5));
    stage.clock.pass(Duration.ofMinutes(1));

    stage.clock.reboot(TEN.plus(Duration.ofDays(1)), ClockTrust.UNTRUSTED);
    assertThat(limit.wait("number:7")).contains(Duration.ofMinutes(5));
    stage.clock.pass(Duration.ofMinutes(4));
    assertThat(limit.wait("number:7")).contains(Duration.ofMinutes(1));
    stage.clock.jumpTo(TEN.plus(Duration.ofMinutes(10)), ClockTrust.TRUSTED);
    assertThat(limit.wait("number:7")).isEmpty();
  }

  @Test
  void isNotSetBackByAMessageThatWasLongOnItsWay() {
    stage.heard.clear();
    StreamId stream = new StreamId(new KioskId("kiosk-1"), "0a0b0c0d");
    stage.counter().received(new RecordAck(stream, 0, TEN.minusSeconds(30)));
    assertThat(stage.heard).isEmpty();
    stage.counter().received(new RecordAck(stream, 0, TEN.plusSeconds(30)));
    assertThat(stage.heard).containsExactly(TEN.plusSeconds(30));

    stage.clock.jumpTo(TEN.plusSeconds(60), ClockTrust.UNTRUSTED);
    stage.counter().received(new RecordAck(stream, 0, TEN));
    assertThat(stage.heard).hasSize(2).last().isEqualTo(TEN);
  }

  @Test
  void saysInEachRecordWhetherTheClockWasBelieved() {
    stage.sit(ANYA, ONE);
    stage.cutThePower(Instant.EPOCH);
    stage.desk().endSession(stage.tap(ANYA).token());
    stage.pass(Duration.ofSeconds(61));

    assertThat(started().at().trust()).isEqualTo(ClockTrust.TRUSTED);
    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.reason()).isEqualTo(EndReason.SIGNED_OUT);
          assertThat(it.at().trust()).isEqualTo(ClockTrust.UNTRUSTED);
        });
  }
}
