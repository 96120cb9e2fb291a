package kafedra.agent;

import java.util.concurrent.atomic.AtomicReference;
import kafedra.agent.linux.LockerNews;
import kafedra.agent.lock.Tamperings;
import kafedra.contract.message.Tampering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the threads of bus and lockers to the agent's thread. */
final class DesktopNews implements LockerNews {
  private static final Logger log = LoggerFactory.getLogger(DesktopNews.class);

  private final AgentInbox inbox;
  private final Tamperings tamperings;
  private final AtomicReference<Runnable> told = new AtomicReference<>(() -> {});

  DesktopNews(AgentInbox inbox, Tamperings tamperings) {
    this.inbox = inbox;
    this.tamperings = tamperings;
  }

  /** Who is told first that something has changed; the desktop is made after what it stands on. */
  void tell(Runnable desktop) {
    told.set(desktop);
  }

  @Override
  public void changed() {
    told.get().run();
    inbox.wake();
  }

  @Override
  public void lockerDied(String session) {
    log.warn("the locker of session {} was ended by somebody", session);
    tamperings.happened(Tampering.Kind.LOCKER_ENDED);
  }
}
