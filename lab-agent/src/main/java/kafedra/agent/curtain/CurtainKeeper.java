package kafedra.agent.curtain;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.lock.BootClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session's curtain as it was ordered, and covers the screen when the time is over: also
 * when nobody is left who could order it. It starts covered. For one thread.
 */
public final class CurtainKeeper {
  /** From here on the countdown stands on the screen: time to save one's work. */
  static final Duration LAST_MINUTE = Duration.ofMinutes(1);

  /** A first word about the end. */
  static final Duration SOON = Duration.ofMinutes(5);

  /** How long a message and the first word stay. */
  static final Duration SHOWN = Duration.ofSeconds(20);

  private static final Logger log = LoggerFactory.getLogger(CurtainKeeper.class);

  private final Curtain curtain;
  private final BootClock clock;
  private Optional<Duration> end = Optional.empty();
  private Optional<String> message = Optional.empty();
  private Duration messageUntil = Duration.ZERO;
  private Optional<Notice> shown = Optional.empty();

  public CurtainKeeper(Curtain curtain, BootClock clock) {
    this.curtain = curtain;
    this.clock = clock;
  }

  /** Covers the screen, before anything else is done. */
  public void start() {
    curtain.cover();
  }

  public void take(CurtainOrder order) {
    Duration now = clock.sinceBoot();
    switch (order) {
      case CurtainOrder.Cover() -> cover("ordered");
      case CurtainOrder.Open(Duration remaining) -> {
        end = Optional.of(now.plus(remaining));
        curtain.open();
      }
      case CurtainOrder.Until(Duration remaining) -> end = end.map(_ -> now.plus(remaining));
      case CurtainOrder.Say(String text) -> {
        message = Optional.of(text);
        messageUntil = now.plus(SHOWN);
      }
      case CurtainOrder.Look() -> log.trace("looked at");
    }
  }

  private void cover(String why) {
    log.info("covering: {}", why);
    end = Optional.empty();
    curtain.cover();
  }

  /** Lets time have its effect, and says how the screen is. */
  public Curtain.State tick() {
    Duration now = clock.sinceBoot();
    if (end.filter(over -> now.compareTo(over) >= 0).isPresent()) {
      cover("the time is over");
    }
    Optional<Notice> due = notice(now);
    if (!due.equals(shown)) {
      due.ifPresentOrElse(curtain::show, curtain::hideNotice);
      shown = due;
    }
    return curtain.tend();
  }

  public Sight sight() {
    return new Sight(tick(), curtain.idle(), curtain.front());
  }

  /** The last minute goes before everything else. */
  private Optional<Notice> notice(Duration now) {
    Optional<Duration> left = end.map(at -> at.minus(now));
    if (left.filter(it -> it.compareTo(LAST_MINUTE) <= 0).isPresent()) {
      return left.map(it -> new Notice(Notice.Urgency.LAST_MINUTE, lastMinute(it)));
    }
    if (message.isPresent() && now.compareTo(messageUntil) < 0) {
      return message.map(text -> new Notice(Notice.Urgency.CALM, text));
    }
    return left.filter(it -> it.compareTo(SOON) <= 0 && it.compareTo(SOON.minus(SHOWN)) > 0)
        .map(_ -> new Notice(Notice.Urgency.CALM, "5 мин · 5 min"));
  }

  /** Rounds up, so that the screen is covered when 0:00 would be shown. */
  private static String lastMinute(Duration left) {
    long seconds = left.plusMillis(999).toSeconds();
    return "%d:%02d  Сохраните работу · Save your work".formatted(seconds / 60, seconds % 60);
  }
}
