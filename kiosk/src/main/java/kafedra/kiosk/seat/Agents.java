package kafedra.kiosk.seat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ScreenState;
import kafedra.contract.message.SeatOrder;
import kafedra.contract.message.SeatReport;
import kafedra.contract.time.DeviceClock;
import org.jspecify.annotations.Nullable;

/** What the agents said last, and what they were told last. For the desk's thread alone. */
public final class Agents {
  /** An agent that is silent for this long is not counted on: three heartbeats and a half. */
  public static final Duration SILENCE = Duration.ofSeconds(35);

  /** Orders are repeated this often. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private static final class Agent {
    @Nullable SeatReport report;
    Duration heardAt = Duration.ZERO;
    Duration orderedAt = Duration.ZERO;
    long orderedNumber;
    @Nullable SessionId orderedFor;
    List<SessionId> settled = List.of();
  }

  private final Map<WorkstationId, Agent> agents = new HashMap<>();
  private final SeatOrders orders;
  private final DeviceClock clock;
  private final String kioskRun;
  private final Duration startedAt;
  private long lastNumber;

  /**
   * @param kioskRun unlike that of every earlier start
   */
  public Agents(SeatOrders orders, DeviceClock clock, String kioskRun) {
    this.orders = orders;
    this.clock = clock;
    this.kioskRun = kioskRun;
    this.startedAt = clock.sinceBoot();
  }

  private Agent agent(WorkstationId workstation) {
    return agents.computeIfAbsent(workstation, unknown -> new Agent());
  }

  public void heard(WorkstationId workstation, SeatReport report) {
    Agent agent = agent(workstation);
    agent.report = report;
    agent.heardAt = clock.sinceBoot();
  }

  /** The connection of an agent broke, or it said goodbye. */
  public void lost(WorkstationId workstation) {
    agent(workstation).report = null;
  }

  /** Presence as the site broker tells it; an agent that appears reports by itself. */
  public void presence(WorkstationId workstation, Reach reach) {
    if (reach == Reach.OFFLINE) {
      lost(workstation);
    }
  }

  /** The last report, unless it is too old to count on. */
  public Optional<SeatReport> report(WorkstationId workstation) {
    Agent agent = agents.get(workstation);
    if (agent == null || clock.since(agent.heardAt).compareTo(SILENCE) > 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(agent.report);
  }

  /** Whether silence may only mean that the kiosk has just started. */
  public boolean mayStillAppear(WorkstationId workstation) {
    return clock.since(startedAt).compareTo(SILENCE) < 0 && report(workstation).isEmpty();
  }

  /** Whether the screen is open for a session. */
  public boolean isOpenFor(WorkstationId workstation, SessionId session) {
    return report(workstation).filter(report -> session.equals(report.session())).isPresent();
  }

  public boolean isLocked(WorkstationId workstation) {
    return report(workstation).filter(report -> report.screen() == ScreenState.LOCKED).isPresent();
  }

  /** Whether the agent's last report was made after it had carried out the newest order. */
  public boolean obeyedNewest(WorkstationId workstation) {
    Agent agent = agents.get(workstation);
    return agent != null
        && agent.orderedNumber > 0
        && report(workstation).filter(report -> report.obeyed() == agent.orderedNumber).isPresent();
  }

  /** Sends a wish: open for a session, or locked when {@code open} is empty. */
  public void order(
      WorkstationId workstation, Optional<SeatOrder.Open> open, List<SessionId> settled) {
    Agent agent = agent(workstation);
    agent.orderedAt = clock.sinceBoot();
    agent.orderedNumber = ++lastNumber;
    agent.orderedFor = open.map(SeatOrder.Open::session).orElse(null);
    agent.settled = List.copyOf(settled);
    orders.send(
        workstation, new SeatOrder(kioskRun, agent.orderedNumber, open.orElse(null), settled));
  }

  /** Whether an order is due: none was sent for a heartbeat. */
  public boolean isOrderDue(WorkstationId workstation) {
    Agent agent = agents.get(workstation);
    return agent == null
        || agent.orderedNumber == 0
        || clock.since(agent.orderedAt).compareTo(HEARTBEAT) >= 0;
  }

  /** Whether the last order was for this session, or for locking when empty. */
  public boolean orderedFor(WorkstationId workstation, Optional<SessionId> session) {
    Agent agent = agents.get(workstation);
    return agent != null
        && agent.orderedNumber > 0
        && session.equals(Optional.ofNullable(agent.orderedFor));
  }

  /** What the agent was last told it may forget. */
  public List<SessionId> toldSettled(WorkstationId workstation) {
    Agent agent = agents.get(workstation);
    return agent == null ? List.of() : agent.settled;
  }
}
