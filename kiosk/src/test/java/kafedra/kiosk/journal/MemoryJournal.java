package kafedra.kiosk.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.Mood;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.outbox.ClockCorrection;
import kafedra.contract.sqlite.StoreException;
import kafedra.contract.time.BootId;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;
import kafedra.kiosk.survey.MoodSum;

/** A journal in memory whose disk can fill up. */
public final class MemoryJournal implements Journal {
  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
  private final TreeMap<Long, Ticket> tickets = new TreeMap<>();
  private final Map<String, Attempts> attempts = new HashMap<>();
  private final Map<BookingId, BookingRequest> requests = new LinkedHashMap<>();
  private final Map<String, ReplicaItem> replica = new LinkedHashMap<>();
  private final Map<CommandId, CommandReply> replies = new HashMap<>();
  private final Map<WorkstationId, ReplicaItem.Service> services = new HashMap<>();
  private final TreeMap<LocalDate, Map<Mood, Integer>> moods = new TreeMap<>();
  private final Set<String> usedCodes = new HashSet<>();
  private final List<SiteRecord> records = new ArrayList<>();
  private final Set<String> outdated = new HashSet<>();
  private BootId boot = new BootId("");
  private Optional<Instant> bootedAt = Optional.empty();
  private int firstOfBoot;
  private ReplicaVersion version = ReplicaVersion.NONE;
  private boolean full;

  public synchronized void fillDisk() {
    full = true;
  }

  public synchronized void clearDisk() {
    full = false;
  }

  public synchronized List<SiteRecord> records() {
    return List.copyOf(records);
  }

  public <T extends SiteRecord> List<T> records(Class<T> type) {
    return records().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public synchronized void commit(List<Change> changes) {
    if (full) {
      throw new StoreException("database or disk is full");
    }
    changes.forEach(this::refuseDoubles);
    changes.forEach(this::keep);
  }

  private void refuseDoubles(Change change) {
    if (change instanceof Change.SessionIs(Session session)
        && session.standing() == Session.Standing.RUNNING) {
      boolean doubled =
          sessions.values().stream()
              .filter(it -> it.standing() == Session.Standing.RUNNING)
              .filter(it -> !it.id().equals(session.id()))
              .anyMatch(it ->
                  it.person().equals(session.person())
                      || it.workstation().equals(session.workstation()));
      if (doubled) {
        throw new StoreException("UNIQUE constraint failed");
      }
    }
  }

  private void keep(Change change) {
    switch (change) {
      case Change.SessionIs(Session session) -> sessions.put(session.id(), session);
      case Change.TicketIs(Ticket ticket) -> tickets.put(ticket.serial(), ticket);
      case Change.AttemptsAre(Attempts counted) -> attempts.put(counted.key(), counted);
      case Change.AttemptsForgotten(String key) -> attempts.remove(key);
      case Change.RequestIs(BookingRequest request) -> requests.put(request.id(), request);
      case Change.RequestAnswered(BookingId id) -> requests.remove(id);
      case Change.ReplicaChanged(SyncChanges piece) -> apply(piece);
      case Change.SeatServiceIs(WorkstationId seat, ReplicaItem.Service service) ->
          services.put(seat, service);
      case Change.SeatServiceKnown(WorkstationId seat) -> services.remove(seat);
      case Change.MoodCounted(LocalDate date, Mood mood) ->
          moods.computeIfAbsent(date, day -> new HashMap<>()).merge(mood, 1, Integer::sum);
      case Change.MoodsTold(LocalDate last) -> moods.headMap(last, true).clear();
      case Change.CodeUsed(String verifier, Instant at) -> usedCodes.add(verifier);
      case Change.CommandAnswered(CommandReply reply, Instant at) -> replies.put(reply.id(), reply);
      case Change.BootDated(BootId dated, Instant at) -> {
        if (dated.equals(boot)) {
          bootedAt = Optional.of(at);
          records.subList(firstOfBoot, records.size()).replaceAll(new ClockCorrection(at));
        }
      }
      case Change.Recorded(SiteRecord siteRecord) -> records.add(siteRecord);
    }
  }

  private void apply(SyncChanges piece) {
    if (piece.from().number() == 0) {
      outdated.addAll(replica.keySet());
    }
    for (ReplicaChange change : piece.changes()) {
      outdated.remove(change.key());
      switch (change) {
        case ReplicaChange.Put(ReplicaItem item) -> replica.put(item.key(), item);
        case ReplicaChange.Gone(String key) -> replica.remove(key);
      }
    }
    if (piece.to().equals(piece.head())) {
      replica.keySet().removeAll(outdated);
      outdated.clear();
    }
    version = piece.to();
  }

  @Override
  public synchronized void tryWriting() {
    commit(List.of());
  }

  @Override
  public synchronized Optional<Instant> enter(BootId entered) {
    if (!entered.equals(boot)) {
      boot = entered;
      bootedAt = Optional.empty();
      firstOfBoot = records.size();
    }
    return bootedAt;
  }

  @Override
  public synchronized Optional<Instant> lastBelieved() {
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(records.getLast().at())
            .filter(at -> at.trust() == ClockTrust.TRUSTED)
            .map(Stamp::wall);
  }

  @Override
  public synchronized Set<String> outdatedReplica() {
    return Set.copyOf(outdated);
  }

  @Override
  public synchronized List<Session> unsettledSessions() {
    return sessions.values().stream()
        .filter(it -> it.standing() != Session.Standing.SETTLED)
        .sorted(Comparator.comparing(Session::startedAt))
        .toList();
  }

  @Override
  public synchronized Optional<Session> session(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public synchronized List<Session> sessionsOf(PersonId person, Instant since, int most) {
    return sessions.values().stream()
        .filter(it -> it.person().equals(person) && !it.startedAt().isBefore(since))
        .sorted(Comparator.comparing(Session::startedAt).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Set<BookingId> checkedInSince(Instant since) {
    return sessions.values().stream()
        .filter(it -> !it.startedAt().isBefore(since))
        .flatMap(it -> Optional.ofNullable(it.booking()).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public synchronized List<Ticket> openTickets() {
    return tickets.values().stream()
        .filter(Ticket::isOpen)
        .sorted(Comparator.comparingLong(ticket -> ticket.standing().place()))
        .toList();
  }

  @Override
  public synchronized Optional<Ticket> lastTicket() {
    return tickets.isEmpty() ? Optional.empty() : Optional.of(tickets.lastEntry().getValue());
  }

  @Override
  public synchronized Optional<Attempts> attempts(String key) {
    return Optional.ofNullable(attempts.get(key));
  }

  @Override
  public synchronized List<BookingRequest> requests() {
    return List.copyOf(requests.values());
  }

  @Override
  public synchronized List<ReplicaItem> replica() {
    return List.copyOf(replica.values());
  }

  @Override
  public synchronized ReplicaVersion replicaVersion() {
    return version;
  }

  @Override
  public synchronized boolean isCodeUsed(String verifier) {
    return usedCodes.contains(verifier);
  }

  @Override
  public synchronized Map<WorkstationId, ReplicaItem.Service> seatServices() {
    return Map.copyOf(services);
  }

  @Override
  public synchronized Optional<MoodSum> moodsBefore(LocalDate date) {
    Map<LocalDate, Map<Mood, Integer>> before = moods.headMap(date);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Map<Mood, Integer> sums = new HashMap<>();
    before.values().forEach(day -> day.forEach((mood, n) -> sums.merge(mood, n, Integer::sum)));
    LocalDate last = moods.headMap(date).lastKey();
    return Optional.of(new MoodSum(moods.firstKey(), last, sums));
  }

  @Override
  public synchronized Optional<CommandReply> reply(CommandId id) {
    return Optional.ofNullable(replies.get(id));
  }
}
