package kafedra.kiosk.queue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Numbers that tell nobody who came first, so that a number called before another betrays nobody's
 * need. Two digits while they suffice.
 */
final class Numbers {
  private static final int LEAST = 10;
  private static final int TWO_DIGITS = 99;

  /** A number is not given again so soon that its last bearer could still be in the room. */
  private static final int REST = 40;

  private final RandomGenerator random;
  private final Deque<Integer> resting = new ArrayDeque<>();

  Numbers(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param open numbers of those who wait
   */
  int next(Collection<Integer> open) {
    List<Integer> free = free(LEAST, TWO_DIGITS, open);
    if (free.isEmpty()) {
      free = free(TWO_DIGITS + 1, Ticket.HIGHEST, open);
    }
    int number = free.get(random.nextInt(free.size()));
    if (resting.size() == REST) {
      resting.removeFirst();
    }
    resting.addLast(number);
    return number;
  }

  private List<Integer> free(int from, int to, Collection<Integer> open) {
    return IntStream.rangeClosed(from, to)
        .boxed()
        .filter(number -> !open.contains(number) && !resting.contains(number))
        .toList();
  }
}
