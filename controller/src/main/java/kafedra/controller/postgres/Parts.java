package kafedra.controller.postgres;

import java.util.List;

/**
 * Rows in parts of which each one is written by one statement, so that none of them lasts for as
 * long as a silent server is given ({@link PostgresAddress#SILENCE}).
 */
record Parts<T>(List<T> all) {
  /** Rows of one part. */
  static final int SIZE = 500;

  int count() {
    return (all.size() + SIZE - 1) / SIZE;
  }

  /** Empty beyond the last. */
  List<T> part(int number) {
    int from = Math.min(all.size(), number * SIZE);
    return all.subList(from, Math.min(all.size(), from + SIZE));
  }
}
