package kafedra.kiosk.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.picture.Picture;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;

/**
 * Finds out who somebody is: by card, by number or picture and PIN, or by a code for one time. For
 * the desk's thread alone.
 */
public final class SignIn {
  private static final String KIOSK = "kiosk";
  private static final String CODES = "codes";

  /**
   * A PIN to be proven away from the desk's thread.
   *
   * @param person whose it would be; empty for an unknown number or picture
   * @param verifier to prove it against: a decoy where there is nobody
   * @param attempts the count with this attempt in it
   */
  public record Challenge(Optional<PersonId> person, PinVerifier verifier, Attempts attempts) {}

  /** What came of proving it. */
  public enum Verdict {
    RIGHT,
    WRONG
  }

  private final Replica replica;
  private final Proofs proofs;
  private final AttemptLimit limit;
  private final Classes classes;
  private final Journal journal;
  private final DeviceClock clock;

  public SignIn(
      Replica replica,
      Proofs proofs,
      AttemptLimit limit,
      Classes classes,
      Journal journal,
      DeviceClock clock) {
    this.replica = replica;
    this.proofs = proofs;
    this.limit = limit;
    this.classes = classes;
    this.journal = journal;
    this.clock = clock;
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
    return challenge(replica.personByNumber(number), key(number));
  }

  /**
   * As above, for somebody who pressed a picture. Tries by picture and by number are counted
   * together, so that neither is a way around the other.
   */
  public Outcome<Challenge> challenge(GroupId group, Picture picture) {
    Optional<ReplicaItem.Person> person = classes.whose(group, picture).flatMap(replica::person);
    String key =
        person
            .flatMap(it -> Optional.ofNullable(it.number()))
            .map(SignIn::key)
            .orElse("picture:" + group + "/" + picture.thing() + "/" + picture.frame());
    return challenge(person, key);
  }

  private Outcome<Challenge> challenge(Optional<ReplicaItem.Person> person, String key) {
    Optional<Duration> wait = limit.wait(key).or(() -> limit.wait(KIOSK));
    if (wait.isPresent()) {
      return new Outcome.Refused<>(new Refusal.TooManyAttempts(wait.get()));
    }
    limit.count(KIOSK, AttemptLimit.Limit.KIOSK);
    Attempts attempts = limit.count(key, AttemptLimit.Limit.PERSON);
    PinVerifier verifier =
        person.flatMap(it -> Optional.ofNullable(it.pin())).orElseGet(proofs::decoy);
    return new Outcome.Done<>(
        new Challenge(person.map(ReplicaItem.Person::id), verifier, attempts));
  }

  private static String key(String number) {
    return "number:" + number;
  }

  /** Ends an attempt. */
  public Outcome<PersonId> answer(Challenge challenge, Verdict verdict) {
    String key = challenge.attempts().key();
    Optional<PersonId> right =
        challenge
            .person()
            .flatMap(replica::person)
            .filter(it -> verdict == Verdict.RIGHT && challenge.verifier().equals(it.pin()))
            .map(ReplicaItem.Person::id);
    if (right.isEmpty()) {
      int left = limit.left(challenge.attempts(), AttemptLimit.Limit.PERSON);
      return new Outcome.Refused<>(
          limit
              .wait(key)
              .<Refusal>map(Refusal.TooManyAttempts::new)
              .orElseGet(() -> new Refusal.WrongNumberOrPin(left)));
    }
    limit.forgive(key);
    limit.takeBack(KIOSK);
    return new Outcome.Done<>(right.get());
  }

  /**
   * Signs in by a code for one time. It is used up in the same commit that tells the district so;
   * guesses have a limit of their own.
   */
  public Outcome<PersonId> byCode(String digits) {
    Optional<Duration> wait = limit.wait(CODES);
    if (wait.isPresent()) {
      return new Outcome.Refused<>(new Refusal.TooManyAttempts(wait.get()));
    }
    limit.count(CODES, AttemptLimit.Limit.CODES);
    String verifier = proofs.code(digits);
    Optional<PersonId> person =
        replica
            .code(verifier)
            .filter(it -> clock.instant().isBefore(it.expires()))
            .filter(it -> !journal.isCodeUsed(verifier))
            .map(ReplicaItem.EntryCode::person)
            .filter(it -> replica.person(it).isPresent());
    if (person.isEmpty()) {
      return new Outcome.Refused<>(Refusal.Plain.UNKNOWN_CODE);
    }
    journal.commit(
        List.of(
            new Change.CodeUsed(verifier, clock.instant()),
            new Change.Recorded(new SiteRecord.CodeUsed(clock.stamp(), verifier, person.get()))));
    limit.takeBack(CODES);
    return new Outcome.Done<>(person.get());
  }
}
