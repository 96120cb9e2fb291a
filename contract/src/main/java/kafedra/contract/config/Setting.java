package kafedra.contract.config;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One setting on its way from text to value.
 *
 * <p>A value that is missing or wrong becomes a problem of the {@link Settings} and is answered
 * with a stand-in, so that the rest can be read too; {@link Settings#done()} throws before anybody
 * uses a stand-in.
 */
public final class Setting<T> {
  private final String key;
  private final State<T> state;
  private final T standIn;
  private final Consumer<String> problems;

  private sealed interface State<T> {
    record Absent<T>() implements State<T> {}

    record Given<T>(T value) implements State<T> {}

    /** Its problem has been told. */
    record Wrong<T>() implements State<T> {}
  }

  private Setting(String key, State<T> state, T standIn, Consumer<String> problems) {
    this.key = key;
    this.state = state;
    this.standIn = standIn;
    this.problems = problems;
  }

  static <T> Setting<T> of(
      String key,
      Optional<String> text,
      Function<String, T> reader,
      T standIn,
      Consumer<String> problems) {
    State<T> state =
        text.map(given -> read(key, given, reader, problems)).orElseGet(State.Absent::new);
    return new Setting<>(key, state, standIn, problems);
  }

  private static <T> State<T> read(
      String key, String given, Function<String, T> reader, Consumer<String> problems) {
    try {
      return new State.Given<>(reader.apply(given));
    } catch (IllegalArgumentException wrong) {
      problems.accept(key + ": " + wrong.getMessage());
      return new State.Wrong<>();
    }
  }

  /**
   * Demands that the value also passes this, such as {@code WorkstationId::new}, which throws an
   * {@link IllegalArgumentException} for what it cannot take.
   */
  public Setting<T> checked(Function<? super T, ?> check) {
    return switch (state) {
      case State.Given<T>(T value) -> new Setting<>(key, pass(value, check), standIn, problems);
      case State.Absent<T>(), State.Wrong<T>() -> this;
    };
  }

  private State<T> pass(T value, Function<? super T, ?> check) {
    try {
      var _ = check.apply(value);
      return state;
    } catch (IllegalArgumentException wrong) {
      problems.accept(key + ": " + wrong.getMessage());
      return new State.Wrong<>();
    }
  }

  public T required() {
    return switch (state) {
      case State.Given<T>(T value) -> value;
      case State.Wrong<T>() -> standIn;
      case State.Absent<T>() -> {
        problems.accept(
            key + " is missing. Set it in the configuration file or as --" + key + "=…");
        yield standIn;
      }
    };
  }

  public T orElse(T otherwise) {
    return switch (state) {
      case State.Given<T>(T value) -> value;
      case State.Wrong<T>(), State.Absent<T>() -> otherwise;
    };
  }

  public Optional<T> optional() {
    return switch (state) {
      case State.Given<T>(T value) -> Optional.of(value);
      case State.Wrong<T>(), State.Absent<T>() -> Optional.empty();
    };
  }
}
