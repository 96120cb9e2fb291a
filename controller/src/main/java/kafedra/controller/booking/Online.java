package kafedra.controller.booking;

/**
 * What a booking needs of the building's line.
 *
 * @param link where to join, such as a webinar's address; empty without one
 * @param kbpsPerClient kbit/s that each client takes of the line; 0 when it takes nothing to speak
 *     of
 * @param screens who the clients are
 */
public record Online(String link, int kbpsPerClient, Screens screens) {
  public static final Online NONE = new Online("", 0, Screens.EACH_SEAT);

  /** How many look at what comes over the line by themselves. */
  public enum Screens {
    EACH_SEAT,
    /** One display or projector for all: one client. */
    ONE_DISPLAY
  }

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
