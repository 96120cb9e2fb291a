package kafedra.kiosk.session;

import java.util.function.Function;

/** What came of asking for something. */
public sealed interface Outcome<T> {
  /** It was done, and is on the disk. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was not done, for a reason that is nobody's fault. */
  record Refused<T>(Refusal why) implements Outcome<T> {}

  /** The same outcome with what was done seen another way. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> view) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(view.apply(value));
      case Refused<T>(Refusal why) -> new Refused<>(why);
    };
  }
}
