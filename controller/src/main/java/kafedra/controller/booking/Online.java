package kafedra.controller.booking;

/**
 * What a booking needs of the building's line.
 *
 * @param link where to join, such as a webinar's address; empty without one
 * @param kbpsPerClient kbit/s that each seat takes of the line; 0 when it takes nothing to speak of
 */
public record Online(String link, int kbpsPerClient) {
  public static final Online NONE = new Online("", 0);

  /** Characters of a link at the most. */
  public static final int LONGEST_LINK = 500;

  /** Beyond this no video client goes; a typing mistake. */
  public static final int MOST_KBPS = 100_000;

  public Online {
    if (link.length() > LONGEST_LINK) {
      throw new IllegalArgumentException("a link of " + link.length() + " characters");
    }
    if (kbpsPerClient < 0 || kbpsPerClient > MOST_KBPS) {
      throw new IllegalArgumentException(kbpsPerClient + " kbit/s per client");
    }
  }
}
