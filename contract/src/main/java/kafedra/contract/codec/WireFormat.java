package kafedra.contract.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.CallId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.CommandAction;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.Message;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** How our types look in JSON. */
final class WireFormat {
  /** Names a value's type in the field {@code t}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
  private interface Typed {}

  private static final Set<String> MESSAGES =
      leaves(Message.class).map(WireFormat::nameOf).collect(Collectors.toUnmodifiableSet());

  private WireFormat() {}

  static boolean isMessage(String type) {
    return MESSAGES.contains(type);
  }

  static JsonMapper mapper() {
    SimpleModule module = new SimpleModule("kafedra");
    module.addSerializer(Instant.class, write((at, json) -> json.writeNumber(at.toEpochMilli())));
    module.addDeserializer(Instant.class, readNumber(Instant::ofEpochMilli));
    module.addSerializer(
        Duration.class, write((length, json) -> json.writeNumber(length.toMillis())));
    module.addDeserializer(Duration.class, readNumber(Duration::ofMillis));
    module.addSerializer(Stamp.class, write(WireFormat::writeStamp));
    module.addDeserializer(Stamp.class, new StampReader());
    addText(module, SchoolId.class, SchoolId::new);
    addText(module, BuildingId.class, BuildingId::new);
    addText(module, KioskId.class, KioskId::new);
    addText(module, LabId.class, LabId::new);
    addText(module, WorkstationId.class, WorkstationId::new);
    addText(module, PersonId.class, PersonId::new);
    addText(module, GroupId.class, GroupId::new);
    addText(module, BookingId.class, BookingId::new);
    addText(module, SessionId.class, SessionId::new);
    addText(module, CommandId.class, CommandId::new);
    addText(module, TicketId.class, TicketId::new);
    addText(module, CallId.class, CallId::new);
    addText(module, StreamId.class, StreamId::parse);
    addText(module, LessonLink.class, LessonLink::new);
    JsonMapper.Builder builder =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .addModule(module)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(
                always -> always.withValueInclusion(JsonInclude.Include.NON_NULL));
    Stream.of(
            Message.class,
            SiteRecord.class,
            ReplicaItem.class,
            ReplicaChange.class,
            CommandAction.class)
        .forEach(sealed -> {
          builder.addMixIn(sealed, Typed.class);
          leaves(sealed)
              .forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, nameOf(leaf))));
        });
    // the keys of replica items follow from their fields
    builder.addMixIn(ReplicaItem.class, TypedWithoutKey.class);
    builder.addMixIn(ReplicaChange.Put.class, WithoutKey.class);
    return builder.build();
  }

  /** As {@link Typed}, for types with a {@code key()} that is no field of theirs. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
  @com.fasterxml.jackson.annotation.JsonIgnoreProperties("key")
  private interface TypedWithoutKey {}

  /** As {@link TypedWithoutKey}, where the type is named already. */
  @com.fasterxml.jackson.annotation.JsonIgnoreProperties("key")
  private interface WithoutKey {}

  /** The records under a sealed interface, whatever sealed interfaces lie between. */
  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(WireFormat::leaves)
        : Stream.of(type);
  }

  /** {@code SessionStarted} is {@code session-started} on the wire. */
  private static String nameOf(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static void writeStamp(Stamp stamp, JsonGenerator json) {
    json.writeStartArray();
    json.writeNumber(stamp.wall().toEpochMilli());
    json.writeNumber(stamp.sinceBoot().toMillis());
    json.writeNumber(stamp.trust() == ClockTrust.TRUSTED ? 1 : 0);
    json.writeEndArray();
  }

  private static final class StampReader extends ValueDeserializer<Stamp> {
    @Override
    public Stamp deserialize(JsonParser json, DeserializationContext context) {
      long[] parts = context.readValue(json, long[].class);
      if (parts.length != 3) {
        throw new IllegalArgumentException("a stamp has 3 numbers, not " + parts.length);
      }
      return new Stamp(
          Instant.ofEpochMilli(parts[0]),
          Duration.ofMillis(parts[1]),
          parts[2] == 1 ? ClockTrust.TRUSTED : ClockTrust.UNTRUSTED);
    }
  }

  private interface Write<T> {
    void to(T value, JsonGenerator json);
  }

  private static <T> ValueSerializer<T> write(Write<T> how) {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        how.to(value, json);
      }
    };
  }

  private static <T> ValueDeserializer<T> readNumber(Function<Long, T> how) {
    return new ValueDeserializer<>() {
      @Override
      public T deserialize(JsonParser json, DeserializationContext context) {
        return how.apply(json.getLongValue());
      }
    };
  }

  private static <T> void addText(SimpleModule module, Class<T> type, Function<String, T> how) {
    module.addSerializer(type, write((value, json) -> json.writeString(value.toString())));
    module.addDeserializer(
        type,
        new ValueDeserializer<>() {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) {
            return how.apply(json.getString());
          }
        });
  }
}
