package kafedra.agent.act;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kafedra.agent.lock.BootClock;
import kafedra.agent.lock.Seat;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.SessionId;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.SeatAct;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what staff want done here, each command once and each with an answer. For the agent's
 * thread alone.
 */
public final class SeatActor {
  /** The answer is to leave before the machine goes. */
  static final Duration BEFORE_IT_GOES = Duration.ofSeconds(2);

  /** Answers that are remembered; the kiosk asks again for two minutes at the most. */
  static final int REMEMBERED = 64;

  private static final Logger log = LoggerFactory.getLogger(SeatActor.class);

  private record Going(SeatAct act, Duration at) {}

  private final Seat seat;
  private final Machine machine;
  private final Supplier<String> diagnosis;
  private final BootClock clock;
  private final Map<CommandId, SeatReply> answered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, SeatReply> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Optional<Going> going = Optional.empty();

  /**
   * @param diagnosis how machine and agent are, without anything of a person
   */
  public SeatActor(Seat seat, Machine machine, Supplier<String> diagnosis, BootClock clock) {
    this.seat = seat;
    this.machine = machine;
    this.diagnosis = diagnosis;
    this.clock = clock;
  }

  /** Does it, unless it is done already or must not be done any more. */
  public SeatReply take(SeatCommand command) {
    return answered.computeIfAbsent(
        command.id(),
        _ -> {
          SeatReply reply = carryOut(command);
          log.info("{} {}: {}", command.act(), command.id(), reply.outcome());
          return reply;
        });
  }

  private SeatReply carryOut(SeatCommand command) {
    if (!command.valid().isPositive()) {
      return new SeatReply(command.id(), CommandOutcome.EXPIRED, "expired", null);
    }
    Optional<SessionId> running = Optional.ofNullable(seat.report().session());
    Optional<SessionId> meant = Optional.ofNullable(command.session());
    boolean goes = command.act() == SeatAct.RESTART || command.act() == SeatAct.SHUT_DOWN;
    if (!goes && meant.isPresent() && !meant.equals(running)) {
      return refused(command, "session-over");
    }
    return switch (command.act()) {
      case MESSAGE -> {
        Optional.ofNullable(command.text()).ifPresent(seat::say);
        yield done(command);
      }
      case COVER -> {
        seat.cover();
        yield done(command);
      }
      case UNCOVER -> seat.uncover() ? done(command) : refused(command, "session-over");
      case RESTART, SHUT_DOWN -> go(command, running.isPresent());
      case DIAGNOSE -> new SeatReply(command.id(), CommandOutcome.DONE, null, details());
      case WAKE -> refused(command, "malformed");
    };
  }

  /** One that is older than this start of the machine has had its effect. */
  private SeatReply go(SeatCommand command, boolean inUse) {
    Duration now = clock.sinceBoot();
    if (command.age().compareTo(now) < 0) {
      if (inUse) {
        return refused(command, "seat-taken");
      }
      going = Optional.of(new Going(command.act(), now.plus(BEFORE_IT_GOES)));
    }
    return done(command);
  }

  private String details() {
    String whole = diagnosis.get();
    return whole.length() <= SeatReply.MOST_DETAILS
        ? whole
        : whole.substring(0, SeatReply.MOST_DETAILS);
  }

  private static SeatReply done(SeatCommand command) {
    return new SeatReply(command.id(), CommandOutcome.DONE, null, null);
  }

  private static SeatReply refused(SeatCommand command, String reason) {
    return new SeatReply(command.id(), CommandOutcome.REFUSED, reason, null);
  }

  /** Lets the machine go when it is time. */
  public void tick() {
    going
        .filter(it -> clock.sinceBoot().compareTo(it.at()) >= 0)
        .ifPresent(it -> {
          going = Optional.empty();
          if (it.act() == SeatAct.RESTART) {
            machine.restart();
          } else {
            machine.powerOff();
          }
        });
  }
}
