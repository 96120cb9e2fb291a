package kafedra.contract.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a message that lacks a field. JSON knows no obligation to be complete and Jackson fills
 * gaps with null; here a gap is allowed only where the record says {@code @Nullable}.
 */
final class Completeness {
  private record Part(String name, Method accessor, boolean mayBeNull) {}

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          List<Part> parts = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
              parts.add(
                  new Part(
                      component.getName(),
                      component.getAccessor(),
                      component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
            }
          }
          return List.copyOf(parts);
        }
      };

  private Completeness() {}

  static void require(Record message) {
    for (Part part : PARTS.get(message.getClass())) {
      Object value = valueOf(part, message);
      if (value == null && !part.mayBeNull()) {
        throw new IllegalArgumentException(part.name() + " is missing");
      }
      requireWithin(value);
    }
  }

  /** Messages and records are sealed interfaces whose every implementation is a record. */
  static void require(Object message) {
    require((Record) message);
  }

  private static void requireWithin(@Nullable Object value) {
    switch (value) {
      case Record inner when inner.getClass().getName().startsWith("kafedra.contract.message.") ->
          require(inner);
      case List<?> list -> list.forEach(Completeness::requireWithin);
      case null, default -> {}
    }
  }

  private static @Nullable Object valueOf(Part part, Record message) {
    try {
      return part.accessor().invoke(message);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("cannot read " + part, impossible);
    }
  }
}
