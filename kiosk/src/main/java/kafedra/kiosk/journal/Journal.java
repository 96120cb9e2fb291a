package kafedra.kiosk.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.time.BootId;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;
import kafedra.kiosk.survey.MoodSum;

/**
 * Where changes are kept. Every method throws an unchecked exception when the disk fails; of a
 * failed commit nothing was kept.
 */
public interface Journal {
  /** Keeps all of these or none, and returns when they would survive a power cut. */
  void commit(List<Change> changes);

  /**
   * Goes on in a start of the machine; what is recorded from now on is of it.
   *
   * @return when it was, if that is known already
   */
  Optional<Instant> enter(BootId boot);

  /** The newest record's time, where that could be believed. */
  Optional<Instant> lastBelieved();

  /** Writes something that means nothing, to learn whether it can be written. */
  void tryWriting();

  /** Sessions that run or whose totals are awaited. */
  List<Session> unsettledSessions();

  Optional<Session> session(SessionId id);

  /** Sessions of a person that began since, newest first, {@code most} at the most. */
  List<Session> sessionsOf(PersonId person, Instant since, int most);

  /** Bookings that somebody checked in to since. */
  Set<BookingId> checkedInSince(Instant since);

  /** Tickets that wait or are called, in the order of their places. */
  List<Ticket> openTickets();

  /** The ticket drawn last, whatever became of it. */
  Optional<Ticket> lastTicket();

  Optional<Attempts> attempts(String key);

  List<BookingRequest> requests();

  List<ReplicaItem> replica();

  /** Keys of items that a replica which is being sent anew has not brought yet. */
  Set<String> outdatedReplica();

  ReplicaVersion replicaVersion();

  boolean isCodeUsed(String verifier);

  /** Answers of the days before this one that were not told; empty when there are none. */
  Optional<MoodSum> moodsBefore(LocalDate date);

  /** Seats that staff closed or opened here and the district does not know of. */
  Map<WorkstationId, ReplicaItem.Service> seatServices();

  /** What a command was answered, if it was. */
  Optional<CommandReply> reply(CommandId id);
}
