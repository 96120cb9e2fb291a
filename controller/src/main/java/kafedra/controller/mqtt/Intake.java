package kafedra.controller.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.Presence;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SyncRequest;
import kafedra.controller.command.CommandDesk;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.intake.Committed;
import kafedra.controller.intake.Delivery;
import kafedra.controller.intake.IntakeCounts;
import kafedra.controller.intake.IntakeFigures;
import kafedra.controller.intake.RecordLog;
import kafedra.controller.intake.Salvage;
import kafedra.controller.intake.UnkeepableException;
import kafedra.controller.replica.ReplicaDesk;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.RosterChanges;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what kiosks say. */
public final class Intake implements LinkEvents, IntakeFigures {
  /**
   * Deliveries that may be on their way to the disk; beyond it the link waits, and with it the
   * broker.
   */
  public static final int UNDER_WAY = 4;

  /** A retained state that is older says nothing about the contact of now. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /**
   * Whom the intake tells, and on which threads: the link's own thread must only read and hand on.
   *
   * @param answers runs what follows a commit
   * @param replicas the replica's one thread
   * @param commands runs what follows an answer to a command
   */
  public record Neighbours(
      Roster roster,
      RosterChanges changes,
      RecordLog recordLog,
      LiveDistrict live,
      ReplicaDesk replica,
      CommandDesk command,
      KioskPost post,
      Executor answers,
      Executor replicas,
      Executor commands) {}

  private final Neighbours neighbours;
  private final MessageCodec codec;
  private final InstantSource clock;
  private final Instant since;
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final LongAdder messages = new LongAdder();
  private final LongAdder records = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final Sorting.Ear ear = new Hearing();
  private final Salvage salvage;

  public Intake(Neighbours neighbours, MessageCodec codec, InstantSource clock) {
    this.neighbours = neighbours;
    this.codec = codec;
    this.clock = clock;
    this.since = clock.instant();
    this.salvage = new Salvage(neighbours.recordLog());
  }

  @Override
  public void up() {
    neighbours.replicas().execute(neighbours.replica()::announceAll);
  }

  @Override
  public void down(String why) {
    log.info("the district's broker is away: {}", why);
  }

  @Override
  public void received(List<Incoming> batch) {
    messages.add(batch.size());
    Sorting sorting = new Sorting(codec, neighbours.roster().premises(), ear, clock.instant());
    batch.forEach(sorting::sort);
    Delivery delivery = sorting.delivery();
    delivery.batches().stream()
        .map(arrived -> arrived.kiosk())
        .distinct()
        .forEach(neighbours.live()::heard);
    if (!delivery.isEmpty()) {
      commit(delivery);
    }
  }

  private void commit(Delivery delivery) {
    try {
      underWay.acquire();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      var _ =
          neighbours
              .recordLog()
              .commit(delivery)
              .whenComplete((committed, failure) -> {
                underWay.release();
                neighbours.answers().execute(() -> follow(delivery, committed, failure));
              });
    } catch (RuntimeException refused) {
      // the store is closed or overloaded: the kiosks keep what is not acknowledged and send it
      // again
      underWay.release();
      log.error(
          "{} batches were not kept; their kiosks send them again",
          delivery.batches().size(),
          refused);
    }
  }

  private void follow(
      Delivery delivery, @Nullable Committed committed, @Nullable Throwable failure) {
    if (committed != null) {
      follow(committed);
    } else if (failure instanceof UnkeepableException) {
      log.error("a delivery cannot be kept as a whole; keeping it record by record", failure);
      salvage.save(delivery, this::follow);
    } else {
      log.error("a delivery was not kept; its kiosks send it again", failure);
    }
  }

  private void follow(Committed committed) {
    committed.positions().forEach(neighbours.post()::acknowledge);
    records.add(committed.records());
    duplicates.add(committed.duplicates());
    gaps.add(committed.gaps());
    committed.seats().stream()
        .flatMap(seat -> neighbours.roster().premises().labOf(seat).stream())
        .map(Lab::id)
        .forEach(neighbours.live()::changed);
    neighbours.changes().announce(committed.changed());
    if (!committed.setAside().isEmpty()) {
      log.warn("set aside: {}", committed.setAside());
    }
  }

  @Override
  public IntakeCounts counts() {
    Map<String, Long> setAside = new HashMap<>(neighbours.recordLog().setAside());
    return new IntakeCounts(
        since, messages.sum(), records.sum(), duplicates.sum(), gaps.sum(), setAside);
  }

  /** What is heard besides records. */
  private final class Hearing implements Sorting.Ear {
    private void heardIfFresh(KioskId kiosk, Instant at) {
      if (at.isAfter(clock.instant().minus(FRESH))) {
        neighbours.live().heard(kiosk);
      }
    }

    @Override
    public void seat(KioskId kiosk, SeatState state) {
      heardIfFresh(kiosk, state.at());
      neighbours.live().seat(kiosk, state);
    }

    @Override
    public void queue(KioskId kiosk, QueueState state) {
      heardIfFresh(kiosk, state.at());
      neighbours.live().queue(kiosk, state);
    }

    @Override
    public void help(KioskId kiosk, HelpCalls calls) {
      heardIfFresh(kiosk, calls.at());
      neighbours.live().help(kiosk, calls);
    }

    @Override
    public void state(KioskId kiosk, KioskState state) {
      heardIfFresh(kiosk, state.at().wall());
      neighbours.live().state(kiosk, state);
    }

    @Override
    public void presence(KioskId kiosk, Presence presence) {
      if (presence.reach() == Reach.ONLINE) {
        neighbours.live().heard(kiosk);
      }
      neighbours.live().presence(kiosk, presence.reach());
    }

    @Override
    public void sync(KioskId kiosk, SyncRequest request) {
      neighbours.live().heard(kiosk);
      neighbours.replicas().execute(() -> neighbours.replica().asked(kiosk, request));
    }

    @Override
    public void reply(KioskId kiosk, CommandReply reply) {
      neighbours.live().heard(kiosk);
      neighbours.commands().execute(() -> neighbours.command().replied(kiosk, reply));
    }
  }
}
