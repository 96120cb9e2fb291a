package kafedra.kiosk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Mood;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Moment;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.queue.Standing;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;
import kafedra.kiosk.survey.MoodSum;
import org.junit.jupiter.api.Test;

/** What every journal does. */
public abstract class JournalContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final BootId BOOT = new BootId("first");
  private static final Duration UP = Duration.ofMinutes(3);
  private static final Moment AT_NOON = new Moment(BOOT, new Stamp(NOON, UP, ClockTrust.TRUSTED));

  protected abstract Journal journal();

  private static Session session(String id, String seat, String person) {
    return new Session(
        new SessionId(id),
        new WorkstationId(seat),
        new PersonId(person),
        new BookingId("booking-" + id),
        SignInMethod.CARD,
        NOON,
        NOON.plusSeconds(1800),
        AT_NOON,
        Session.Standing.RUNNING,
        EndReason.TIME_UP,
        null,
        Duration.ofSeconds(7),
        Duration.ofSeconds(3));
  }

  private static Session over(Session it, Session.Standing standing) {
    return new Session(
        it.id(),
        it.workstation(),
        it.person(),
        it.booking(),
        it.method(),
        it.startedAt(),
        it.plannedEnd(),
        it.planned(),
        standing,
        EndReason.SIGNED_OUT,
        NOON.plusSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30));
  }

  @Test
  void knowsWhenThisStartOfTheMachineWasAndForgetsItWithTheNext() {
    assertThat(journal().enter(BOOT)).isEmpty();
    journal().commit(List.of(new Change.BootDated(BOOT, NOON)));

    assertThat(journal().enter(BOOT)).contains(NOON);
    assertThat(journal().enter(new BootId("second"))).isEmpty();
  }

  @Test
  void believesTheTimeOfTheLastRecordOnlyIfItCouldBeBelieved() {
    assertThat(journal().lastBelieved()).isEmpty();
    journal().commit(List.of(demand(AT_NOON.stamp())));
    assertThat(journal().lastBelieved()).contains(NOON);

    journal().commit(List.of(demand(new Stamp(NOON, UP, ClockTrust.UNTRUSTED))));
    assertThat(journal().lastBelieved()).isEmpty();
  }

  protected static Change demand(Stamp at) {
    return new Change.Recorded(new SiteRecord.DemandRefused(at, RefusedDemand.NO_FREE_SEAT));
  }

  @Test
  void givesBackASessionAsItWasLastKept() {
    Session session = session("s", "ws-1", "anya");
    journal().commit(List.of(new Change.SessionIs(session)));
    assertThat(journal().session(session.id())).contains(session);
    assertThat(journal().unsettledSessions()).containsExactly(session);

    Session ended = over(session, Session.Standing.ENDED);
    journal().commit(List.of(new Change.SessionIs(ended)));
    assertThat(journal().unsettledSessions()).containsExactly(ended);

    journal().commit(List.of(new Change.SessionIs(over(session, Session.Standing.SETTLED))));
    assertThat(journal().unsettledSessions()).isEmpty();
    assertThat(journal().checkedInSince(NOON)).containsExactly(new BookingId("booking-s"));
    assertThat(journal().checkedInSince(NOON.plusMillis(1))).isEmpty();
  }

  @Test
  void findsAPersonsNewestSessions() {
    Session first = over(session("s", "ws-1", "anya"), Session.Standing.SETTLED);
    Session later = later(first, "t", Duration.ofHours(1));
    Session latest = later(first, "u", Duration.ofHours(2));
    Session other = over(session("v", "ws-1", "boris"), Session.Standing.SETTLED);
    for (Session each : List.of(later, first, other, latest)) {
      journal().commit(List.of(new Change.SessionIs(each)));
    }
    PersonId anya = new PersonId("anya");

    assertThat(journal().sessionsOf(anya, NOON, 9)).containsExactly(latest, later, first);
    assertThat(journal().sessionsOf(anya, NOON, 2)).containsExactly(latest, later);
    assertThat(journal().sessionsOf(anya, NOON.plusMillis(1), 9)).containsExactly(latest, later);
  }

  private static Session later(Session it, String id, Duration by) {
    return new Session(
        new SessionId(id),
        it.workstation(),
        it.person(),
        it.booking(),
        it.method(),
        it.startedAt().plus(by),
        it.plannedEnd().plus(by),
        it.planned(),
        it.standing(),
        it.reason(),
        NOON.plusSeconds(60).plus(by),
        it.signedIn(),
        it.active());
  }

  @Test
  void refusesASecondRunningSessionOfASeatOrAPersonAndKeepsNothingOfTheCommit() {
    journal().commit(List.of(new Change.SessionIs(session("s", "ws-1", "anya"))));
    Change noise = new Change.AttemptsAre(new Attempts("kiosk", 1, Duration.ZERO, AT_NOON));

    assertThatThrownBy(() ->
            journal().commit(List.of(noise, new Change.SessionIs(session("t", "ws-1", "boris")))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() ->
            journal().commit(List.of(noise, new Change.SessionIs(session("u", "ws-2", "anya")))))
        .isInstanceOf(StoreException.class);

    assertThat(journal().attempts("kiosk")).isEmpty();
    assertThat(journal().unsettledSessions()).hasSize(1);
  }

  @Test
  void keepsTicketsInTheOrderOfTheirPlacesAndKnowsTheLastDrawn() {
    Ticket later = ticket(1, "anya", new Standing(7, Standing.Turn.USUAL, 2, 1));
    Ticket sooner =
        new Ticket(
            2,
            later.day(),
            42,
            new PersonId("boris"),
            new Wish(new LabId("lab"), Set.of(Feature.ACCESSIBLE, Feature.HEADSET)),
            NOON,
            Duration.ofMinutes(12),
            new Standing(3, Standing.Turn.SOONER, 0, 0),
            Ticket.Fate.CALLED,
            new Ticket.FirstCall(Duration.ofMinutes(15), new LabId("lab")),
            new WorkstationId("ws-1"),
            NOON);
    journal().commit(List.of(new Change.TicketIs(later), new Change.TicketIs(sooner)));

    assertThat(journal().openTickets()).containsExactly(sooner, later);
    Ticket moved = ticket(1, "anya", new Standing(2, Standing.Turn.USUAL, 2, 1));
    journal().commit(List.of(new Change.TicketIs(moved)));
    assertThat(journal().openTickets()).containsExactly(moved, sooner);
    assertThat(journal().lastTicket()).contains(sooner);
  }

  private static Ticket ticket(long serial, String person, Standing standing) {
    return new Ticket(
        serial,
        LocalDate.parse("2026-11-23"),
        17,
        new PersonId(person),
        Wish.ANY,
        NOON,
        null,
        standing,
        Ticket.Fate.WAITING,
        null,
        null,
        null);
  }

  @Test
  void keepsAndForgetsAttempts() {
    Attempts attempts = new Attempts("number:7", 5, Duration.ofMinutes(5), AT_NOON);
    journal().commit(List.of(new Change.AttemptsAre(attempts)));
    assertThat(journal().attempts("number:7")).contains(attempts);

    journal().commit(List.of(new Change.AttemptsForgotten("number:7")));
    assertThat(journal().attempts("number:7")).isEmpty();
  }

  @Test
  void keepsRequestsUntilTheyAreAnswered() {
    BookingRequest request =
        new BookingRequest(
            new BookingId("b"),
            new PersonId("anya"),
            null,
            TimeSlot.of(NOON, Duration.ofMinutes(40)),
            BookingRequest.Wish.BOOK);
    journal().commit(List.of(new Change.RequestIs(request)));
    assertThat(journal().requests()).containsExactly(request);

    journal().commit(List.of(new Change.RequestAnswered(request.id())));
    assertThat(journal().requests()).isEmpty();
  }

  @Test
  void appliesPiecesOfTheReplicaAndReplacesAllFromZero() {
    ReplicaItem one = new ReplicaItem.Lab(new LabId("one"), "Первый");
    ReplicaItem two = new ReplicaItem.Lab(new LabId("two"), "Второй");
    piece("a", 0, 2, new ReplicaChange.Put(one), new ReplicaChange.Put(two));
    piece("a", 2, 3, new ReplicaChange.Gone(one.key()));

    assertThat(journal().replica()).containsExactly(two);
    assertThat(journal().replicaVersion()).isEqualTo(new ReplicaVersion("a", 3));

    piece("b", 0, 1, new ReplicaChange.Put(one));

    assertThat(journal().replica()).containsExactly(one);
    assertThat(journal().replicaVersion()).isEqualTo(new ReplicaVersion("b", 1));
  }

  @Test
  void keepsTheOldReplicaUntilTheLastPieceOfANewOne() {
    ReplicaItem gone = new ReplicaItem.Lab(new LabId("gone"), "Снесён");
    ReplicaItem stays = new ReplicaItem.Lab(new LabId("stays"), "Остался");
    ReplicaItem fresh = new ReplicaItem.Lab(new LabId("fresh"), "Новый");
    piece("a", 0, 2, new ReplicaChange.Put(gone), new ReplicaChange.Put(stays));

    piece("b", 0, 1, 2, new ReplicaChange.Put(stays));
    Replica restarted = replica();

    assertThat(journal().replica()).containsExactlyInAnyOrder(gone, stays);
    assertThat(journal().outdatedReplica()).containsExactly(gone.key());
    assertThat(restarted.labs()).hasSize(2);

    SyncChanges last = piece("b", 1, 2, 2, new ReplicaChange.Put(fresh));
    restarted.apply(last);

    assertThat(journal().replica()).containsExactlyInAnyOrder(stays, fresh);
    assertThat(journal().outdatedReplica()).isEmpty();
    assertThat(restarted.labs()).containsExactlyInAnyOrderElementsOf(replica().labs()).hasSize(2);
  }

  private Replica replica() {
    return new Replica(
        journal().replica(), journal().outdatedReplica(), journal().replicaVersion());
  }

  private void piece(String epoch, long from, long to, ReplicaChange... changes) {
    var _ = piece(epoch, from, to, to, changes);
  }

  private SyncChanges piece(String epoch, long from, long to, long head, ReplicaChange... changes) {
    ReplicaVersion end = new ReplicaVersion(epoch, to);
    SyncChanges piece =
        new SyncChanges(
            new ReplicaVersion(epoch, from),
            end,
            new ReplicaVersion(epoch, head),
            NOON,
            List.of(changes));
    journal().commit(List.of(new Change.ReplicaChanged(piece)));
    return piece;
  }

  @Test
  void remembersCodesThatWereUsed() {
    assertThat(journal().isCodeUsed("c0de")).isFalse();
    journal().commit(List.of(new Change.CodeUsed("c0de", NOON)));
    assertThat(journal().isCodeUsed("c0de")).isTrue();
    assertThat(journal().isCodeUsed("beef")).isFalse();
  }

  @Test
  void keepsWhatStaffSetOfSeatsUntilTheDistrictKnows() {
    WorkstationId seat = new WorkstationId("ws-1");
    journal().commit(List.of(new Change.SeatServiceIs(seat, ReplicaItem.Service.IN_SERVICE)));
    journal().commit(List.of(new Change.SeatServiceIs(seat, ReplicaItem.Service.OUT_OF_SERVICE)));
    assertThat(journal().seatServices())
        .containsExactly(entry(seat, ReplicaItem.Service.OUT_OF_SERVICE));

    journal().commit(List.of(new Change.SeatServiceKnown(seat)));
    assertThat(journal().seatServices()).isEmpty();
  }

  @Test
  void sumsAnswersOfEarlierDaysUntilTheyAreTold() {
    LocalDate monday = LocalDate.parse("2026-11-23");
    journal()
        .commit(
            List.of(
                new Change.MoodCounted(monday, Mood.GOOD),
                new Change.MoodCounted(monday.plusDays(1), Mood.GOOD),
                new Change.MoodCounted(monday.plusDays(1), Mood.BAD),
                new Change.MoodCounted(monday.plusDays(2), Mood.SO_SO)));
    assertThat(journal().moodsBefore(monday)).isEmpty();
    assertThat(journal().moodsBefore(monday.plusDays(2)))
        .contains(new MoodSum(monday, monday.plusDays(1), Map.of(Mood.GOOD, 2, Mood.BAD, 1)));

    journal().commit(List.of(new Change.MoodsTold(monday.plusDays(1))));
    assertThat(journal().moodsBefore(monday.plusDays(2))).isEmpty();
    assertThat(journal().moodsBefore(monday.plusDays(3))).isPresent();
  }

  @Test
  void remembersWhatACommandWasAnswered() {
    CommandReply reply =
        new CommandReply(new CommandId("c"), CommandOutcome.REFUSED, "session-over");
    assertThat(journal().reply(reply.id())).isEqualTo(Optional.empty());

    journal().commit(List.of(new Change.CommandAnswered(reply, NOON)));

    assertThat(journal().reply(reply.id())).contains(reply);
  }
}
