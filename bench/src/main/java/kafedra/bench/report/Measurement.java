package kafedra.bench.report;

import java.nio.file.Path;
import java.util.List;

/** Something that can be measured by name. */
public interface Measurement {
  /** What the reader types. */
  String name();

  /** What is measured, under which load, in one sentence. */
  String about();

  /**
   * Measures.
   *
   * @param scratch an empty folder on a real disk; the caller removes it
   * @throws Exception whatever keeps the figure from being measured; the caller tells it and goes
   *     on with the next
   */
  List<Figure> measure(Path scratch) throws Exception;

  /**
   * The same with so many operations and from another seed, where that can be chosen.
   *
   * @param count of whatever it does many times
   */
  default Measurement with(long count, long seed) {
    return this;
  }
}
