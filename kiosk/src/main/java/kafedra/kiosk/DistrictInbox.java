package kafedra.kiosk;

import kafedra.contract.message.Message;
import kafedra.contract.message.RecordAck;
import kafedra.contract.outbox.OutboxCourier;
import kafedra.kiosk.desk.Counter;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.mqtt.DistrictLink;

/** From the district's link to the courier and the desk's thread. */
record DistrictInbox(Counter counter, DeskThread thread, OutboxCourier courier)
    implements DistrictLink.Events {
  @Override
  public void up() {
    courier.linkUp();
    thread.post(counter::districtUp);
  }

  @Override
  public void down() {
    courier.linkDown();
    thread.post(counter::districtDown);
  }

  @Override
  public void received(Message.ToKiosk message) {
    thread.post(() -> take(message));
  }

  /** The time that comes with an acknowledgement goes before what it lets go on its way. */
  private void take(Message.ToKiosk message) {
    try {
      counter.received(message);
    } finally {
      if (message instanceof RecordAck ack) {
        courier.acknowledged(ack);
      }
    }
  }
}
