package kafedra.contract.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;

/**
 * Tells a record's times as they were, once it is known when the machine was started. Every instant
 * of a record was read from the same wrong clock and moves with its stamp; a slot that somebody
 * chose is what they chose, and stays.
 *
 * @param bootedAt when the machine was started
 */
public record ClockCorrection(Instant bootedAt) implements UnaryOperator<SiteRecord> {
  @Override
  public SiteRecord apply(SiteRecord told) {
    Stamp stamp = told.at();
    if (stamp.trust() == ClockTrust.TRUSTED || told instanceof SiteRecord.Unreadable) {
      return told;
    }
    Instant wall = bootedAt.plus(stamp.sinceBoot());
    Duration by = Duration.between(stamp.wall(), wall);
    Stamp right = new Stamp(wall, stamp.sinceBoot(), ClockTrust.TRUSTED);
    return rebuilt(told, right, by);
  }

  private static SiteRecord rebuilt(SiteRecord told, Stamp right, Duration by) {
    RecordComponent[] parts = told.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        Object value = parts[i].getAccessor().invoke(told);
        values[i] =
            switch (value) {
              case Stamp _ -> right;
              case Instant at -> at.plus(by);
              case null, default -> value;
            };
      }
      return (SiteRecord) told.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      Throwable why =
          impossible instanceof InvocationTargetException it ? it.getCause() : impossible;
      throw new IllegalStateException("cannot rebuild " + told, why);
    }
  }
}
