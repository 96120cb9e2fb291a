package kafedra.kiosk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.WorkstationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Views as the screen reads them: times in milliseconds, ids as text, absent things as null. */
final class ViewJson {
  private final JsonMapper mapper;

  ViewJson() {
    SimpleModule module = new SimpleModule("kiosk-views");
    module.addSerializer(Instant.class, as((at, json) -> json.writeNumber(at.toEpochMilli())));
    module.addSerializer(Duration.class, as((it, json) -> json.writeNumber(it.toMillis())));
    module.addSerializer(LocalDate.class, as((it, json) -> json.writeString(it.toString())));
    module.addSerializer(BookingId.class, as((it, json) -> json.writeString(it.value())));
    module.addSerializer(GroupId.class, as((it, json) -> json.writeString(it.value())));
    module.addSerializer(LabId.class, as((it, json) -> json.writeString(it.value())));
    module.addSerializer(SessionId.class, as((it, json) -> json.writeString(it.value())));
    module.addSerializer(WorkstationId.class, as((it, json) -> json.writeString(it.value())));
    StreamReadConstraints limits =
        StreamReadConstraints.builder().maxNestingDepth(8).maxNumberLength(20).build();
    mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
            .addModule(module)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  private static <T> ValueSerializer<T> as(BiConsumer<T, JsonGenerator> writer) {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        writer.accept(value, json);
      }
    };
  }

  byte[] write(@Nullable Object view) {
    return mapper.writeValueAsBytes(view);
  }

  /**
   * Reads the body of a request.
   *
   * @throws BadRequestException if it is no JSON object
   */
  JsonNode read(byte[] body) {
    try {
      JsonNode tree = mapper.readTree(body);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException torn) {
      throw new BadRequestException("The body is no JSON.", torn);
    }
    throw new BadRequestException("The body is no JSON object.");
  }
}
