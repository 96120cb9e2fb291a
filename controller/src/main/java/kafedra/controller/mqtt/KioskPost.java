package kafedra.controller.mqtt;

import java.time.InstantSource;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.StreamId;
import kafedra.contract.link.Link;
import kafedra.contract.message.Command;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.RecordAck;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.topic.Topics;
import kafedra.controller.command.CommandSender;
import kafedra.controller.queue.ElsewhereSender;
import kafedra.controller.replica.ReplicaSender;

/**
 * What the controller says to kiosks. Nothing here is repeated: whoever needs an answer asks again.
 */
public final class KioskPost implements CommandSender, ElsewhereSender, ReplicaSender {
  private final Link link;
  private final MessageCodec codec;
  private final InstantSource clock;

  public KioskPost(Link link, MessageCodec codec, InstantSource clock) {
    this.link = link;
    this.codec = codec;
    this.clock = clock;
  }

  /** Every record of the stream up to and including this number is committed. */
  void acknowledge(StreamId stream, long upTo) {
    RecordAck ack = new RecordAck(stream, upTo, clock.instant());
    link.send(Topics.ack(stream.kiosk()), codec.encode(ack), Link.Delivery.PLAIN);
  }

  @Override
  public void send(KioskId kiosk, Command command) {
    link.send(Topics.command(kiosk), codec.encode(command), Link.Delivery.ASSURED);
  }

  @Override
  public void send(KioskId kiosk, FreeElsewhere places) {
    link.send(Topics.freeElsewhere(kiosk), codec.encode(places), Link.Delivery.PLAIN);
  }

  @Override
  public boolean head(KioskId kiosk, SyncHead head) {
    return link.send(Topics.syncHead(kiosk), codec.encode(head), Link.Delivery.RETAINED)
        == Link.Sent.TAKEN;
  }

  @Override
  public void changes(KioskId kiosk, SyncChanges changes) {
    link.send(Topics.syncChanges(kiosk), codec.encode(changes), Link.Delivery.PLAIN);
  }
}
