package kafedra.agent.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatFault;
import kafedra.contract.message.SeatReport;
import kafedra.contract.message.SessionUse;
import kafedra.contract.message.Tampering;

/** When the kiosk is to hear of the seat: at each change, and as a heartbeat. */
public final class ReportPace {
  /** A kiosk takes a seat that is silent for 35 s for unreachable: three heartbeats may be lost. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** All of a report but the counts, which change every second. */
  private record Gist(
      ScreenState screen,
      long obeyed,
      Optional<SeatFault> fault,
      List<SessionId> sessions,
      Optional<String> tampering) {
    static Gist of(SeatReport report) {
      return new Gist(
          report.screen(),
          report.obeyed(),
          Optional.ofNullable(report.fault()),
          report.uses().stream().map(SessionUse::session).toList(),
          Optional.ofNullable(report.tampering()).map(Tampering::id));
    }
  }

  private Optional<Gist> told = Optional.empty();
  private Duration toldAt = Duration.ZERO;

  public boolean isDue(SeatReport report, Duration now) {
    return told.filter(Gist.of(report)::equals).isEmpty()
        || now.minus(toldAt).compareTo(HEARTBEAT) >= 0;
  }

  /** The report has left. */
  public void told(SeatReport report, Duration now) {
    told = Optional.of(Gist.of(report));
    toldAt = now;
  }

  /** Nothing is known of what arrived, since the connection is a new one. */
  public void forget() {
    told = Optional.empty();
  }
}
