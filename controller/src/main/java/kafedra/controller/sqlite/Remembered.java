package kafedra.controller.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database and is asked for again and again, until something changes. Only
 * what was found is remembered. What is read before a change and comes back after it is handed on
 * but not remembered, so that nobody is told of the time before for longer than one question takes.
 */
final class Remembered<K, V> {
  private final int most;
  private final Map<K, V> known = new ConcurrentHashMap<>();
  private long changes;

  /**
   * @param most answers; one more and it begins anew
   */
  Remembered(int most) {
    this.most = most;
  }

  /** From memory; else read, and remembered. */
  Optional<V> find(K key, Function<K, Optional<V>> reading) {
    V found = known.get(key);
    if (found != null) {
      return Optional.of(found);
    }
    long began = changes();
    Optional<V> read = reading.apply(key);
    read.ifPresent(value -> keep(key, value, began));
    return read;
  }

  /** From memory alone; null for what must be read. */
  @Nullable V inMemory(K key) {
    return known.get(key);
  }

  /** How many changes there were; to be asked before reading what is kept. */
  synchronized long changes() {
    return changes;
  }

  /** Remembers what was read, unless something changed since. */
  synchronized void keep(K key, V value, long began) {
    if (began != changes) {
      return;
    }
    if (known.size() >= most) {
      known.clear();
    }
    known.put(key, value);
  }

  /** One of them is another one in the database from now on. */
  synchronized void forget(K key) {
    changes++;
    known.remove(key);
  }

  /** Any of them may be another one in the database from now on. */
  synchronized void forgetAll() {
    changes++;
    known.clear();
  }
}
