package kafedra.kiosk.mqtt;

import java.util.function.LongSupplier;
import kafedra.contract.link.Link;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SeatState;
import kafedra.kiosk.desk.Announcements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the kiosk says to the district and need not be kept; all of it is said anew after a cut. */
public final class DistrictAnnouncements implements Announcements {
  private static final Logger log = LoggerFactory.getLogger(DistrictAnnouncements.class);

  private final DistrictLink link;
  private final LongSupplier unsent;

  public DistrictAnnouncements(DistrictLink link, LongSupplier unsent) {
    this.link = link;
    this.unsent = unsent;
  }

  @Override
  public void seat(SeatState state) {
    note("seat state", link.seat(state));
  }

  @Override
  public void queue(QueueState state) {
    note("queue state", link.queue(state));
  }

  @Override
  public void help(HelpCalls calls) {
    note("calls for help", link.help(calls));
  }

  @Override
  public void kiosk(KioskState state) {
    note("kiosk state", link.kiosk(state));
  }

  @Override
  public void reply(CommandReply reply) {
    note("reply", link.reply(reply));
  }

  @Override
  public void ask(ReplicaVersion have) {
    note("sync request", link.ask(have));
  }

  @Override
  public void probe(ReplicaVersion have, int fill) {
    note("probe of the line", link.probe(have, fill));
  }

  private static void note(String what, Link.Sent sent) {
    if (sent != Link.Sent.TAKEN) {
      log.debug("A {} was not sent ({})", what, sent);
    }
  }

  @Override
  public long unsent() {
    return unsent.getAsLong();
  }
}
