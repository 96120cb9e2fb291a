package kafedra.controller.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pages, out of our own jar. Browsers keep them and ask with their ETag whether they changed.
 */
final class StaticFiles {
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

  private static final String PICTURES = "/kafedra/contract/picture/pictures.svg";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json");

  private static final class Page {
    final byte[] bytes;
    final String type;
    final String tag;

    Page(byte[] bytes, String type) {
      this.bytes = bytes;
      this.type = type;
      this.tag = tagOf(bytes);
    }
  }

  /** Only what exists is remembered, so the jar bounds it. */
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  /**
   * Answers with the file of the path.
   *
   * @throws Problem when there is none
   */
  void serve(Context context) {
    String path = context.path().endsWith("/") ? context.path() + "index.html" : context.path();
    Page page = find(path).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    context.header("ETag", page.tag).header("Cache-Control", "no-cache");
    if (page.tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType(page.type).result(page.bytes);
  }

  private Optional<Page> find(String path) {
    Page known = pages.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    // the pictures of pupils are the same at the kiosk and on paper
    String file = path.equals("/pictures.svg") ? PICTURES : "static" + path;
    try (InputStream in = StaticFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      Page page = new Page(bytes, type);
      pages.put(path, page);
      return Optional.of(page);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + path, broken);
    }
  }

  private static String tagOf(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
