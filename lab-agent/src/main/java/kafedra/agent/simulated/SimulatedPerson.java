package kafedra.agent.simulated;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When a person touches keyboard and mouse: spells of 20 s to 4 minutes, between them pauses, most
 * of them short looks at a page of 5 to 50 s, one in eight a talk with the neighbour of 2 to 6
 * minutes.
 */
final class SimulatedPerson {
  private final SplittableRandom random;
  private long spellEnd;
  private long pauseEnd;

  SimulatedPerson(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Time since the last input. The moments asked for are not to go back, but for a new person who
   * starts at zero.
   */
  Duration idleAt(Duration sinceOpen) {
    long second = sinceOpen.toSeconds();
    while (second >= pauseEnd) {
      spellEnd = pauseEnd + spell();
      pauseEnd = spellEnd + pause();
    }
    return second < spellEnd ? Duration.ZERO : Duration.ofSeconds(second - spellEnd);
  }

  private long spell() {
    return random.nextLong(20, 241);
  }

  private long pause() {
    return random.nextInt(8) == 0 ? random.nextLong(120, 361) : random.nextLong(5, 51);
  }
}
