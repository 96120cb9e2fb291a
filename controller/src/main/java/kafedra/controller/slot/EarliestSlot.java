package kafedra.controller.slot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which of many labs has room first. */
public final class EarliestSlot {
  /** A day at a time: a lab that is full for weeks does not keep one that is free from its turn. */
  private static final int ROUND = Marks.PER_DAY;

  /**
   * A lab that is looked at.
   *
   * @param among the seats that would do
   * @param seats of the lab altogether
   */
  public record Site(LabSlots slots, OpenMarks open, SeatSet among, int seats) {}

  /**
   * Where and when.
   *
   * @param site place in the list that was searched
   * @param mark at which it begins
   */
  public record Found(int site, int mark) {}

  private EarliestSlot() {}

  /**
   * The earliest stretch in which one lab has {@code count} seats free throughout; of several at
   * the same time the first lab's.
   *
   * @param within where the stretch must begin and end
   * @param length in marks
   */
  public static Optional<Found> among(List<Site> sites, Marks within, int length, int count) {
    int[] next = new int[sites.size()];
    for (int i = 0; i < next.length; i++) {
      Site site = sites.get(i);
      boolean hopeful =
          site.among().size() >= count
              && site.slots().mayHave(site.open(), within, count, site.seats());
      next[i] =
          hopeful ? site.open().firstEndingAfter(within.from()) : site.open().count(); // or never
    }
    int best = Integer.MAX_VALUE;
    int where = -1;
    for (int begun = within.from(); begun < Math.min(within.to(), best); begun += ROUND) {
      for (int i = 0; i < next.length; i++) {
        Site site = sites.get(i);
        OpenMarks open = site.open();
        // what opens in this round; a round that begins after the best one is not needed
        while (next[i] < open.count() && open.from(next[i]) < begun + ROUND) {
          int from = Math.max(open.from(next[i]), within.from());
          int to = Math.min(Math.min(open.to(next[i]), within.to()), latest(best, length));
          next[i]++;
          if (to - from >= length) {
            OptionalInt found =
                site.slots()
                    .earliest(new Marks(from, to), length, count, site.among(), site.seats());
            if (found.isPresent()) {
              best = found.getAsInt();
              where = i;
            }
          }
        }
      }
    }
    return where < 0 ? Optional.empty() : Optional.of(new Found(where, best));
  }

  /** The end of a stretch that begins just before the best one so far. */
  private static int latest(int best, int length) {
    return best == Integer.MAX_VALUE ? Integer.MAX_VALUE : best + length - 1;
  }
}
