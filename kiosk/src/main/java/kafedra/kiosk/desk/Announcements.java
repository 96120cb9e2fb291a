package kafedra.kiosk.desk;

import kafedra.contract.message.CommandReply;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SeatState;

/** What the kiosk tells the controller that needs no record. Never blocks, and may be lost. */
public interface Announcements {
  void seat(SeatState state);

  void queue(QueueState state);

  void help(HelpCalls calls);

  void kiosk(KioskState state);

  void reply(CommandReply reply);

  /** Asks for what changed in the replica. */
  void ask(ReplicaVersion have);

  /**
   * The same, for an answer with filling.
   *
   * @param fill characters of it
   */
  void probe(ReplicaVersion have, int fill);

  /** Records that the controller has not acknowledged. */
  long unsent();
}
