package kafedra.contract.outbox;

import java.time.Duration;

/**
 * What a courier should do next: how far the receiver is, how far ahead of it has been sent, and
 * when to lose patience. Knows no thread, no network and no clock; not safe for use by several
 * threads.
 */
final class SendWindow {
  /** What to do now. */
  sealed interface Step {
    /** Wait for news. */
    record Idle() implements Step {}

    /** Ask how far the receiver is. */
    record Ask() implements Step {}

    /** Send from this number on, if there is something. */
    record Send(long first) implements Step {}
  }

  private enum Link {
    DOWN,
    /** Up, and it is not known how far the receiver is. */
    UP,
    /** Up, and the receiver was asked. */
    ASKED,
    /** Up, and {@link #acknowledged} is the receiver's word. */
    AGREED
  }

  private final int ahead;
  private final Duration patience;
  private Link link = Link.DOWN;
  private boolean more;
  private long acknowledged;
  private long sent;
  private Duration lastNews = Duration.ZERO;

  /**
   * @param ahead records that may be sent beyond the acknowledgement
   * @param patience how long to wait for the receiver before asking or sending again
   */
  SendWindow(int ahead, Duration patience) {
    this.ahead = ahead;
    this.patience = patience;
  }

  void linkUp() {
    link = Link.UP;
  }

  void linkDown() {
    link = Link.DOWN;
  }

  /** There may be records beyond what was sent. */
  void added() {
    more = true;
  }

  /** Everything that there was is sent. */
  void allSent() {
    more = false;
  }

  void asked(Duration now) {
    if (link == Link.UP) {
      link = Link.ASKED;
    }
    lastNews = now;
  }

  void sent(long last, Duration now) {
    if (sent == acknowledged) {
      lastNews = now;
    }
    sent = Math.max(sent, last);
  }

  /** The receiver's word. A number below the last one means that it came back from a backup. */
  void acknowledged(long upTo, Duration now) {
    boolean news = link != Link.AGREED || upTo != acknowledged;
    if (link != Link.AGREED || upTo < acknowledged) {
      sent = upTo;
      more = true;
    }
    if (link != Link.DOWN) {
      link = Link.AGREED;
    }
    acknowledged = upTo;
    sent = Math.max(sent, upTo);
    lastNews = news ? now : lastNews;
  }

  long acknowledged() {
    return acknowledged;
  }

  Step next(Duration now) {
    boolean late = now.minus(lastNews).compareTo(patience) > 0;
    return switch (link) {
      case DOWN -> new Step.Idle();
      case UP -> new Step.Ask();
      case ASKED -> late ? new Step.Ask() : new Step.Idle();
      case AGREED -> nextRecords(late, now);
    };
  }

  private Step nextRecords(boolean late, Duration now) {
    if (late && sent > acknowledged) {
      sent = acknowledged;
      lastNews = now;
      more = true;
    }
    return more && sent - acknowledged < ahead ? new Step.Send(sent + 1) : new Step.Idle();
  }
}
