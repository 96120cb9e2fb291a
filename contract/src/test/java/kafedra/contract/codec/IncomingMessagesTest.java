package kafedra.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.link.LinkEvents.Incoming;
import kafedra.contract.message.AgentPresence;
import kafedra.contract.message.Message;
import kafedra.contract.message.Reach;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncRequest;
import kafedra.contract.topic.Topics;
import org.junit.jupiter.api.Test;

class IncomingMessagesTest {
  private static final WorkstationId ONE = new WorkstationId("ws-1");
  private static final WorkstationId TWO = new WorkstationId("ws-2");

  private final MessageCodec codec = new MessageCodec();
  private final List<String> heard = new ArrayList<>();
  private final IncomingMessages<WorkstationId, Message.FromAgent> messages =
      new IncomingMessages<>(codec, Message.FromAgent.class, Topics::workstationOf);

  private Incoming from(WorkstationId workstation, Message message) {
    return new Incoming(Topics.seatPresence(workstation), codec.encode(message));
  }

  private static Incoming babble(byte[] payload) {
    return new Incoming(Topics.seatPresence(ONE), payload);
  }

  private void read(Incoming... batch) {
    messages.read(List.of(batch), (speaker, message) -> heard.add(speaker + " " + message));
  }

  @Test
  void handsOnWhatItCanReadWithItsSpeakerInOrder() {
    AgentPresence on = new AgentPresence(Reach.ONLINE);
    AgentPresence off = new AgentPresence(Reach.OFFLINE);

    read(from(ONE, on), from(TWO, on), from(ONE, off));

    assertThat(heard).containsExactly("ws-1 " + on, "ws-2 " + on, "ws-1 " + off);
    assertThat(messages.rejected()).isZero();
  }

  @Test
  void passesOverTheRestOfABatchAndCountsItByFault() {
    AgentPresence on = new AgentPresence(Reach.ONLINE);

    read(
        babble("{\"v\":1,\"t\":\"agent-pres".getBytes(UTF_8)),
        babble("{\"v\":99,\"t\":\"agent-presence\"}".getBytes(UTF_8)),
        babble(new byte[MessageCodec.MAX_PAYLOAD + 1]),
        from(ONE, new SyncRequest(new ReplicaVersion("e", 1))),
        babble("{\"v\":1,\"t\":\"unheard-of\"}".getBytes(UTF_8)),
        from(TWO, on));

    assertThat(heard).containsExactly("ws-2 " + on);
    assertThat(messages.rejected(Decoded.Fault.TORN)).isOne();
    assertThat(messages.rejected(Decoded.Fault.UNKNOWN_VERSION)).isOne();
    assertThat(messages.rejected(Decoded.Fault.OVERSIZED)).isOne();
    assertThat(messages.rejected(Decoded.Fault.UNKNOWN_TYPE))
        .as("one of another kind, and one of no kind")
        .isEqualTo(2);
    assertThat(messages.rejected()).isEqualTo(5);
  }

  @Test
  void countsAMessageOnATopicOfNobodyAsInvalid() {
    byte[] presence = codec.encode(new AgentPresence(Reach.ONLINE));

    read(new Incoming("kafedra/nobody", presence), babble(presence));

    assertThat(heard).hasSize(1);
    assertThat(messages.rejected(Decoded.Fault.INVALID)).isOne();
  }
}
