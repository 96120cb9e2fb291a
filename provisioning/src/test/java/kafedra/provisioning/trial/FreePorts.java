package kafedra.provisioning.trial;

import java.util.stream.IntStream;
import kafedra.provisioning.supervision.PortProbe;

/** Finds ports for programs that must be told theirs. */
public final class FreePorts {
  private static final int FIRST = 21_600;
  private static final int LAST = 21_780;

  private FreePorts() {}

  /**
   * The first of so many free ports in a row; which row is tried first differs from process to
   * process.
   */
  public static int row(int count) {
    int rows = (LAST - FIRST) / count;
    int start = (int) (ProcessHandle.current().pid() + System.nanoTime() / 1_000) & 0xffff;
    return IntStream.range(0, rows)
        .map(i -> FIRST + (start + i) % rows * count)
        .filter(first -> IntStream.range(first, first + count).allMatch(PortProbe::isFree))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(count + " free ports in a row were not found"));
  }
}
