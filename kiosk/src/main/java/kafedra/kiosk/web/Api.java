package kafedra.kiosk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Mood;
import kafedra.contract.picture.Picture;
import kafedra.contract.time.TimeSlot;
import kafedra.kiosk.desk.BookingDesk;
import kafedra.kiosk.desk.Desk;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.desk.HelpDesk;
import kafedra.kiosk.desk.HistoryView;
import kafedra.kiosk.desk.SiteView;
import kafedra.kiosk.desk.VisitView;
import kafedra.kiosk.help.Call;
import kafedra.kiosk.queue.Wish;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.signin.Proofs;
import kafedra.kiosk.signin.SignIn;

/** What the screen asks, handed to the desk. Each method may block. */
final class Api {
  /** How long a booking waits for the controller's answer before it is shown as a request. */
  static final Duration ANSWER = Duration.ofMillis(1500);

  /** PINs proven at the same time; each takes 7 MiB of memory. */
  private static final int PROVEN_AT_ONCE = 2;

  private final Semaphore proving = new Semaphore(PROVEN_AT_ONCE);
  private final DeskThread thread;
  private final Desk desk;
  private final BookingDesk bookings;
  private final HelpDesk help;
  private final Supplier<SiteView> site;
  private final Supplier<?> health;
  private final Proofs proofs;

  Api(Desks desks, Supplier<SiteView> site, Supplier<?> health, Proofs proofs) {
    this.thread = desks.thread();
    this.desk = desks.desk();
    this.bookings = desks.bookings();
    this.help = desks.help();
    this.site = site;
    this.health = health;
    this.proofs = proofs;
  }

  Reply site() {
    return new Reply.View(thread.call(site));
  }

  Reply health() {
    return new Reply.View(thread.call(health));
  }

  Reply tap(Fields body) {
    String card = body.text("card");
    return reply(thread.call(() -> desk.tap(card)));
  }

  Reply signIn(Fields body) {
    String number = body.text("number");
    return prove(thread.call(() -> desk.challenge(number)), body.text("pin"));
  }

  Reply signInByPicture(Fields body) {
    GroupId group = Fields.id("group", body.text("group"), GroupId::new);
    Picture picture =
        new Picture(
            body.word("thing", Picture.Thing.class), body.word("frame", Picture.Frame.class));
    return prove(thread.call(() -> desk.challenge(group, picture)), body.text("pin"));
  }

  Reply signInByCode(Fields body) {
    String code = body.text("code");
    return reply(thread.call(() -> desk.enter(code)));
  }

  private Reply prove(Outcome<SignIn.Challenge> outcome, String pin) {
    return switch (outcome) {
      case Outcome.Refused<SignIn.Challenge>(Refusal why) -> new Reply.Failed(Problem.of(why));
      case Outcome.Done<SignIn.Challenge>(SignIn.Challenge challenge) -> {
        SignIn.Verdict verdict = prove(challenge, pin);
        yield reply(thread.call(() -> desk.answer(challenge, verdict)));
      }
    };
  }

  private SignIn.Verdict prove(SignIn.Challenge challenge, String pin) {
    proving.acquireUninterruptibly();
    try {
      return proofs.matches(challenge.verifier(), pin)
          ? SignIn.Verdict.RIGHT
          : SignIn.Verdict.WRONG;
    } finally {
      proving.release();
    }
  }

  Reply takeSeat(Fields body) {
    String token = body.text("token");
    Optional<WorkstationId> seat = body.optionalId("seat", WorkstationId::new);
    Optional<Duration> minutes =
        body.optionalNumber("minutes", 1, 24 * 60).map(Duration::ofMinutes);
    return reply(thread.call(() -> desk.takeSeat(token, seat, minutes)));
  }

  /** The acts that need no more than the visit's token. */
  Reply act(Fields body, Function<String, Outcome<VisitView>> act) {
    return act(body.text("token"), act);
  }

  Reply act(String token, Function<String, Outcome<VisitView>> act) {
    return reply(thread.call(() -> act.apply(token)));
  }

  Reply draw(Fields body) {
    String token = body.text("token");
    Wish wish =
        new Wish(
            body.optionalId("lab", LabId::new).orElse(null),
            Set.copyOf(body.words("features", Feature.class)));
    return reply(thread.call(() -> desk.draw(token, wish)));
  }

  Reply mood(Fields body) {
    String token = body.text("token");
    Mood mood = body.word("mood", Mood.class);
    return reply(thread.call(() -> desk.answer(token, mood)));
  }

  Reply history(Fields body) {
    String token = body.text("token");
    return switch (thread.call(() -> desk.history(token))) {
      case Outcome.Done<HistoryView>(HistoryView history) -> new Reply.View(history);
      case Outcome.Refused<HistoryView>(Refusal why) -> new Reply.Failed(Problem.of(why));
    };
  }

  Reply leave(Fields body) {
    String token = body.text("token");
    return switch (thread.call(() -> desk.leave(token))) {
      case Outcome.Done<Boolean> done -> new Reply.Nothing();
      case Outcome.Refused<Boolean>(Refusal why) -> new Reply.Failed(Problem.of(why));
    };
  }

  Reply book(Fields body) {
    String token = body.text("token");
    Instant start = body.instant("start");
    Instant end = body.instant("end");
    Optional<WorkstationId> seat = body.optionalId("seat", WorkstationId::new);
    if (!start.isBefore(end) || Duration.between(start, end).compareTo(Duration.ofDays(1)) > 0) {
      throw new BadRequestException("end is not after start, or more than a day after it.");
    }
    BookingId id = BookingDesk.newBookingId();
    TimeSlot slot = new TimeSlot(start, end);
    Outcome<VisitView> asked = thread.call(() -> bookings.book(token, id, slot, seat));
    if (asked instanceof Outcome.Refused<VisitView>(Refusal why)) {
      return new Reply.Failed(Problem.of(why));
    }
    awaitAnswer(thread.call(() -> bookings.answerTo(id)));
    return reply(thread.call(() -> desk.stay(token)));
  }

  private static void awaitAnswer(CompletableFuture<BookingId> answer) {
    try {
      var _ = answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(false); // shown as a request; the answer is shown when it comes
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Reply withdraw(String id, String token) {
    BookingId booking = Fields.id("booking", id, BookingId::new);
    return reply(thread.call(() -> bookings.withdraw(token, booking)));
  }

  /** Somebody calls for the librarian without having signed in. */
  Reply call() {
    return switch (thread.call(help::callOfNobody)) {
      case Outcome.Done<Call> called -> site();
      case Outcome.Refused<Call>(Refusal why) -> new Reply.Failed(Problem.of(why));
    };
  }

  Reply takeBackCall() {
    thread.call(() -> {
      help.takeBackOfNobody();
      return true;
    });
    return site();
  }

  Reply reportFault(Fields body) {
    String token = body.text("token");
    WorkstationId seat = Fields.id("seat", body.text("seat"), WorkstationId::new);
    FaultKind kind = body.word("kind", FaultKind.class);
    return reply(thread.call(() -> help.report(token, seat, kind)));
  }

  Desk desk() {
    return desk;
  }

  HelpDesk help() {
    return help;
  }

  static Reply reply(Outcome<VisitView> outcome) {
    return switch (outcome) {
      case Outcome.Done<VisitView>(VisitView view) -> new Reply.View(view);
      case Outcome.Refused<VisitView>(Refusal why) -> new Reply.Failed(Problem.of(why));
    };
  }
}
