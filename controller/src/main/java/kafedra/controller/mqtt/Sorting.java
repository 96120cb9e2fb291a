package kafedra.controller.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kafedra.contract.codec.Decoded;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.id.KioskId;
import kafedra.contract.link.LinkEvents.Incoming;
import kafedra.contract.message.CommandReply;
import kafedra.contract.message.HelpCalls;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.Message;
import kafedra.contract.message.Presence;
import kafedra.contract.message.QueueState;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SeatState;
import kafedra.contract.message.SyncRequest;
import kafedra.contract.topic.Topics;
import kafedra.controller.intake.Arrived;
import kafedra.controller.intake.Delivery;
import kafedra.controller.intake.SetAside;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.roster.Premises;

/**
 * Reads a group of arrived messages: what is to be kept is gathered, the rest goes to its ear, what
 * is no good is set aside.
 */
final class Sorting {
  /** Hears what is not kept in the record log. */
  interface Ear {
    void seat(KioskId kiosk, SeatState state);

    void queue(KioskId kiosk, QueueState state);

    void help(KioskId kiosk, HelpCalls calls);

    void state(KioskId kiosk, KioskState state);

    void presence(KioskId kiosk, Presence presence);

    void sync(KioskId kiosk, SyncRequest request);

    void reply(KioskId kiosk, CommandReply reply);
  }

  private final MessageCodec codec;
  private final Premises premises;
  private final Ear ear;
  private final Instant now;
  private final List<Arrived> batches = new ArrayList<>();
  private final List<SetAside> aside = new ArrayList<>();

  Sorting(MessageCodec codec, Premises premises, Ear ear, Instant now) {
    this.codec = codec;
    this.premises = premises;
    this.ear = ear;
    this.now = now;
  }

  Delivery delivery() {
    return new Delivery(batches, aside);
  }

  void sort(Incoming incoming) {
    Optional<KioskId> kiosk = kioskOf(incoming.topic());
    if (kiosk.isEmpty()) {
      setAside(incoming, "UNKNOWN_TOPIC", "no topic of a kiosk");
      return;
    }
    Optional<KioskAccount> account = premises.kiosk(kiosk.get());
    if (account.isEmpty()) {
      setAside(incoming, "UNKNOWN_KIOSK", kiosk.get() + " is not in the roster");
      return;
    }
    if (incoming.payload().length == 0) {
      return; // a retained message was cleared
    }
    switch (codec.decode(incoming.payload())) {
      case Decoded.Read read -> route(account.get(), incoming, read.message());
      case Decoded.Rejected rejected ->
          setAside(incoming, rejected.fault().name(), rejected.detail());
    }
  }

  private static Optional<KioskId> kioskOf(String topic) {
    try {
      return Optional.of(Topics.kioskOf(topic));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private void route(KioskAccount account, Incoming incoming, Message message) {
    KioskId kiosk = account.id();
    switch (message) {
      case RecordBatch it when at(incoming, Topics.records(kiosk)) -> {
        if (it.stream().kiosk().equals(kiosk)) {
          batches.add(new Arrived(kiosk, account.building(), it));
        } else {
          setAside(incoming, "FOREIGN_STREAM", kiosk + " sent records of " + it.stream());
        }
      }
      case SeatState it when at(incoming, Topics.seatState(kiosk, it.workstation())) -> {
        if (isOf(account, it)) {
          ear.seat(kiosk, it);
        } else {
          setAside(incoming, "FOREIGN_WORKSTATION", it.workstation() + " is not in this building");
        }
      }
      case QueueState it when at(incoming, Topics.queueState(kiosk)) -> ear.queue(kiosk, it);
      case HelpCalls it when at(incoming, Topics.helpCalls(kiosk)) -> ear.help(kiosk, it);
      case KioskState it when at(incoming, Topics.kioskState(kiosk)) -> ear.state(kiosk, it);
      case Presence it when at(incoming, Topics.presence(kiosk)) -> ear.presence(kiosk, it);
      case SyncRequest it when at(incoming, Topics.syncRequest(kiosk)) -> ear.sync(kiosk, it);
      case CommandReply it when at(incoming, Topics.commandReply(kiosk)) -> ear.reply(kiosk, it);
      case Message.FromKiosk misplaced ->
          setAside(incoming, "WRONG_TOPIC", misplaced.getClass().getSimpleName());
      case Message.ToKiosk misplaced ->
          setAside(incoming, "WRONG_TOPIC", misplaced.getClass().getSimpleName());
      case Message.FromAgent misplaced ->
          setAside(incoming, "WRONG_TOPIC", misplaced.getClass().getSimpleName());
      case Message.ToAgent misplaced ->
          setAside(incoming, "WRONG_TOPIC", misplaced.getClass().getSimpleName());
    }
  }

  private static boolean at(Incoming incoming, String topic) {
    return incoming.topic().equals(topic);
  }

  private boolean isOf(KioskAccount account, SeatState state) {
    return premises
        .labOf(state.workstation())
        .filter(lab -> lab.building().equals(account.building()))
        .isPresent();
  }

  private void setAside(Incoming incoming, String fault, String detail) {
    aside.add(SetAside.of(now, incoming.topic(), fault, detail, incoming.payload()));
  }
}
