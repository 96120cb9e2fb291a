package kafedra.agent;

import java.time.Duration;
import java.util.Optional;
import kafedra.agent.act.SeatActor;
import kafedra.agent.files.FileSeatMemory;
import kafedra.agent.files.LifeMark;
import kafedra.agent.health.HealthWatch;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.ReportPace;
import kafedra.agent.lock.Seat;
import kafedra.agent.lock.SeatReports;
import kafedra.agent.mqtt.KioskLink;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.SeatReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running agent; {@link AgentMain#assemble} builds one, and a fleet is many of them in one
 * process.
 *
 * <p>Its own thread alone touches the seat: it takes what waits in the inbox, and once a second, or
 * right at the end of a session, lets time have its effect.
 */
public final class AgentProgram implements AutoCloseable {
  static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(AgentProgram.class);

  /** What an agent consists of. */
  record Parts(
      WorkstationId workstation,
      BootClock clock,
      FileSeatMemory memory,
      Seat seat,
      HealthWatch health,
      SeatActor actor,
      LifeMark mark,
      AgentInbox inbox,
      KioskLink link) {}

  private final WorkstationId workstation;
  private final BootClock clock;
  private final FileSeatMemory memory;
  private final Seat seat;
  private final HealthWatch health;
  private final SeatActor actor;
  private final LifeMark mark;
  private final AgentInbox inbox;
  private final KioskLink link;
  private final ReportPace pace = new ReportPace();
  private final Thread thread;
  private volatile boolean stopping;

  AgentProgram(Parts parts) {
    workstation = parts.workstation();
    clock = parts.clock();
    memory = parts.memory();
    seat = parts.seat();
    health = parts.health();
    actor = parts.actor();
    mark = parts.mark();
    inbox = parts.inbox();
    link = parts.link();
    thread = Thread.ofPlatform().name("agent-" + workstation).unstarted(this::run);
  }

  public WorkstationId workstation() {
    return workstation;
  }

  /**
   * Brings the screen into a known state, then begins to listen. A kiosk that cannot be reached is
   * no failure.
   */
  public void start() {
    seat.start();
    thread.start();
    link.start();
  }

  private void run() {
    while (!stopping) {
      Optional<AgentInbox.Event> event;
      try {
        event = inbox.await(pause());
      } catch (InterruptedException interrupted) {
        break;
      }
      step(() -> event.ifPresent(this::take));
      step(this::tell);
      step(seat::tick);
      step(actor::tick);
      step(this::tell);
    }
    step(seat::stop);
    step(this::tell);
  }

  /**
   * Does one step. An agent that died of a bad order, an odd answer of the system or a library that
   * is not there would leave the screen to nobody, and so would a step that keeps the next from
   * being done.
   */
  private void step(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException | Error fault) {
      log.error("{}: a step failed; the agent goes on", workstation, fault);
    }
  }

  private Duration pause() {
    return seat.untilEnd()
        .filter(end -> end.compareTo(TICK) < 0)
        .map(end -> end.isNegative() ? Duration.ZERO : end.plusMillis(1))
        .orElse(TICK);
  }

  private void take(AgentInbox.Event event) {
    switch (event) {
      case AgentInbox.Event.Ordered ordered -> seat.obey(ordered.order());
      case AgentInbox.Event.Commanded commanded -> link.send(actor.take(commanded.command()));
      case AgentInbox.Event.Connected _ -> {
        pace.forget();
        health.forget();
      }
      case AgentInbox.Event.Woken _ -> log.debug("{}: woken", workstation);
    }
  }

  private void tell() {
    Duration now = clock.sinceBoot();
    SeatReport report = seat.report();
    if (pace.isDue(report, now) && link.send(report) == SeatReports.Fate.LEFT) {
      pace.told(report, now);
    }
    health.due(now).ifPresent(link::send);
  }

  /** Payloads of the kiosk that could not be read since the start. */
  public long rejected() {
    return link.rejected();
  }

  /** Locks the screen, says goodbye to the kiosk and lets go of the data folder. */
  @Override
  public void close() {
    stopping = true;
    inbox.wake();
    try {
      thread.join(STOP_DEADLINE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    link.close();
    mark.close();
    memory.close();
  }
}
