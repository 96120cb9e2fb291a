package kafedra.kiosk.seat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Command;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.CommandOutcome;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.SeatCommand;
import kafedra.contract.message.SeatReply;
import kafedra.contract.time.DeviceClock;

/**
 * What agents are asked to do for staff, until they have answered or it is too late. A kiosk that
 * is started again has forgotten it; the controller then sends the command once more, and an agent
 * that has carried it out answers without doing it twice. For the desk's thread alone.
 */
public final class SeatActs {
  /** An agent that has not answered is asked again after this. */
  static final Duration ASK_AGAIN = Duration.ofSeconds(2);

  /** Commands under way; a building has fewer seats, and what comes beyond is refused. */
  static final int MOST = 500;

  private record Asked(
      WorkstationId seat, SeatCommand command, Duration since, Duration until, Duration sent) {
    Asked sentAt(Duration now) {
      return new Asked(seat, command, since, until, now);
    }
  }

  private final SeatCommands carrier;
  private final DeviceClock clock;
  private final Map<CommandId, Asked> underWay = new LinkedHashMap<>();

  public SeatActs(SeatCommands carrier, DeviceClock clock) {
    this.carrier = carrier;
    this.clock = clock;
  }

  public boolean isUnderWay(CommandId id) {
    return underWay.containsKey(id);
  }

  public boolean isFull() {
    return underWay.size() >= MOST;
  }

  /** Asks the seat's agent; the answer is {@link #heard} or found by {@link #tick}. */
  public void ask(Command command, CommandAction.ActOnSeat act) {
    Duration now = clock.sinceBoot();
    Duration valid = Duration.between(clock.instant(), command.expires());
    SeatCommand order =
        new SeatCommand(command.id(), act.act(), act.text(), act.session(), Duration.ZERO, valid);
    Asked asked = new Asked(act.workstation(), order, now, now.plus(valid), now);
    underWay.put(command.id(), asked);
    send(asked, now);
  }

  private void send(Asked asked, Duration now) {
    SeatCommand order = asked.command();
    carrier.send(
        asked.seat(),
        new SeatCommand(
            order.id(),
            order.act(),
            order.text(),
            order.session(),
            now.minus(asked.since()),
            asked.until().minus(now)));
  }

  /** What an agent answered; empty for an answer that nobody, or another seat, was asked for. */
  public Optional<CommandReply> heard(WorkstationId from, SeatReply reply) {
    Asked asked = underWay.get(reply.id());
    if (asked == null || !asked.seat().equals(from)) {
      return Optional.empty();
    }
    underWay.remove(reply.id());
    return Optional.of(
        new CommandReply(reply.id(), reply.outcome(), reply.reason(), reply.details()));
  }

  /** Asks again, and gives up what is too late; answers for those. */
  public List<CommandReply> tick() {
    Duration now = clock.sinceBoot();
    List<CommandReply> late = new ArrayList<>();
    underWay
        .values()
        .removeIf(asked -> {
          boolean over = now.compareTo(asked.until()) >= 0;
          if (over) {
            late.add(new CommandReply(asked.command().id(), CommandOutcome.EXPIRED, "seat-silent"));
          }
          return over;
        });
    underWay.replaceAll((_, asked) -> {
      if (now.minus(asked.sent()).compareTo(ASK_AGAIN) < 0) {
        return asked;
      }
      send(asked, now);
      return asked.sentAt(now);
    });
    return late;
  }
}
