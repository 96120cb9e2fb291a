package kafedra.controller.web;

import io.javalin.http.Context;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import kafedra.controller.feed.CalendarFile;
import kafedra.controller.feed.Feed;
import kafedra.controller.feed.FeedContents;
import kafedra.controller.feed.FeedDesk;
import kafedra.controller.feed.FeedView;
import kafedra.controller.feed.RequestLimit;
import kafedra.controller.roster.Roster;

/**
 * Serves calendars to whoever knows their address: phones and learning platforms that cannot sign
 * in. Whether an address never was or is revoked cannot be told apart.
 */
final class PublicFeeds {
  static final String PATH = "/feeds/";
  static final String SUFFIX = ".ics";

  /** A school's pupils and a proxy may share one address. */
  static final int MOST_PER_ADDRESS = 3_000;

  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final FeedDesk desk;
  private final FeedContents contents;
  private final Roster roster;
  private final Function<CalendarFile, byte[]> writer;
  private final InstantSource clock;
  private final RequestLimit limit = new RequestLimit(MOST_PER_ADDRESS, WINDOW);

  PublicFeeds(
      FeedDesk desk,
      FeedContents contents,
      Roster roster,
      Function<CalendarFile, byte[]> writer,
      InstantSource clock) {
    this.desk = desk;
    this.contents = contents;
    this.roster = roster;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Answers GET and HEAD of {@code /feeds/{file}}.
   *
   * @throws Problem when nothing is there
   */
  void serve(Context context) {
    limit
        .waitFor(context.ip(), clock.instant())
        .ifPresent(wait -> {
          long seconds = wait.toSeconds() + 1;
          context.header("Retry-After", Long.toString(seconds));
          throw Problem.of(ProblemCode.TOO_MANY_ATTEMPTS, (seconds + 59) / 60);
        });
    byte[] calendar =
        feed(context.pathParam("file"))
            .flatMap(this::calendar)
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    String tag = tag(calendar);
    // kept by the program that asked, shared with nobody, and asked for again each time
    context.header("Cache-Control", "private, no-cache").header("ETag", tag);
    if (isKnown(context, tag)) {
      context.status(304);
      return;
    }
    context
        .contentType("text/calendar; charset=utf-8")
        .header("Content-Disposition", "inline; filename=\"kafedra.ics\"")
        .result(calendar);
  }

  private Optional<Feed> feed(String file) {
    boolean named = file.endsWith(SUFFIX);
    Optional<Feed> found =
        desk.open(named ? file.substring(0, file.length() - SUFFIX.length()) : file);
    return found.filter(it -> named);
  }

  private Optional<byte[]> calendar(Feed feed) {
    Optional<FeedView> view = contents.of(feed.subject());
    FeedWords words =
        new FeedWords(Tongue.valueOf(feed.language().name()), feed.subject(), roster.premises());
    return view.map(it -> writer.apply(words.file(it)));
  }

  /** A proxy that compresses makes a tag weak; it is the same calendar. */
  private static boolean isKnown(Context context, String tag) {
    String known = context.header("If-None-Match");
    return known != null
        && Arrays.stream(known.split(",", -1))
            .map(String::strip)
            .map(it -> it.startsWith("W/") ? it.substring(2) : it)
            .anyMatch(it -> it.equals(tag) || it.equals("*"));
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
