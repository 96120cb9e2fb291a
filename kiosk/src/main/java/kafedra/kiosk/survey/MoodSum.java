package kafedra.kiosk.survey;

import java.time.LocalDate;
import java.util.Map;
import kafedra.contract.message.Mood;

/** Answers that were not told yet. */
public record MoodSum(LocalDate first, LocalDate last, Map<Mood, Integer> counts) {
  public MoodSum {
    counts = Map.copyOf(counts);
  }

  public int of(Mood mood) {
    return counts.getOrDefault(mood, 0);
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
