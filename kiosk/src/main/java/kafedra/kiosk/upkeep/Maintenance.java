package kafedra.kiosk.upkeep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kafedra.contract.message.KioskTrouble;
import kafedra.kiosk.session.Outcome;
import kafedra.kiosk.session.Refusal;
import kafedra.kiosk.signin.AttemptLimit;
import kafedra.kiosk.signin.Attempts;

/**
 * What whoever set up the kiosk looks at and tries, behind a PIN of its own. For the desk's thread
 * alone, but for what counts cards and presses.
 */
public final class Maintenance {
  private static final String KEY = "maintenance";

  private static final AttemptLimit.Limit LIMIT =
      new AttemptLimit.Limit(5, Duration.ofMinutes(5), Duration.ofHours(24));

  /** A part of the kiosk that can be tried. */
  public enum Trial {
    LAMPS,
    BUZZER,
    DOOR
  }

  /**
   * @param cards read since the start
   * @param presses of the button since the start
   * @param trials parts that are there to be tried
   */
  public record View(
      HardwareCheck hardware,
      List<KioskTrouble> troubles,
      long cards,
      long presses,
      List<Trial> trials) {}

  private final String pin;
  private final AttemptLimit limit;
  private final Supplier<HardwareCheck> hardware;
  private final Troubles troubles;
  private final Map<Trial, Runnable> trials;
  private final AtomicLong cards = new AtomicLong();
  private final AtomicLong presses = new AtomicLong();

  /**
   * @param trials what is done when a part is tried; only parts that are there
   */
  public Maintenance(
      String pin,
      AttemptLimit limit,
      Supplier<HardwareCheck> hardware,
      Troubles troubles,
      Map<Trial, Runnable> trials) {
    this.pin = pin;
    this.limit = limit;
    this.hardware = hardware;
    this.troubles = troubles;
    this.trials = Map.copyOf(trials);
  }

  /** A card was read; its number is nobody's business here. */
  public void cardRead() {
    cards.incrementAndGet();
  }

  public void buttonPressed() {
    presses.incrementAndGet();
  }

  public Outcome<View> look(String typed) {
    Optional<Refusal> refusal = refusal(typed);
    return refusal.isPresent() ? new Outcome.Refused<>(refusal.get()) : new Outcome.Done<>(view());
  }

  /** Tries a part, whose effect is seen, heard or felt. */
  public Outcome<View> attempt(String typed, Trial trial) {
    Optional<Refusal> refusal = refusal(typed);
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    Optional<Runnable> act = Optional.ofNullable(trials.get(trial));
    act.ifPresent(Runnable::run);
    return act.isPresent()
        ? new Outcome.Done<>(view())
        : new Outcome.Refused<>(Refusal.Plain.NOT_FOUND);
  }

  private View view() {
    return new View(
        hardware.get(),
        troubles.now(),
        cards.get(),
        presses.get(),
        trials.keySet().stream().sorted().toList());
  }

  private Optional<Refusal> refusal(String typed) {
    Optional<Duration> wait = limit.wait(KEY);
    if (wait.isPresent()) {
      return Optional.of(new Refusal.TooManyAttempts(wait.get()));
    }
    Attempts attempts = limit.count(KEY, LIMIT);
    if (!MessageDigest.isEqual(bytes(pin), bytes(typed))) {
      return Optional.of(new Refusal.WrongNumberOrPin(limit.left(attempts, LIMIT)));
    }
    limit.forgive(KEY);
    return Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
