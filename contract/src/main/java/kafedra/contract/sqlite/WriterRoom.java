package kafedra.contract.sqlite;

/** How much memory and disk a writer may use to be quick. */
public enum WriterRoom {
  /** What SQLite does unasked; for a small machine with a small file. */
  SMALL(2_000, 1_000),

  /**
   * A server's: the indexes that bookings touch here and there stay in memory, and a page that many
   * commits change is copied into the file once.
   */
  SERVER(32_000, 4_000);

  private final int cacheKib;
  private final int pagesOfLog;

  WriterRoom(int cacheKib, int pagesOfLog) {
    this.cacheKib = cacheKib;
    this.pagesOfLog = pagesOfLog;
  }

  int cacheKib() {
    return cacheKib;
  }

  /** Pages of 4 KiB that the log may hold before a commit copies them into the file. */
  int pagesOfLog() {
    return pagesOfLog;
  }
}
