package kafedra.contract.message;

import java.net.URI;
import java.util.Optional;

/**
 * Where a lesson is: a course or a webinar that a seat opens for its person. Only {@code https}, so
 * that nothing on a computer can be started by it.
 */
public record LessonLink(String value) {
  /** Characters at the most. */
  public static final int LONGEST = 500;

  public LessonLink {
    if (!isUsable(value)) {
      throw new IllegalArgumentException(
          "an address of "
              + value.length()
              + " characters is no lesson's link. It is https with a host, at most "
              + LONGEST
              + " characters.");
    }
  }

  /** The link, if this is an address that a seat may open. */
  public static Optional<LessonLink> of(String address) {
    return isUsable(address) ? Optional.of(new LessonLink(address)) : Optional.empty();
  }

  private static boolean isUsable(String address) {
    if (address.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = URI.create(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
