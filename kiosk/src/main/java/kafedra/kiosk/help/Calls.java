package kafedra.kiosk.help;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kafedra.contract.id.CallId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.time.DeviceClock;

/**
 * The calls for the librarian that are open now. Forgotten with a restart: whoever still needs help
 * sees that nobody comes, and calls again. For the desk's thread alone.
 */
public final class Calls {
  /** Nobody waits longer without pressing again or going to the librarian. */
  static final Duration UNANSWERED = Duration.ofMinutes(30);

  /** After so long an answer was kept or forgotten. */
  static final Duration ANSWERED = Duration.ofMinutes(5);

  private final List<Call> calls = new ArrayList<>();
  private final DeviceClock clock;

  public Calls(DeviceClock clock) {
    this.clock = clock;
  }

  /** In the order in which they came. */
  public List<Call> open() {
    return List.copyOf(calls);
  }

  public Optional<Call> of(PersonId person) {
    return calls.stream().filter(it -> it.person().equals(Optional.of(person))).findFirst();
  }

  /** The call of whoever stands at the kiosk without having signed in. */
  public Optional<Call> ofNobody() {
    return calls.stream().filter(it -> it.person().isEmpty()).findFirst();
  }

  /**
   * Calls; whoever calls already goes on. Empty when too many call.
   *
   * @param person empty for somebody who did not sign in
   */
  public Optional<Call> call(Optional<PersonId> person, Optional<WorkstationId> seat) {
    Optional<Call> before = person.isPresent() ? of(person.get()) : ofNobody();
    if (before.isPresent()) {
      return before;
    }
    if (calls.size() >= HelpCalls.MOST) {
      return Optional.empty();
    }
    Call call =
        new Call(
            new CallId(UUID.randomUUID().toString()),
            clock.instant(),
            clock.sinceBoot(),
            seat,
            person,
            Optional.empty());
    calls.add(call);
    return Optional.of(call);
  }

  /** The person needs nobody any more. */
  public void takeBack(Call call) {
    calls.removeIf(it -> it.id().equals(call.id()));
  }

  /** Staff say that they come; empty when nobody calls under this id. */
  public Optional<Call> answer(CallId id) {
    Optional<Call> call = calls.stream().filter(it -> it.id().equals(id)).findFirst();
    Instant now = clock.instant();
    call.ifPresent(it ->
        calls.replaceAll(
            each -> each.id().equals(id) ? each.answeredAt(now, clock.sinceBoot()) : each));
    return call;
  }

  /** Forgets calls that are over. */
  public void tick() {
    calls.removeIf(it ->
        clock.since(it.changedAt()).compareTo(it.answered().isPresent() ? ANSWERED : UNANSWERED)
            >= 0);
  }
}
