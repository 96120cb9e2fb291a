package kafedra.controller.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.CallId;
import kafedra.contract.id.ClosureId;
import kafedra.contract.id.CommandId;
import kafedra.contract.id.FeedId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.TicketId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How values look in the API: ids and times as text, nothing left out, nothing unknown taken. */
final class Json {
  private static final List<Class<?>> IDS =
      List.of(
          BookingId.class,
          BuildingId.class,
          CallId.class,
          ClosureId.class,
          CommandId.class,
          FeedId.class,
          GroupId.class,
          KioskId.class,
          LabId.class,
          PersonId.class,
          SchoolId.class,
          SeriesId.class,
          SessionId.class,
          TicketId.class,
          WorkstationId.class);

  private final JsonMapper mapper;

  Json() {
    SimpleModule module = new SimpleModule("api");
    IDS.forEach(type -> addText(module, type, Object::toString));
    addText(module, Instant.class, at -> Millis.of(at).toString());
    addText(module, LocalDate.class, LocalDate::toString);
    addText(module, LocalTime.class, LocalTime::toString);
    addText(module, Duration.class, Duration::toString);
    mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(10).build())
                    .build())
            .addModule(module)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
  }

  private static <T> void addText(SimpleModule module, Class<T> type, Function<T, String> how) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(how.apply(value));
          }
        });
  }

  byte[] bytes(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  String text(Object value) {
    return mapper.writeValueAsString(value);
  }

  /**
   * @throws Problem when it is no JSON of this type
   */
  <T> T read(byte[] bytes, Class<T> type) {
    try {
      T value = mapper.readValue(bytes, type);
      if (value == null) {
        throw Problem.of(ProblemCode.BAD_JSON);
      }
      return value;
    } catch (DatabindException misfit) {
      throw misfit.getPath().isEmpty()
          ? Problem.of(ProblemCode.BAD_JSON)
          : Problem.at(ProblemCode.BAD_FIELD, nameOf(misfit));
    } catch (JacksonException malformed) {
      throw Problem.of(ProblemCode.BAD_JSON);
    }
  }

  private static String nameOf(DatabindException misfit) {
    String name = misfit.getPath().getFirst().getPropertyName();
    return name == null ? "[]" : name;
  }
}
