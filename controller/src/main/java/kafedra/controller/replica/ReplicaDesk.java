package kafedra.controller.replica;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.message.SyncRequest;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Roster;

/**
 * Keeps every building up to date. Changes are only noted by whoever makes them; {@link #tick}
 * computes, numbers and announces, and {@link #asked} hands out. Both run on the replica's one
 * thread.
 */
public final class ReplicaDesk implements SiteKnowledge {
  private final Roster roster;
  private final ReplicaContents contents;
  private final ReplicaStore store;
  private final ReplicaSender sender;
  private final InstantSource clock;
  private final SplittableRandom random = new SplittableRandom();
  private final Set<BuildingId> changed = ConcurrentHashMap.newKeySet();
  private final Set<BuildingId> unannounced = new LinkedHashSet<>();
  private final Map<BuildingId, Map<String, ReplicaItem>> current = new HashMap<>();

  /**
   * What each building has been told of its bookings and what it says it has; read by other
   * threads.
   */
  private final Map<BuildingId, Knowledge> knowledge = new ConcurrentHashMap<>();

  private record Knowledge(String epoch, Map<String, Long> numbers, ReplicaVersion said) {
    boolean includes(String key) {
      Long number = numbers.get(key);
      return number != null && said.epoch().equals(epoch) && said.number() >= number;
    }
  }

  public ReplicaDesk(
      Roster roster,
      ReplicaContents contents,
      ReplicaStore store,
      ReplicaSender sender,
      InstantSource clock) {
    this.roster = roster;
    this.contents = contents;
    this.store = store;
    this.sender = sender;
    this.clock = clock;
  }

  /** Something that this building should know has changed. */
  public void note(BuildingId building) {
    changed.add(building);
  }

  /** Something of these schools has changed; their people may be expected anywhere. */
  public void noteSchools(Set<SchoolId> schools) {
    if (!schools.isEmpty()) {
      noteAll();
    }
  }

  /** Time has passed: days came into view and went. */
  public void noteAll() {
    roster.premises().buildings().forEach(building -> note(building.id()));
  }

  /** Brings the buildings up to date that something was noted for, and says so. */
  public void tick() {
    for (BuildingId id : List.copyOf(changed)) {
      changed.remove(id);
      roster.premises().building(id).ifPresent(this::bringUpToDate);
    }
    unannounced.removeIf(id -> roster.premises().building(id).map(this::announced).orElse(true));
  }

  private void bringUpToDate(Building building) {
    ReplicaVersion before = store.head(building.id());
    if (!refresh(building).equals(before)) {
      unannounced.add(building.id());
    }
  }

  private boolean announced(Building building) {
    return sender.head(building.kiosk(), new SyncHead(store.head(building.id())));
  }

  private ReplicaVersion refresh(Building building) {
    Map<String, ReplicaItem> items = contents.of(building, clock.instant());
    ReplicaVersion head = store.update(building.id(), items.values(), clock.instant());
    current.put(building.id(), items);
    Knowledge before = knowledge.get(building.id());
    ReplicaVersion said =
        before == null ? store.lastSaid(building.id()).orElse(ReplicaVersion.NONE) : before.said();
    knowledge.put(building.id(), new Knowledge(head.epoch(), store.numbers(building.id()), said));
    return head;
  }

  /** Says anew to every kiosk how far it should be: a broker that was restarted has forgotten. */
  public void announceAll() {
    for (Building building : roster.premises().buildings()) {
      if (!current.containsKey(building.id())) {
        refresh(building);
      }
      unannounced.add(building.id());
    }
  }

  /** A kiosk says what it has; it gets the next piece, or an empty one when it has everything. */
  public void asked(KioskId kiosk, SyncRequest request) {
    Optional<Building> asking = roster.premises().buildingOf(kiosk);
    asking.ifPresent(building -> {
      BuildingId id = building.id();
      if (!current.containsKey(id)) {
        refresh(building);
      }
      ReplicaVersion head = store.head(id);
      ReplicaVersion from =
          follows(id, request.have()) ? request.have() : new ReplicaVersion(head.epoch(), 0);
      store.said(id, from);
      knowledge.computeIfPresent(
          id, (same, known) -> new Knowledge(known.epoch(), known.numbers(), from));
      sender.changes(kiosk, filled(piece(id, from, head), request));
    });
  }

  /** An answer without changes carries the filling that was asked for: it measures the line. */
  private SyncChanges filled(SyncChanges piece, SyncRequest request) {
    Integer fill = request.fill();
    if (fill == null || fill == 0 || !piece.changes().isEmpty()) {
      return piece;
    }
    byte[] drawn = new byte[fill * 3 / 4];
    random.nextBytes(drawn); // what can be packed on the way would measure nothing
    return new SyncChanges(
        piece.from(),
        piece.to(),
        piece.head(),
        piece.now(),
        piece.changes(),
        Base64.getEncoder().withoutPadding().encodeToString(drawn));
  }

  /**
   * Whether changes alone bring the kiosk up to date. Not when it says less than it said before:
   * its own database was replaced by an older copy, and what it missed may be forgotten here.
   */
  private boolean follows(BuildingId building, ReplicaVersion have) {
    Knowledge known = Objects.requireNonNull(knowledge.get(building));
    boolean fellBack =
        known.said().epoch().equals(have.epoch()) && have.number() < known.said().number();
    return !fellBack && store.gave(have);
  }

  private SyncChanges piece(BuildingId building, ReplicaVersion from, ReplicaVersion head) {
    List<ReplicaStore.Change> changes =
        store.changedAfter(building, from.number(), SyncChanges.MOST);
    long to = changes.isEmpty() ? head.number() : changes.getLast().number();
    Map<String, ReplicaItem> items = Objects.requireNonNull(current.get(building));
    List<ReplicaChange> content = new ArrayList<>(changes.size());
    for (ReplicaStore.Change change : changes) {
      content.add(content(change, items));
    }
    return new SyncChanges(
        from, new ReplicaVersion(head.epoch(), to), head, clock.instant(), content);
  }

  private static ReplicaChange content(ReplicaStore.Change change, Map<String, ReplicaItem> items) {
    return switch (change.fate()) {
      case GONE -> new ReplicaChange.Gone(change.key());
      case PUT -> {
        ReplicaItem item = items.get(change.key());
        if (item == null) {
          throw new IllegalStateException(change.key() + " is numbered but not there");
        }
        yield new ReplicaChange.Put(item);
      }
    };
  }

  @Override
  public boolean knows(Booking booking) {
    Knowledge known = knowledge.get(booking.building());
    if (known == null || changed.contains(booking.building())) {
      return false;
    }
    String key = "booking/" + booking.id();
    return booking.status() == BookingStatus.CONFIRMED
        ? known.includes(key)
        : !known.numbers().containsKey(key) || known.includes(key);
  }

  /** Forgets items that went long ago. */
  public void forgetGone(Instant before) {
    store.forgetGone(before);
  }
}
