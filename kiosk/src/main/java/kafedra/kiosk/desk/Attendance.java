package kafedra.kiosk.desk;

import java.util.Optional;
import java.util.function.Function;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.SignInMethod;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.session.Refusal.Plain;
import kafedra.kiosk.signin.Visit;
import kafedra.kiosk.signin.Visits;

/**
 * The person before the screen: who may act, and what they see of it. For the desk's thread alone.
 */
public final class Attendance {
  private final Visits visits;
  private final VisitViews views;
  private final Cues cues;

  public Attendance(Visits visits, VisitViews views, Cues cues) {
    this.visits = visits;
    this.views = views;
    this.cues = cues;
  }

  /** A visit begins if it is known whose. */
  Outcome<VisitView> begin(Outcome<PersonId> who, SignInMethod method) {
    return switch (who) {
      case Outcome.Refused<PersonId>(Refusal why) -> {
        cues.refused();
        yield new Outcome.Refused<>(why);
      }
      case Outcome.Done<PersonId>(PersonId person) -> {
        cues.fine();
        yield new Outcome.Done<>(views.of(visits.begin(person, method)));
      }
    };
  }

  /** The visit as it is now; empty when nobody stands before the screen. */
  Optional<VisitView> view() {
    return visits.current().map(views::of);
  }

  /** Does what the visit's person asks, and answers with what they see then. */
  Outcome<VisitView> during(String token, Function<Visit, Outcome<?>> act) {
    Optional<Visit> visit = visits.touch(token);
    if (visit.isEmpty()) {
      return new Outcome.Refused<>(Plain.VISIT_OVER);
    }
    return switch (act.apply(visit.get())) {
      case Outcome.Refused<?>(Refusal why) -> {
        cues.refused();
        yield new Outcome.Refused<>(why);
      }
      case Outcome.Done<?> done -> new Outcome.Done<>(views.of(visit.get()));
    };
  }

  /** The visit that a token belongs to, which is thereby touched. */
  Optional<Visit> touch(String token) {
    return visits.touch(token);
  }

  /** The person walks away. */
  void leave(String token) {
    if (visits.touch(token).isPresent()) {
      visits.end();
    }
  }

  void end() {
    visits.end();
  }

  /** Wipes a visit that nobody touched. */
  void tick() {
    visits.endIfIdle();
  }
}
