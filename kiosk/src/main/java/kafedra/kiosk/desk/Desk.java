package kafedra.kiosk.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Mood;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.picture.Picture;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;
import kafedra.kiosk.signin.SignIn;
import kafedra.kiosk.signin.Visit;
import kafedra.kiosk.survey.Moods;

/** What the person before the screen does. For the desk's thread alone. */
public final class Desk {
  /** How much of somebody's past the screen shows. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final int MOST_REMEMBERED = 6;

  private final Replica replica;
  private final Sessions sessions;
  private final QueueDesk queue;
  private final Seating seating;
  private final SignIn signIn;
  private final Attendance attendance;
  private final Moods moods;
  private final StaffDesk staff;
  private final Floor floor;
  private final Journal journal;
  private final Cues cues;
  private final DeviceClock clock;

  public Desk(
      Replica replica,
      Sessions sessions,
      QueueDesk queue,
      Seating seating,
      SignIn signIn,
      Attendance attendance,
      Moods moods,
      StaffDesk staff,
      Floor floor,
      Journal journal,
      Cues cues,
      DeviceClock clock) {
    this.replica = replica;
    this.sessions = sessions;
    this.queue = queue;
    this.seating = seating;
    this.signIn = signIn;
    this.attendance = attendance;
    this.moods = moods;
    this.staff = staff;
    this.floor = floor;
    this.journal = journal;
    this.cues = cues;
    this.clock = clock;
  }

  /** A card was tapped: its person's visit begins, whoever stood here before. */
  public Outcome<VisitView> tap(String card) {
    return staff.tapped(card).orElseGet(() -> come(card));
  }

  private Outcome<VisitView> come(String card) {
    Outcome<PersonId> who = signIn.byCard(card);
    if (who instanceof Outcome.Done<PersonId>(PersonId person)
        && StaffDesk.isStaff(replica, person, SignInMethod.CARD)) {
      staff.came(person);
    }
    return attendance.begin(who, SignInMethod.CARD);
  }

  /** A code for one time was typed. */
  public Outcome<VisitView> enter(String code) {
    return attendance.begin(signIn.byCode(code), SignInMethod.CODE);
  }

  /** First half of a sign-in by PIN; the PIN itself is proven elsewhere, since that takes long. */
  public Outcome<SignIn.Challenge> challenge(String number) {
    return cued(signIn.challenge(number));
  }

  /** As above, by the picture of somebody whose group is booked now. */
  public Outcome<SignIn.Challenge> challenge(GroupId group, Picture picture) {
    return cued(signIn.challenge(group, picture));
  }

  private Outcome<SignIn.Challenge> cued(Outcome<SignIn.Challenge> outcome) {
    if (outcome instanceof Outcome.Refused) {
      cues.refused();
    }
    return outcome;
  }

  /** Second half: the PIN was right or wrong. */
  public Outcome<VisitView> answer(SignIn.Challenge challenge, SignIn.Verdict verdict) {
    return attendance.begin(signIn.answer(challenge, verdict), SignInMethod.PIN);
  }

  /** The visit as it is now; empty when nobody stands before the screen. */
  public Optional<VisitView> visit() {
    return attendance.view();
  }

  /** Takes a seat, or any when {@code seat} is empty. */
  public Outcome<VisitView> takeSeat(
      String token, Optional<WorkstationId> seat, Optional<Duration> atMost) {
    return attendance.during(
        token,
        visit -> {
          PersonId person = visit.person();
          Seating.Offer offer =
              seat.map(it -> seating.offer(person, it)).orElseGet(() -> seating.best(person));
          Outcome<Session> taken = seating.take(person, offer, visit.method(), atMost, List.of());
          if (taken instanceof Outcome.Done<Session>(Session session)) {
            floor.order(session.workstation());
            cues.fine();
          } else if (taken instanceof Outcome.Refused<Session>(Refusal why) && seat.isEmpty()) {
            recordDemand(why);
          }
          return taken;
        });
  }

  /** Somebody wanted any seat and got none: the district is to know that seats lack. */
  private void recordDemand(Refusal why) {
    Optional<RefusedDemand> reason =
        switch (why) {
          case Plain.NO_FREE_SEAT -> Optional.of(RefusedDemand.NO_FREE_SEAT);
          case Plain.OUTSIDE_OPENING_HOURS -> Optional.of(RefusedDemand.OUTSIDE_OPENING_HOURS);
          case Refusal.ClosedToday closed -> Optional.of(RefusedDemand.OUTSIDE_OPENING_HOURS);
          case Plain.NO_TIME_LEFT -> Optional.of(RefusedDemand.NO_TIME_LEFT);
          default -> Optional.empty();
        };
    reason.ifPresent(it ->
        journal.commit(
            List.of(new Change.Recorded(new SiteRecord.DemandRefused(clock.stamp(), it)))));
  }

  public Outcome<VisitView> extend(String token) {
    return attendance.during(
        token,
        visit ->
            withSession(
                visit,
                session -> {
                  Outcome<Session> longer =
                      seating.extend(session, Optional.empty(), Seating.Norm.HOLDS, List.of());
                  if (longer instanceof Outcome.Done<Session>(Session extended)) {
                    floor.order(extended.workstation());
                    cues.fine();
                  }
                  return longer;
                }));
  }

  /** Ends the person's session and locks the seat. */
  public Outcome<VisitView> endSession(String token) {
    return attendance.during(
        token,
        visit ->
            withSession(
                visit,
                session -> {
                  floor.end(session, EndReason.SIGNED_OUT);
                  moods.ended(token);
                  cues.fine();
                  return new Outcome.Done<>(session);
                }));
  }

  private Outcome<?> withSession(Visit visit, Function<Session, Outcome<?>> act) {
    Optional<Session> session = sessions.of(visit.person());
    return session.isPresent()
        ? act.apply(session.get())
        : new Outcome.Refused<Session>(Plain.NO_SESSION);
  }

  /** How it was, if this person was asked. */
  public Outcome<VisitView> answer(String token, Mood mood) {
    return attendance.during(
        token,
        visit -> {
          moods.answer(token, mood);
          return new Outcome.Done<>(mood);
        });
  }

  /** The person's sessions of the last weeks at this kiosk. */
  public Outcome<HistoryView> history(String token) {
    Optional<Visit> visit = attendance.touch(token);
    return visit
        .<Outcome<HistoryView>>map(it -> new Outcome.Done<>(history(it)))
        .orElseGet(() -> new Outcome.Refused<>(Plain.VISIT_OVER));
  }

  private HistoryView history(Visit visit) {
    return new HistoryView(
        journal
            .sessionsOf(visit.person(), clock.instant().minus(REMEMBERED), MOST_REMEMBERED)
            .stream()
            .map(sessions::asCounted)
            .map(it ->
                new HistoryView.Past(
                    it.startedAt(), replica.label(it.workstation()), it.signedIn()))
            .toList());
  }

  /** A touch: the visit goes on. */
  public Outcome<VisitView> stay(String token) {
    return attendance.during(token, Outcome.Done::new);
  }

  /** The person walks away; a session of theirs goes on. */
  public Outcome<Boolean> leave(String token) {
    attendance.leave(token);
    return new Outcome.Done<>(true);
  }

  /** The button at the front: whoever stood here is done. */
  public void done() {
    attendance.end();
  }

  /** Draws a number for the queue. */
  public Outcome<VisitView> draw(String token, Wish wish) {
    return attendance.during(token, visit -> queue.draw(visit.person(), wish));
  }

  public Outcome<VisitView> leaveQueue(String token) {
    return attendance.during(
        token,
        visit -> {
          queue.leave(visit.person());
          return new Outcome.Done<>(visit);
        });
  }

  /** Wipes a visit that nobody touched. */
  public void tick() {
    attendance.tick();
    moods.tick();
  }
}
