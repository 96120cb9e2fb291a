package kafedra.kiosk.desk;

import static kafedra.kiosk.desk.KioskStage.ANYA;
import static kafedra.kiosk.desk.KioskStage.BORIS;
import static kafedra.kiosk.desk.KioskStage.ONE;
import static kafedra.kiosk.desk.KioskStage.TWO;
import static kafedra.kiosk.desk.KioskStage.VERA;
import static kafedra.kiosk.desk.KioskStage.done;
import static kafedra.kiosk.desk.KioskStage.place;
import static kafedra.kiosk.desk.KioskStage.refusal;
import static kafedra.kiosk.desk.KioskStage.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.TicketFate;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.session.Refusal.Plain;
import org.junit.jupiter.api.Test;

class QueueTest {
  private static final PersonId DIMA = new PersonId("dima");
  private final KioskStage stage = new KioskStage();

  private VisitView draw(PersonId person) {
    return draw(person, Wish.ANY);
  }

  private VisitView draw(PersonId person, Wish wish) {
    VisitView drawn = done(stage.desk().draw(stage.tap(person).token(), wish));
    stage.afterwards();
    return drawn;
  }

  private void fillTheRoom() {
    stage.put(
        new ReplicaItem.Person(
            DIMA, "Дима", null, null, List.of("card-dima"), List.of(), 5, ReplicaItem.Role.PUPIL));
    stage.sit(ANYA, ONE);
    stage.sit(BORIS, TWO);
  }

  @Test
  void callsTheFirstOfThoseWhoWaitAndHoldsTheSeatForThem() {
    fillTheRoom();
    int first = place(draw(VERA)).number();
    assertThat(place(draw(DIMA)).before()).isEqualTo(1);

    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    assertThat(stage.site().queue().called())
        .singleElement()
        .satisfies(it -> assertThat(it.ticket()).isEqualTo(first));
    assertThat(stage.seat(ONE).condition()).isEqualTo(SeatCondition.HELD);
    assertThat(refused(DIMA, ONE)).isEqualTo(Plain.SEAT_TAKEN);
    VisitView seated =
        done(stage.desk().takeSeat(stage.tap(VERA).token(), Optional.empty(), Optional.empty()));
    assertThat(sitting(seated).seat()).isEqualTo(ONE);
    assertThat(seated.ticket()).isNull();
  }

  @Test
  void passesTheSeatOnWhenNobodyComesForThreeMinutesAndLetsThemWaitAtTheEndOnce() {
    fillTheRoom();
    int vera = place(draw(VERA)).number();
    int dima = place(draw(DIMA)).number();
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    stage.pass(Duration.ofSeconds(190));
    assertThat(called()).containsExactly(dima);
    stage.pass(Duration.ofSeconds(190));
    assertThat(called()).containsExactly(vera);
    stage.pass(Duration.ofSeconds(190));
    assertThat(called()).containsExactly(dima);
    assertThat(stage.tap(VERA).ticket()).isNull();
    assertThat(stage.memory.records(SiteRecord.TicketClosed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.fate()).isEqualTo(TicketFate.MISSED));
  }

  private List<Integer> called() {
    return stage.site().queue().called().stream().map(SiteView.Called::ticket).toList();
  }

  @Test
  void doesNotExtendWhilePeopleWait() {
    fillTheRoom();
    draw(VERA);

    assertThat(refusal(stage.desk().extend(stage.tap(ANYA).token())))
        .isEqualTo(Plain.PEOPLE_WAITING);
  }

  private void turns(ReplicaItem.Turns turns) {
    stage.put(
        new ReplicaItem.Rules(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofMinutes(15),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0),
            turns));
  }

  @Test
  void extendsUntilAsManyWaitAsTheSchoolSays() {
    turns(new ReplicaItem.Turns(2, Duration.ofMinutes(3)));
    fillTheRoom();
    draw(VERA);
    assertThat(sitting(stage.tap(ANYA)).canExtend()).isTrue();
    draw(DIMA);

    assertThat(refusal(stage.desk().extend(stage.tap(ANYA).token())))
        .isEqualTo(Plain.PEOPLE_WAITING);
  }

  @Test
  void extendsWhoeverWaitsWhereTheRuleIsOff() {
    turns(new ReplicaItem.Turns(null, Duration.ofMinutes(3)));
    fillTheRoom();
    draw(VERA);

    assertThat(done(stage.desk().extend(stage.tap(ANYA).token())).session()).isNotNull();
  }

  @Test
  void holdsASeatForAsLongAsTheSchoolSays() {
    turns(new ReplicaItem.Turns(1, Duration.ofMinutes(5)));
    fillTheRoom();
    int vera = place(draw(VERA)).number();
    int dima = place(draw(DIMA)).number();
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    stage.pass(Duration.ofMinutes(4));
    assertThat(called()).containsExactly(vera);
    stage.pass(Duration.ofMinutes(2));
    assertThat(called()).containsExactly(dima);
  }

  @Test
  void holdsASeatUntilTheRoomClosesWhereTheRuleIsOff() {
    turns(new ReplicaItem.Turns(1, null));
    fillTheRoom();
    int vera = place(draw(VERA)).number();
    draw(DIMA);
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    stage.pass(Duration.ofMinutes(25));
    assertThat(called()).containsExactly(vera);
    stage.pass(Duration.ofHours(8));
    assertThat(called()).isEmpty();
  }

  @Test
  void keepsItsOrderAndNumbersOverARestart() {
    fillTheRoom();
    VisitView.Place before = place(draw(VERA));
    stage.restart();

    assertThat(place(draw(DIMA)).before()).isEqualTo(1);
    assertThat(place(stage.tap(VERA))).isEqualTo(before);
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();
    stage.restart();
    assertThat(called()).containsExactly(before.number());
  }

  @Test
  void givesBackTheNumberOfAHeldSeatThatFails() {
    fillTheRoom();
    draw(VERA);
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();

    stage.put(
        new ReplicaItem.Seat(
            ONE, new LabId("lab"), "1", 0, 0, List.of(), ReplicaItem.Service.OUT_OF_SERVICE));

    assertThat(stage.site().queue().called()).isEmpty();
    assertThat(stage.site().queue().waiting()).isEqualTo(1);
  }

  @Test
  void estimatesTheWaitByTheSessionsThatEndFirst() {
    fillTheRoom();
    stage.pass(Duration.ofMinutes(10));

    VisitView.Place vera = place(draw(VERA));
    assertThat(vera.estimateMinutes()).isEqualTo(20);
    assertThat(vera.statedMinutes()).isEqualTo(20);
    assertThat(place(draw(DIMA)).estimateMinutes()).isEqualTo(20);
  }

  @Test
  void recordsWhatWasStatedAndWhatItCameTo() {
    fillTheRoom();
    draw(VERA);
    stage.pass(Duration.ofMinutes(12));
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();
    stage.pass(Duration.ofMinutes(1));
    stage.sit(VERA, ONE);

    assertThat(stage.memory.records(SiteRecord.TicketClosed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.lab()).isEqualTo(new LabId("lab")))
        .satisfies(it -> assertThat(it.stated()).isEqualTo(Duration.ofMinutes(30)))
        .satisfies(it -> assertThat(it.waited()).isEqualTo(Duration.ofMinutes(12)))
        .satisfies(it -> assertThat(it.fate()).isEqualTo(TicketFate.SEATED));
  }

  @Test
  void callsOverThoseWhomTheSeatDoesNotServeWithoutCostingThemTheirPlace() {
    stage.put(
        new ReplicaItem.Seat(
            TWO,
            new LabId("annex"),
            "2",
            0,
            1,
            List.of(Feature.ACCESSIBLE),
            ReplicaItem.Service.IN_SERVICE));
    stage.put(new ReplicaItem.Lab(new LabId("annex"), "Пристройка"));
    fillTheRoom();
    int vera = place(draw(VERA, new Wish(null, Set.of(Feature.ACCESSIBLE)))).number();
    int dima = place(draw(DIMA, new Wish(new LabId("lab"), Set.of()))).number();

    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();
    assertThat(called()).containsExactly(dima);
    assertThat(refusal(stage.desk().extend(stage.tap(BORIS).token())))
        .as("Vera waits for the seat with the ramp")
        .isEqualTo(Plain.PEOPLE_WAITING);

    done(stage.desk().endSession(stage.tap(BORIS).token()));
    stage.afterwards();
    assertThat(called()).containsExactlyInAnyOrder(vera, dima);
  }

  @Test
  void extendsWhileSomebodyWaitsForAnotherLab() {
    stage.put(new ReplicaItem.Lab(new LabId("annex"), "Пристройка"));
    stage.put(
        new ReplicaItem.Seat(
            TWO, new LabId("annex"), "2", 0, 1, List.of(), ReplicaItem.Service.IN_SERVICE));
    fillTheRoom();
    draw(VERA, new Wish(new LabId("annex"), Set.of()));
    stage.pass(Duration.ofMinutes(20));

    VisitView longer = done(stage.desk().extend(stage.tap(ANYA).token()));
    assertThat(sitting(longer).remaining()).isEqualTo(Duration.ofMinutes(25));
  }

  @Test
  void refusesANumberForASeatThatDoesNotExist() {
    Wish webcam = new Wish(null, Set.of(Feature.WEBCAM));
    assertThat(refusal(stage.desk().draw(stage.tap(VERA).token(), webcam)))
        .isEqualTo(Plain.NO_SUCH_SEAT);
  }

  @Test
  void servesSoonerWhoseNeedAsksForItAndTellsNobody() {
    fillTheRoom();
    PersonId zoya = new PersonId("zoya");
    stage.put(
        new ReplicaItem.Person(
            zoya,
            "Зоя",
            null,
            null,
            List.of("card-zoya"),
            List.of(),
            5,
            ReplicaItem.Role.PUPIL,
            ReplicaItem.Priority.SHORTER_WAIT));
    VisitView.Place vera = place(draw(VERA));
    VisitView.Place sooner = place(draw(zoya));

    assertThat(sooner.before()).as("who came earlier, not who is called earlier").isEqualTo(1);
    assertThat(place(stage.tap(VERA)).before()).isEqualTo(vera.before());
    assertThat(stage.site().queue().next().stream().map(SiteView.Next::ticket))
        .as("the display is sorted by number, not by turn")
        .isSorted();
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();
    assertThat(called()).containsExactly(sooner.number());
  }

  @Test
  void closesTheQueueWhenTheLabCloses() {
    stage.pass(Duration.ofHours(7).plusMinutes(45));
    fillTheRoom();
    assertThat(place(draw(VERA)).estimateMinutes()).as("nothing is promised").isNull();
    stage.pass(Duration.ofMinutes(16));

    assertThat(stage.site().queue().waiting()).isZero();
    assertThat(stage.memory.records(SiteRecord.TicketClosed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.fate()).isEqualTo(TicketFate.CLOSED));
  }

  @Test
  void tellsTheDistrictTheQueueWhenItChangesAndNotWhileItStands() {
    fillTheRoom();
    draw(VERA);
    stage.pass(Duration.ofMinutes(5));
    stage.pass(Duration.ofMinutes(5));

    assertThat(stage.queues).hasSizeLessThanOrEqualTo(2);
    assertThat(stage.queues.getLast().line())
        .singleElement()
        .satisfies(it -> assertThat(it.person()).isEqualTo(VERA))
        .satisfies(
            it -> assertThat(it.expected()).isEqualTo(KioskStage.TEN.plus(Duration.ofMinutes(30))));
  }

  @Test
  void doesWhatStaffAskOfTheQueueOnce() {
    fillTheRoom();
    int vera = place(draw(VERA)).number();
    int dima = place(draw(DIMA)).number();
    done(stage.desk().endSession(stage.tap(ANYA).token()));
    stage.afterwards();
    stage.pass(Duration.ofSeconds(5));
    assertThat(called()).containsExactly(vera);

    ask("next", new CommandAction.CallNext(ONE));
    ask("next", new CommandAction.CallNext(ONE));
    assertThat(called()).containsExactly(dima);

    TicketId second = stage.queues.getLast().line().getFirst().ticket();
    ask("remove", new CommandAction.RemoveTicket(second));
    assertThat(stage.replies)
        .extracting(CommandReply::outcome)
        .containsExactly(CommandOutcome.DONE, CommandOutcome.DONE, CommandOutcome.DONE);
    ask("gone", new CommandAction.TicketToEnd(second));
    assertThat(stage.replies.getLast().reason()).isEqualTo("ticket-gone");
  }

  @Test
  void tellsSomebodyWhoSignedInElsewhereWhyTheirSeatIsLocked() {
    VisitView seated = stage.sit(ANYA, ONE);
    ask(
        "elsewhere",
        new CommandAction.EndSession(sitting(seated).id(), EndReason.SIGNED_IN_ELSEWHERE));
    stage.pass(Duration.ofMinutes(2));

    assertThat(stage.tap(ANYA).ended())
        .isEqualTo(new VisitView.Ended("1", EndReason.SIGNED_IN_ELSEWHERE));
    assertThat(stage.tap(BORIS).ended()).isNull();
    assertThat(stage.memory.records(SiteRecord.SessionEnded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(EndReason.SIGNED_IN_ELSEWHERE));
    stage.pass(Duration.ofMinutes(30));
    assertThat(stage.tap(ANYA).ended()).as("it explains for a while only").isNull();
  }

  @Test
  void waitsOverABreakOfTheLab() {
    TimeSlot morning = slot(0, 20);
    TimeSlot afternoon = slot(80, 300);
    stage.put(
        new ReplicaItem.LabDay(
            new LabId("lab"),
            LocalDate.parse("2026-11-23"),
            List.of(morning, afternoon),
            List.of(),
            null,
            ""));
    fillTheRoom();
    assertThat(place(draw(VERA)).statedMinutes()).as("after the break").isEqualTo(80);
    stage.pass(Duration.ofMinutes(40));
    assertThat(stage.site().queue().waiting()).isEqualTo(1);
    assertThat(called()).as("nobody is called into a closed lab").isEmpty();
    stage.pass(Duration.ofMinutes(41));
    assertThat(called()).hasSize(1);
  }

  private static TimeSlot slot(int from, int to) {
    return new TimeSlot(
        KioskStage.TEN.plus(Duration.ofMinutes(from)), KioskStage.TEN.plus(Duration.ofMinutes(to)));
  }

  private void ask(String id, CommandAction action) {
    stage
        .counter()
        .received(
            new Command(
                new CommandId(id), stage.clock.instant().plus(Duration.ofMinutes(2)), action));
    stage.afterwards();
  }

  private kafedra.kiosk.session.Refusal refused(PersonId person, WorkstationId seat) {
    return refusal(
        stage.desk().takeSeat(stage.tap(person).token(), Optional.of(seat), Optional.empty()));
  }
}
