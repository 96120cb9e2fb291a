package kafedra.kiosk.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.StaffAct;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.seat.SeatServices;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.session.Seating;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.session.Sessions;
import kafedra.kiosk.signin.CardToCome;
import kafedra.kiosk.signin.Proofs;
import kafedra.kiosk.signin.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What staff do at the kiosk behind their card. Each act is recorded with who did it, in the commit
 * that makes it true where there is one. For the desk's thread alone.
 */
public final class StaffDesk {
  private final Attendance attendance;
  private final Replica replica;
  private final Sessions sessions;
  private final Seating seating;
  private final SeatServices services;
  private final Floor floor;
  private final CardToCome cardToCome;
  private final Proofs proofs;
  private final Journal journal;
  private final DeviceClock clock;

  public StaffDesk(
      Attendance attendance,
      Replica replica,
      Sessions sessions,
      Seating seating,
      SeatServices services,
      Floor floor,
      CardToCome cardToCome,
      Proofs proofs,
      Journal journal,
      DeviceClock clock) {
    this.attendance = attendance;
    this.replica = replica;
    this.sessions = sessions;
    this.seating = seating;
    this.services = services;
    this.floor = floor;
    this.cardToCome = cardToCome;
    this.proofs = proofs;
    this.journal = journal;
    this.clock = clock;
  }

  /** Staff, and with the card in hand: a PIN can be watched over a shoulder. */
  static boolean isStaff(Replica replica, PersonId person, SignInMethod method) {
    return method == SignInMethod.CARD
        && replica.person(person).filter(it -> it.role() == ReplicaItem.Role.STAFF).isPresent();
  }

  private Outcome<VisitView> acting(String token, Function<Visit, Outcome<?>> act) {
    return attendance.during(
        token,
        visit ->
            isStaff(replica, visit.person(), visit.method())
                ? act.apply(visit)
                : new Outcome.Refused<>(Plain.STAFF_ONLY));
  }

  private Change acted(
      PersonId staff, StaffAct act, @Nullable WorkstationId seat, @Nullable PersonId person) {
    return new Change.Recorded(
        new SiteRecord.StaffActed(clock.stamp(), staff, act, seat, person, null));
  }

  /** Staff came to the screen. */
  void came(PersonId staff) {
    journal.commit(List.of(acted(staff, StaffAct.SIGNED_IN, null, null)));
  }

  /** Ends the session on a seat. */
  public Outcome<VisitView> end(String token, WorkstationId seat) {
    return acting(
        token,
        visit ->
            onSession(
                seat,
                session -> {
                  floor.end(
                      session,
                      EndReason.STAFF_ENDED,
                      List.of(
                          acted(visit.person(), StaffAct.ENDED_SESSION, seat, session.person())));
                  return new Outcome.Done<>(session);
                }));
  }

  private Outcome<?> onSession(WorkstationId seat, Function<Session, Outcome<?>> act) {
    Optional<Session> session = sessions.on(seat);
    return session.isPresent()
        ? act.apply(session.get())
        : new Outcome.Refused<Session>(Plain.SESSION_OVER);
  }

  /** Seats somebody elsewhere for the time that they have left. */
  public Outcome<VisitView> move(String token, WorkstationId from, WorkstationId to) {
    return acting(token, visit -> onSession(from, session -> move(visit, session, to)));
  }

  private Outcome<Session> move(Visit visit, Session session, WorkstationId to) {
    Seating.Offer offer = seating.instead(session, to);
    if (offer instanceof Seating.Offer.None(Refusal why)) {
      return new Outcome.Refused<>(why);
    }
    Duration left = sessions.remaining(session);
    floor.end(
        session,
        EndReason.MOVED,
        List.of(acted(visit.person(), StaffAct.MOVED_SESSION, to, session.person())));
    Outcome<Session> moved =
        seating.take(session.person(), offer, SignInMethod.STAFF, Optional.of(left), List.of());
    if (moved instanceof Outcome.Done<Session>) {
      floor.order(to);
    }
    return moved;
  }

  /** Closes a seat or opens it again; whoever sits there goes on. */
  public Outcome<VisitView> serve(String token, WorkstationId seat, Service service) {
    return acting(
        token,
        visit -> {
          if (replica.seat(seat).isEmpty()) {
            return new Outcome.Refused<>(Plain.NOT_FOUND);
          }
          StaffAct act =
              switch (service) {
                case OUT_OF_SERVICE -> StaffAct.CLOSED_SEAT;
                case IN_SERVICE -> StaffAct.OPENED_SEAT;
              };
          services.set(seat, service, acted(visit.person(), act, seat, null));
          return new Outcome.Done<>(service);
        });
  }

  /** The next card that is tapped is to be this pupil's. */
  public Outcome<VisitView> awaitCard(String token, String number) {
    return acting(
        token,
        visit -> {
          Optional<ReplicaItem.Person> person = replica.personByNumber(number);
          if (person.isEmpty()) {
            return new Outcome.Refused<>(Plain.NOT_FOUND);
          }
          cardToCome.await(new CardToCome.Awaited(token, visit.person(), person.get().id()));
          return new Outcome.Done<>(number);
        });
  }

  public Outcome<VisitView> awaitNoCard(String token) {
    return acting(token, visit -> new Outcome.Done<>(cardToCome.take()));
  }

  /**
   * A card was tapped: if one is awaited, it is registered and begins no visit. The district makes
   * it work; until then it is a card that nobody knows.
   */
  Optional<Outcome<VisitView>> tapped(String card) {
    return cardToCome
        .take()
        .filter(it -> attendance.view().filter(view -> view.token().equals(it.token())).isPresent())
        .map(it -> acting(it.token(), visit -> register(it, card)));
  }

  private Outcome<String> register(CardToCome.Awaited wanted, String card) {
    Optional<ReplicaItem.Person> owner = replica.personByCard(proofs.card(card));
    if (owner.isPresent() && !owner.get().id().equals(wanted.person())) {
      return new Outcome.Refused<>(Plain.CARD_TAKEN);
    }
    journal.commit(
        List.of(
            new Change.Recorded(
                new SiteRecord.StaffActed(
                    clock.stamp(),
                    wanted.staff(),
                    StaffAct.REGISTERED_CARD,
                    null,
                    wanted.person(),
                    card))));
    return new Outcome.Done<>(card);
  }
}
