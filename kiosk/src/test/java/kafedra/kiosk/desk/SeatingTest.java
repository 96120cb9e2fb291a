package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TEN;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.VERA;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatFault;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Seating;
import org.junit.jupiter.api.Test;

class SeatingTest {
  private final KioskStage stage = new KioskStage();

  @Test
  void opensTheSeatThatWasTakenForTheTimeOfAWalkIn() {
    VisitView seated = stage.sit(ANYA, ONE);

    assertThat(seated.session()).isNotNull();
    assertThat(sitting(seated).remaining()).isEqualTo(Duration.ofMinutes(30));
    assertThat(stage.open(ONE).orElseThrow().remaining()).isEqualTo(Duration.ofMinutes(30));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.IN_USE);
    assertThat(stage.occupant(ONE)).contains(ANYA);
    assertThat(stage.memory.records(SiteRecord.SessionStarted.class))
        .singleElement()
        .satisfies(it -> assertThat(it.plannedEnd()).isEqualTo(TEN.plusSeconds(1800)));
  }

  @Test
  void tellsTheSeatWhichLessonToOpenForWhoeverWasBookedForIt() {
    LessonLink lesson = new LessonLink("https://courses.example/7");
    stage.put(
        new ReplicaItem.Booking(
            new BookingId("lesson"),
            ANYA,
            null,
            new TimeSlot(TEN, TEN.plus(Duration.ofMinutes(40))),
            List.of(ONE),
            ReplicaItem.BookingStatus.CONFIRMED,
            lesson));
    stage.sit(ANYA, ONE);
    stage.sit(VERA, TWO);

    assertThat(stage.open(ONE).orElseThrow().link()).isEqualTo(lesson);
    assertThat(stage.open(TWO).orElseThrow().link()).isNull();
    stage.pass(Duration.ofMinutes(5));
    assertThat(stage.open(ONE).orElseThrow().link()).isEqualTo(lesson);
  }

  @Test
  void refusesASeatThatIsTakenAndAPersonWhoSits() {
    stage.sit(ANYA, ONE);

    assertThat(taking(BORIS, ONE)).isEqualTo(Plain.SEAT_TAKEN);
    assertThat(taking(ANYA, TWO)).isEqualTo(Plain.ALREADY_SEATED);
  }

  @Test
  void neverGivesOutASeatWhoseAgentIsSilent() {
    stage.passInSilence(Duration.ofSeconds(40));
    stage.report(TWO);

    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.UNKNOWN);
    assertThat(taking(ANYA, ONE)).isEqualTo(Plain.SEAT_NOT_AVAILABLE);
    assertThat(stage.tap(ANYA).free()).containsExactly(TWO);
  }

  @Test
  void refusesOutsideOpeningHoursAndRecordsTheDemand() {
    stage.pass(Duration.ofMinutes(5));
    stage.clock.pass(Duration.ofHours(8));
    stage.agentsReport();

    assertThat(takingAny(ANYA)).isEqualTo(Plain.OUTSIDE_OPENING_HOURS);
    assertThat(stage.memory.records(SiteRecord.DemandRefused.class)).hasSize(1);
  }

  private static final LabId LAB = new LabId("lab");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private void open(TimeSlot... hours) {
    stage.put(new ReplicaItem.LabDay(LAB, MONDAY, List.of(hours), List.of(), null, ""));
  }

  @Test
  void refusesSeatsOnAClosedDayWithItsReasonAndSaysSoToEverybody() {
    stage.put(
        new ReplicaItem.LabDay(
            LAB, MONDAY, List.of(), List.of(), ReplicaItem.Closed.REMOTE, "Мороз"));

    assertThat(takingAny(ANYA))
        .isEqualTo(new Refusal.ClosedToday(ReplicaItem.Closed.REMOTE, "Мороз"));
    assertThat(taking(ANYA, ONE))
        .isEqualTo(new Refusal.ClosedToday(ReplicaItem.Closed.REMOTE, "Мороз"));
    assertThat(stage.site().open()).isFalse();
    assertThat(stage.site().closed())
        .isEqualTo(new SiteView.Closed(ReplicaItem.Closed.REMOTE, "Мороз"));
    assertThat(stage.site().lesson()).isNull();
  }

  private void close(ReplicaItem.Running running) {
    stage.put(
        new ReplicaItem.LabDay(
            LAB, MONDAY, List.of(), List.of(), ReplicaItem.Closed.CLOSED, "Труба", running));
  }

  @Test
  void aClosureThatEndsSessionsLeavesTimeToSaveAndTellsWhyTheyEnded() {
    stage.sit(ANYA, ONE);
    close(ReplicaItem.Running.ENDS);
    stage.pass(Duration.ofSeconds(1));

    assertThat(sitting(stage.tap(ANYA)).remaining())
        .isLessThanOrEqualTo(Seating.WARNING)
        .isGreaterThan(Seating.WARNING.minusSeconds(2));
    assertThat(sitting(stage.tap(ANYA)).canExtend()).isFalse();
    stage.pass(Duration.ofMinutes(3));

    assertThat(stage.tap(ANYA).session()).isNull();
    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(EndReason.ROOM_CLOSED));
  }

  @Test
  void aClosureThatEndsSessionsIsUndoneForWhoeverComesAndGivesNoTimeBack() {
    stage.sit(ANYA, ONE);
    close(ReplicaItem.Running.ENDS);
    stage.pass(Duration.ofSeconds(1));
    open(new TimeSlot(TEN.minus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2))));
    stage.pass(Duration.ofSeconds(1));

    assertThat(sitting(stage.tap(ANYA)).remaining()).isLessThanOrEqualTo(Seating.WARNING);
    assertThat(sitting(stage.tap(ANYA)).canExtend()).as("more time may be asked for").isTrue();
    assertThat(sitting(stage.sit(VERA, TWO)).remaining()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aClosureThatLetsPeopleFinishShortensNothing() {
    stage.sit(ANYA, ONE);
    close(ReplicaItem.Running.FINISHES);
    stage.pass(Duration.ofMinutes(10));

    assertThat(sitting(stage.tap(ANYA)).remaining()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void aDaysOwnHoursOutweighTheRulesAndASeatLocksAtTheBreak() {
    open(
        new TimeSlot(TEN.minus(Duration.ofHours(1)), TEN.plus(Duration.ofMinutes(10))),
        new TimeSlot(TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2))));

    assertThat(sitting(stage.sit(ANYA, ONE)).remaining()).isEqualTo(Duration.ofMinutes(10));

    open(new TimeSlot(TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2))));
    assertThat(taking(VERA, TWO)).isEqualTo(Plain.OUTSIDE_OPENING_HOURS);
  }

  @Test
  void aDayThatTheControllerDidNotTellIsAsTheRulesSay() {
    stage.put(
        new ReplicaItem.LabDay(
            LAB, MONDAY.plusDays(1), List.of(), List.of(), ReplicaItem.Closed.HOLIDAY, ""));

    assertThat(sitting(stage.sit(ANYA, ONE)).remaining()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void endsAWalkInBeforeTheNextBookingOfItsSeat() {
    stage.book("b", VERA, ONE, Duration.ofMinutes(20), Duration.ofMinutes(60));

    VisitView seated = stage.sit(ANYA, ONE);

    assertThat(sitting(seated).remaining()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void prefersASeatWithTheWholeTimeToOneThatIsBookedSoon() {
    stage.book("b", VERA, ONE, Duration.ofMinutes(20), Duration.ofMinutes(60));
    VisitView visit = stage.tap(ANYA);

    VisitView seated =
        done(stage.desk().takeSeat(visit.token(), Optional.empty(), Optional.empty()));

    assertThat(sitting(seated).seat()).isEqualTo(TWO);
  }

  @Test
  void keepsABookedSeatFromFiveMinutesBeforeUntilTheGraceIsOver() {
    stage.book("b", VERA, ONE, Duration.ofMinutes(5), Duration.ofMinutes(60));
    stage.pass(Duration.ofSeconds(5));

    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.HELD);
    assertThat(taking(ANYA, ONE)).isInstanceOf(Refusal.BookedByOthers.class);

    stage.pass(Duration.ofMinutes(20));

    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.FREE);
    assertThat(sitting(stage.sit(ANYA, ONE)).remaining()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void givesTheBookedSeatToItsPersonUntilTheBookingEnds() {
    stage.book("b", VERA, ONE, Duration.ofMinutes(3), Duration.ofMinutes(48));
    VisitView visit = stage.tap(VERA);

    assertThat(visit.due()).extracting(VisitView.Due::seat).isEqualTo(ONE);
    VisitView seated =
        done(stage.desk().takeSeat(visit.token(), Optional.empty(), Optional.empty()));

    assertThat(sitting(seated).seat()).isEqualTo(ONE);
    assertThat(sitting(seated).remaining()).isEqualTo(Duration.ofMinutes(48));
    assertThat(stage.memory.records(SiteRecord.SessionStarted.class).getFirst().booking())
        .isEqualTo(new BookingId("b"));
  }

  @Test
  void seatsABookingsPersonElsewhereWhenTheirSeatCannotBeHad() {
    stage.book("b", VERA, ONE, Duration.ofMinutes(3), Duration.ofMinutes(48));
    stage.passInSilence(Duration.ofSeconds(40));
    stage.report(TWO);
    VisitView visit = stage.tap(VERA);

    VisitView seated =
        done(stage.desk().takeSeat(visit.token(), Optional.empty(), Optional.empty()));

    assertThat(sitting(seated).seat()).isEqualTo(TWO);
    assertThat(stage.memory.records(SiteRecord.SessionStarted.class).getFirst().booking())
        .isEqualTo(new BookingId("b"));
  }

  @Test
  void letsAnyMemberOfAGroupTakeAnyOfItsSeats() {
    stage.bookGroup("g", Duration.ofMinutes(2), Duration.ofMinutes(42), ONE, TWO);

    assertThat(taking(VERA, ONE)).isInstanceOf(Refusal.BookedByOthers.class);
    assertThat(sitting(stage.sit(BORIS, TWO)).remaining()).isEqualTo(Duration.ofMinutes(42));
    assertThat(sitting(stage.sit(ANYA, ONE)).remaining()).isEqualTo(Duration.ofMinutes(42));
  }

  @Test
  void warnsAWalkInWhenItsSeatIsBookedAndEndsItWhenTheBookingBegins() {
    stage.sit(ANYA, ONE);
    stage.book("b", VERA, ONE, Duration.ofMinutes(10), Duration.ofMinutes(50));

    stage.pass(Duration.ofSeconds(5));
    assertThat(stage.open(ONE).orElseThrow().remaining()).isLessThan(Duration.ofMinutes(10));

    stage.pass(Duration.ofMinutes(10));
    assertThat(stage.open(ONE)).isEmpty();
    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(EndReason.BOOKING_BEGAN));
  }

  @Test
  void leavesTwoMinutesWhenTheBookingCouldNotBeKnown() {
    stage.sit(ANYA, ONE);
    stage.book("b", VERA, ONE, Duration.ofMinutes(-1), Duration.ofMinutes(50));

    stage.pass(Duration.ofSeconds(5));

    assertThat(stage.open(ONE).orElseThrow().remaining())
        .isBetween(Duration.ofSeconds(110), Duration.ofMinutes(2));
  }

  @Test
  void extendsUpToTheLongestAndNotWhilePeopleWait() {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(5));
    VisitView visit = stage.tap(ANYA);
    done(stage.desk().extend(visit.token()));
    VisitView longer = done(stage.desk().extend(visit.token()));

    assertThat(sitting(longer).remaining()).isEqualTo(Duration.ofMinutes(55));
    assertThat(sitting(longer).canExtend()).isFalse();
    assertThat(refusal(stage.desk().extend(visit.token()))).isEqualTo(Plain.LONGEST_REACHED);
    assertThat(stage.memory.records(SiteRecord.SessionExtended.class)).hasSize(2);
    assertThat(sitting(seated).id()).isEqualTo(sitting(longer).id());
  }

  @Test
  void doesNotExtendIntoTheNextBooking() {
    stage.book("b", VERA, ONE, Duration.ofMinutes(35), Duration.ofMinutes(60));
    VisitView seated = stage.sit(ANYA, ONE);

    assertThat(sitting(seated).extendBy()).isEqualTo(Duration.ofMinutes(5));
    done(stage.desk().extend(seated.token()));
    assertThat(refusal(stage.desk().extend(seated.token())))
        .isInstanceOf(Refusal.BookedByOthers.class);
  }

  @Test
  void recordsTheEndOnceWithWhatTheAgentCountedLast() {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(3));
    stage.count(sitting(seated).id(), Duration.ofSeconds(183), Duration.ofMinutes(2));

    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();
    stage.pass(Duration.ofMinutes(2));

    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.reason()).isEqualTo(EndReason.SIGNED_OUT);
          assertThat(it.signedIn()).isEqualTo(Duration.ofSeconds(183));
          assertThat(it.active()).isEqualTo(Duration.ofMinutes(2));
        });
    assertThat(stage.open(ONE)).isEmpty();
  }

  @Test
  void recordsTheEndWithTheLastKnownTotalsWhenTheAgentIsAwayAndAddsWhatItCountedLater() {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.count(sitting(seated).id(), Duration.ofSeconds(10), Duration.ofSeconds(5));
    stage.report(ONE);
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.passInSilence(Duration.ofSeconds(61));

    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.signedIn()).isEqualTo(Duration.ofSeconds(10)));

    stage.count(sitting(seated).id(), Duration.ofSeconds(25), Duration.ofSeconds(5));
    stage.report(ONE);

    assertThat(stage.memory.records(SiteRecord.SessionUsed.class))
        .last()
        .satisfies(it -> assertThat(it.signedIn()).isEqualTo(Duration.ofSeconds(25)));
    assertThat(stage.order(ONE).settled()).containsExactly(sitting(seated).id());
  }

  @Test
  void goesOnAfterARestartWithoutAddingTime() {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(12));
    stage.restart();

    assertThat(stage.open(ONE).orElseThrow().session()).isEqualTo(sitting(seated).id());
    assertThat(stage.open(ONE).orElseThrow().remaining()).isEqualTo(Duration.ofMinutes(18));

    stage.clock.jumpTo(TEN, ClockTrust.UNTRUSTED);
    stage.restart();
    assertThat(stage.open(ONE).orElseThrow().remaining())
        .isLessThanOrEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void addsNoTimeWhenTheClockIsLostWithARestart() {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(3));
    stage.count(sitting(seated).id(), Duration.ofMinutes(3), Duration.ZERO);
    stage.clock.jumpTo(TEN, ClockTrust.UNTRUSTED);
    stage.restart();
    stage.pass(Duration.ofSeconds(10));

    assertThat(stage.open(ONE).orElseThrow().remaining())
        .isLessThanOrEqualTo(Duration.ofMinutes(27));
  }

  @Test
  void extendsNoFurtherThanTheLongestAlthoughTheClockWasSetBack() {
    VisitView seated = stage.sit(ANYA, ONE);
    stage.pass(Duration.ofMinutes(25));
    stage.count(sitting(seated).id(), Duration.ofMinutes(25), Duration.ZERO);
    stage.report(ONE);
    stage.clock.jumpTo(TEN.minus(Duration.ofHours(1)), ClockTrust.TRUSTED);
    String token = stage.tap(ANYA).token();
    for (int i = 0; i < 4; i++) {
      var _ = stage.desk().extend(token);
    }

    assertThat(stage.open(ONE).orElseThrow().remaining())
        .isLessThanOrEqualTo(Duration.ofMinutes(35));
    assertThat(refusal(stage.desk().extend(token))).isEqualTo(Plain.LONGEST_REACHED);
  }

  @Test
  void closesASessionThatEndedWhileTheKioskWasDown() {
    stage.sit(ANYA, ONE);
    stage.clock.pass(Duration.ofMinutes(40));
    stage.restart();
    stage.pass(Duration.ofMinutes(2));

    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(EndReason.RECOVERED));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.FREE);
  }

  @Test
  void letsAPersonTakeAnotherSeatWhenTheirsCannotBeOpened() {
    VisitView visit = stage.tap(ANYA);
    done(stage.desk().takeSeat(visit.token(), Optional.of(ONE), Optional.empty()));
    stage
        .counter()
        .received(
            ONE,
            new SeatReport(
                ScreenState.LOCKED,
                null,
                stage.order(ONE).number(),
                List.of(),
                SeatFault.NO_DESKTOP));

    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.OUT_OF_SERVICE);
    VisitView seated =
        done(stage.desk().takeSeat(visit.token(), Optional.empty(), Optional.empty()));
    assertThat(sitting(seated).seat()).isEqualTo(TWO);
  }

  @Test
  void carriesOutACommandOnceHoweverOftenItArrives() {
    VisitView seated = stage.sit(ANYA, ONE);
    Command extend =
        new Command(
            new CommandId("c-1"),
            TEN.plusSeconds(60),
            new CommandAction.ExtendSession(sitting(seated).id(), Duration.ofMinutes(10)));

    stage.counter().received(extend);
    stage.restart();
    stage.counter().received(extend);

    assertThat(stage.replies)
        .containsExactly(
            new CommandReply(extend.id(), CommandOutcome.DONE, null),
            new CommandReply(extend.id(), CommandOutcome.DONE, null));
    assertThat(stage.memory.records(SiteRecord.SessionExtended.class)).hasSize(1);
  }

  @Test
  void doesNotCarryOutACommandThatHasExpired() {
    VisitView seated = stage.sit(ANYA, ONE);

    stage
        .counter()
        .received(
            new Command(
                new CommandId("late"), TEN, new CommandAction.EndSession(sitting(seated).id())));

    assertThat(stage.replies.getFirst().outcome()).isEqualTo(CommandOutcome.EXPIRED);
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.IN_USE);
  }

  @Test
  void changesNothingWhenTheDiskIsFull() {
    VisitView visit = stage.tap(ANYA);
    stage.memory.fillDisk();

    assertThatThrownBy(
            () -> stage.desk().takeSeat(visit.token(), Optional.of(ONE), Optional.empty()))
        .isInstanceOf(StoreException.class);
    assertThat(stage.open(ONE)).isEmpty();
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.FREE);

    stage.memory.clearDisk();
    assertThat(stage.sit(ANYA, ONE).session()).isNotNull();
  }

  private Refusal taking(kafedra.contract.id.PersonId person, WorkstationId seat) {
    VisitView visit = stage.tap(person);
    return refusal(stage.desk().takeSeat(visit.token(), Optional.of(seat), Optional.empty()));
  }

  private Refusal takingAny(kafedra.contract.id.PersonId person) {
    VisitView visit = stage.tap(person);
    return refusal(stage.desk().takeSeat(visit.token(), Optional.empty(), Optional.empty()));
  }
}
