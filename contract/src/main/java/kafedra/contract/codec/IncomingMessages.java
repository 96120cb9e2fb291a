package kafedra.contract.codec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import kafedra.contract.link.LinkEvents;
import kafedra.contract.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what arrives over a link and hands on the messages of one kind. What cannot be read, or is
 * of another kind, is passed over: counted by fault, and told of at the 1st, 2nd, 4th, 8th and so
 * on, so that a flood does not fill the log.
 *
 * <p>Read by one thread at a time, as a link does; counts may be asked for by any.
 *
 * @param <S> who speaks on a topic, as its receiver knows them
 * @param <M> the kind: {@link Message.ToKiosk}, or a single message such as a seat's order
 */
public final class IncomingMessages<S, M extends Message> {
  private static final Logger log = LoggerFactory.getLogger(IncomingMessages.class);

  private final MessageCodec codec;
  private final Class<M> kind;
  private final Function<String, S> speaker;
  private final Map<Decoded.Fault, AtomicLong> rejected = new EnumMap<>(Decoded.Fault.class);

  /**
   * @param speaker who speaks on a topic; throws {@link IllegalArgumentException} for nobody's
   */
  public IncomingMessages(MessageCodec codec, Class<M> kind, Function<String, S> speaker) {
    this.codec = codec;
    this.kind = kind;
    this.speaker = speaker;
    for (Decoded.Fault fault : Decoded.Fault.values()) {
      rejected.put(fault, new AtomicLong());
    }
  }

  /** Reads a batch; the receiver is given each message and its speaker, in their order. */
  public void read(List<LinkEvents.Incoming> batch, BiConsumer<S, M> receiver) {
    for (LinkEvents.Incoming incoming : batch) {
      switch (codec.decode(incoming.payload())) {
        case Decoded.Read(Message message) when kind.isInstance(message) ->
            speaker(incoming).ifPresent(it -> receiver.accept(it, kind.cast(message)));
        case Decoded.Read(Message other) ->
            reject(
                incoming,
                Decoded.Fault.UNKNOWN_TYPE,
                other.getClass().getSimpleName() + " is no " + kind.getSimpleName());
        case Decoded.Rejected(Decoded.Fault fault, String detail) ->
            reject(incoming, fault, detail);
      }
    }
  }

  private Optional<S> speaker(LinkEvents.Incoming incoming) {
    try {
      return Optional.of(speaker.apply(incoming.topic()));
    } catch (IllegalArgumentException nobody) {
      reject(incoming, Decoded.Fault.INVALID, String.valueOf(nobody.getMessage()));
      return Optional.empty();
    }
  }

  /** Messages passed over since the start. */
  public long rejected() {
    return rejected.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** Messages passed over for one fault since the start. */
  public long rejected(Decoded.Fault fault) {
    return count(fault).get();
  }

  private AtomicLong count(Decoded.Fault fault) {
    return Objects.requireNonNull(rejected.get(fault));
  }

  private void reject(LinkEvents.Incoming incoming, Decoded.Fault fault, String detail) {
    long number = count(fault).incrementAndGet();
    if (Long.bitCount(number) == 1) {
      log.warn(
          "{} bytes on {} were passed over, {}: {}; {} such since the start."
              + " Maybe the programs differ in version.",
          incoming.payload().length,
          incoming.topic(),
          fault,
          detail,
          number);
    }
  }
}
