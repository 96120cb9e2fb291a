package kafedra.controller.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.Reach;
import kafedra.contract.message.SeatState;
import kafedra.contract.time.ClockTrust;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/**
 * The present of the district, in memory: what kiosks last said of themselves and of their seats.
 * Safe for use by many threads.
 *
 * <p>Watchers are told by {@link #tick}, so a burst of changes costs each of them one look.
 */
public final class LiveDistrict {
  private final Roster roster;
  private final ContactStore contacts;
  private final InstantSource clock;
  private final Map<KioskId, Instant> lastContact = new ConcurrentHashMap<>();
  private final Map<KioskId, Reach> reach = new ConcurrentHashMap<>();
  private final Map<KioskId, KioskState> states = new ConcurrentHashMap<>();
  private final Map<WorkstationId, SeatState> seats = new ConcurrentHashMap<>();
  private final Map<KioskId, QueueState> queues = new ConcurrentHashMap<>();
  private final Map<KioskId, HelpCalls> calls = new ConcurrentHashMap<>();

  /** Every seat that a person was seen at since the start; whether still, the seat tells. */
  private final Map<PersonId, Set<WorkstationId>> sitting = new ConcurrentHashMap<>();

  private final Set<KioskId> heardSinceKept = ConcurrentHashMap.newKeySet();
  private final Set<LabId> changedLabs = ConcurrentHashMap.newKeySet();
  private final Set<KioskId> changedDevices = ConcurrentHashMap.newKeySet();
  private final CopyOnWriteArrayList<Watcher> watchers = new CopyOnWriteArrayList<>();

  private record Watcher(Predicate<Changes> concerned, Runnable tell) {}

  private record Changes(Set<LabId> labs, Set<KioskId> devices) {}

  public LiveDistrict(Roster roster, ContactStore contacts, InstantSource clock) {
    this.roster = roster;
    this.contacts = contacts;
    this.clock = clock;
    lastContact.putAll(contacts.lastContacts());
  }

  /** The kiosk said anything at all. */
  public void heard(KioskId kiosk) {
    lastContact.put(kiosk, clock.instant());
    heardSinceKept.add(kiosk);
  }

  /** The kiosk, or its last will, said whether it is there. */
  public void presence(KioskId kiosk, Reach now) {
    if (reach.put(kiosk, now) != now) {
      changedDevices.add(kiosk);
      changedLabsOf(kiosk);
    }
  }

  private void changedLabsOf(KioskId kiosk) {
    roster
        .premises()
        .kiosk(kiosk)
        .ifPresent(account ->
            roster.premises().labsOf(account.building()).forEach(lab -> changed(lab.id())));
  }

  /** The kiosk's queue is now like this; one that was made before the one known is passed over. */
  public void queue(KioskId kiosk, QueueState now) {
    Instant present = clock.instant();
    QueueState kept =
        queues.merge(
            kiosk,
            now,
            (old, fresh) ->
                fresh.at().isBefore(old.at()) && !old.at().isAfter(present) ? old : fresh);
    if (kept.equals(now)) {
      changedLabsOf(kiosk);
    }
  }

  /** What the kiosk last said of its queue; empty when it has said nothing. */
  public Optional<QueueState> queue(KioskId kiosk) {
    return Optional.ofNullable(queues.get(kiosk));
  }

  /** Who calls for the librarian; what was said before the last word is passed over. */
  public void help(KioskId kiosk, HelpCalls now) {
    Instant present = clock.instant();
    HelpCalls kept =
        calls.merge(
            kiosk,
            now,
            (old, fresh) ->
                fresh.at().isBefore(old.at()) && !old.at().isAfter(present) ? old : fresh);
    if (kept.equals(now)) {
      changedLabsOf(kiosk);
    }
  }

  /** The calls of a kiosk's building that are open. */
  public List<HelpCalls.Call> help(KioskId kiosk) {
    return Optional.ofNullable(calls.get(kiosk)).map(HelpCalls::calls).orElse(List.of());
  }

  public void state(KioskId kiosk, KioskState now) {
    KioskState before = states.put(kiosk, now);
    changedDevices.add(kiosk);
    if (before == null || before.waiting() != now.waiting()) {
      changedLabsOf(kiosk);
    }
  }

  /**
   * A seat is now like this. A state that was made before the one known is passed over, unless that
   * one comes from a kiosk's clock that was ahead: it would stand until its time has come.
   */
  public void seat(KioskId kiosk, SeatState now) {
    Instant present = clock.instant();
    @Nullable SeatState before = seats.get(now.workstation());
    SeatState kept =
        seats.merge(
            now.workstation(),
            now,
            (old, fresh) ->
                fresh.at().isBefore(old.at()) && !old.at().isAfter(present) ? old : fresh);
    if (kept.equals(now)) {
      changedDevices.add(kiosk);
      changedSeat(now.workstation());
      if (now.occupant() != null) {
        sitting
            .computeIfAbsent(now.occupant().person(), first -> ConcurrentHashMap.newKeySet())
            .add(now.workstation());
      }
      Stream.of(Optional.ofNullable(before), Optional.of(now))
          .flatMap(Optional::stream)
          .flatMap(state -> Stream.ofNullable(state.occupant()))
          .flatMap(occupant -> seatsOf(occupant.person()).stream())
          .forEach(this::changedSeat);
    }
  }

  private void changedSeat(WorkstationId workstation) {
    roster.premises().workstation(workstation).ifPresent(seat -> changed(seat.lab()));
  }

  /** Where the person sits, as far as kiosks said it; at several places while one is cut off. */
  public List<WorkstationId> seatsOf(PersonId person) {
    Set<WorkstationId> sat = sitting.getOrDefault(person, Set.of());
    return sat.stream().filter(seat -> sits(person, seat)).toList();
  }

  private boolean sits(PersonId person, WorkstationId seat) {
    return seat(seat)
        .map(SeatState::occupant)
        .filter(occupant -> occupant.person().equals(person))
        .isPresent();
  }

  /** Something that the view of this lab shows has changed. */
  public void changed(LabId lab) {
    changedLabs.add(lab);
  }

  /** The kiosk and the contact with it. */
  public KioskStatus status(KioskId kiosk) {
    Instant last = lastContact.get(kiosk);
    Contact contact;
    if (reach.get(kiosk) == Reach.ONLINE) {
      contact = Contact.ONLINE;
    } else {
      contact = last == null ? Contact.NEVER_SEEN : Contact.OFFLINE;
    }
    return new KioskStatus(kiosk, contact, last, states.get(kiosk));
  }

  /**
   * Whether all that happened in a building up to the moment has arrived: its kiosk is there, and
   * said later, by a clock that is trusted, that it has nothing unsent.
   */
  public boolean hasAllUpTo(BuildingId building, Instant moment) {
    return roster
        .premises()
        .building(building)
        .map(found -> status(found.kiosk()))
        .filter(status -> status.contact() == Contact.ONLINE)
        .map(KioskStatus::state)
        .filter(state -> state.unsent() == 0 && state.at().trust() == ClockTrust.TRUSTED)
        .filter(state -> !state.at().wall().isBefore(moment))
        .isPresent();
  }

  public Optional<SeatState> seat(WorkstationId workstation) {
    return Optional.ofNullable(seats.get(workstation));
  }

  /** Where a session runs now, as far as seats say it. */
  public Optional<WorkstationId> seatOf(SessionId session) {
    return seats.values().stream()
        .filter(seat -> seat.occupant() != null && seat.occupant().session().equals(session))
        .map(SeatState::workstation)
        .findFirst();
  }

  /** Calls {@code tell} from {@link #tick} after the lab changed; it must return at once. */
  public Watch watchLab(LabId lab, Runnable tell) {
    return watch(new Watcher(changes -> changes.labs().contains(lab), tell));
  }

  /**
   * Calls {@code tell} from {@link #tick} after any kiosk or seat changed; it must return at once.
   */
  public Watch watchDevices(Runnable tell) {
    return watch(new Watcher(changes -> !changes.devices().isEmpty(), tell));
  }

  private Watch watch(Watcher watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /** Tells the watchers of what changed since the last call. */
  public void tick() {
    Changes changes = new Changes(taken(changedLabs), taken(changedDevices));
    for (Watcher watcher : watchers) {
      if (watcher.concerned().test(changes)) {
        watcher.tell().run();
      }
    }
  }

  private static <T> Set<T> taken(Set<T> from) {
    Set<T> taken = new HashSet<>(from);
    from.removeAll(taken);
    return taken;
  }

  /** Keeps the last contacts; to be called now and then, and at the end. */
  public void keepContacts() {
    Map<KioskId, Instant> heard = new HashMap<>();
    for (KioskId kiosk : taken(heardSinceKept)) {
      heard.put(kiosk, lastContact.getOrDefault(kiosk, clock.instant()));
    }
    if (!heard.isEmpty()) {
      contacts.keep(heard);
    }
  }
}
