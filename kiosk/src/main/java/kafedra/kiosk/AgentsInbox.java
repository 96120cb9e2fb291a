package kafedra.kiosk;

import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Message;
import kafedra.kiosk.desk.Counter;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.mqtt.SiteLink;

/** From the agents' link to the desk's thread. What is dropped there is reported again in 10 s. */
record AgentsInbox(Counter counter, DeskThread thread) implements SiteLink.Events {
  @Override
  public void up() {
    thread.post(counter::siteUp);
  }

  @Override
  public void received(WorkstationId from, Message.FromAgent message) {
    thread.post(() -> counter.received(from, message));
  }
}
