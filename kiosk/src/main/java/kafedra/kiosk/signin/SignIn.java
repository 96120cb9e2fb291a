package kafedra.kiosk.signin;

import java.time.Duration;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;

/** Finds out who somebody is, by card or by number and PIN. For the desk's thread alone. */
public final class SignIn {
  private static final String KIOSK = "kiosk";

  /**
   * A PIN to be proven away from the desk's thread.
   *
   * @param verifier to prove it against: a decoy for an unknown number
   * @param attempts the count with this attempt in it
   */
  public record Challenge(String number, PinVerifier verifier, Attempts attempts) {}

  /** What came of proving it. */
  public enum Verdict {
    RIGHT,
    WRONG
  }

  private final Replica replica;
  private final Proofs proofs;
  private final AttemptLimit limit;

  public SignIn(Replica replica, Proofs proofs, AttemptLimit limit) {
    this.replica = replica;
    this.proofs = proofs;
    this.limit = limit;
  }

  /**
   * @param number as the reader gives it
   */
  public Outcome<PersonId> byCard(String number) {
    Optional<ReplicaItem.Person> person = replica.personByCard(proofs.card(number));
    return person.isPresent()
        ? new Outcome.Done<>(person.get().id())
        : new Outcome.Refused<>(Refusal.Plain.UNKNOWN_CARD);
  }

  /** Counts an attempt and says what to prove the PIN against. */
  public Outcome<Challenge> challenge(String number) {
    String key = key(number);
    Optional<Duration> wait = limit.wait(key).or(() -> limit.wait(KIOSK));
    if (wait.isPresent()) {
      return new Outcome.Refused<>(new Refusal.TooManyAttempts(wait.get()));
    }
    limit.count(KIOSK, AttemptLimit.Limit.KIOSK);
    Attempts attempts = limit.count(key, AttemptLimit.Limit.PERSON);
    PinVerifier verifier =
        replica
            .personByNumber(number)
            .flatMap(person -> Optional.ofNullable(person.pin()))
            .orElseGet(proofs::decoy);
    return new Outcome.Done<>(new Challenge(number, verifier, attempts));
  }

  private static String key(String number) {
    return "number:" + number;
  }

  /** Ends an attempt. */
  public Outcome<PersonId> answer(Challenge challenge, Verdict verdict) {
    Optional<ReplicaItem.Person> person = replica.personByNumber(challenge.number());
    boolean right =
        verdict == Verdict.RIGHT
            && person.filter(it -> challenge.verifier().equals(it.pin())).isPresent();
    if (!right) {
      int left = limit.left(challenge.attempts(), AttemptLimit.Limit.PERSON);
      return new Outcome.Refused<>(
          limit
              .wait(key(challenge.number()))
              .<Refusal>map(Refusal.TooManyAttempts::new)
              .orElseGet(() -> new Refusal.WrongNumberOrPin(left)));
    }
    limit.forgive(key(challenge.number()));
    limit.takeBack(KIOSK);
    return new Outcome.Done<>(person.orElseThrow().id());
  }
}
