package kafedra.kiosk.journal;

import java.time.Instant;
import java.time.LocalDate;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.Mood;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.time.BootId;
import kafedra.kiosk.queue.Ticket;
import kafedra.kiosk.schedule.BookingRequest;
import kafedra.kiosk.session.Session;
import kafedra.kiosk.signin.Attempts;

/** One thing to keep. */
public sealed interface Change {
  /** A session is new, or is now this. */
  record SessionIs(Session session) implements Change {}

  /** A ticket is new, or is now this. */
  record TicketIs(Ticket ticket) implements Change {}

  record AttemptsAre(Attempts attempts) implements Change {}

  record AttemptsForgotten(String key) implements Change {}

  record RequestIs(BookingRequest request) implements Change {}

  record RequestAnswered(BookingId id) implements Change {}

  /** A piece of the replica: its changes and the version that they lead to. */
  record ReplicaChanged(SyncChanges piece) implements Change {}

  /** A code for one time was used. */
  record CodeUsed(String verifier, Instant at) implements Change {}

  /** Staff closed or opened a seat here; the district does not know yet. */
  record SeatServiceIs(WorkstationId seat, ReplicaItem.Service service) implements Change {}

  record SeatServiceKnown(WorkstationId seat) implements Change {}

  /** Somebody answered how it was. */
  record MoodCounted(LocalDate date, Mood mood) implements Change {}

  /** The answers up to this date were told. */
  record MoodsTold(LocalDate last) implements Change {}

  /** A command was carried out or refused. */
  record CommandAnswered(CommandReply reply, Instant at) implements Change {}

  /**
   * It is known when this start of the machine was: what is not sent of it yet is told by the right
   * time.
   */
  record BootDated(BootId boot, Instant at) implements Change {}

  /** The controller is to learn this. */
  record Recorded(SiteRecord siteRecord) implements Change {}
}
