package kafedra.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The portal's files, out of this program's own jar; read once and kept. */
final class Assets {
  private static final String FOLDER = "/kafedra/kiosk/web/static";
  private static final String PICTURES = "/kafedra/contract/picture/pictures.svg";
  private static final Pattern ALLOWED =
      Pattern.compile("(/[a-zA-Z0-9][a-zA-Z0-9_-]*)+(\\.[a-z0-9]+)+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json");

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /**
   * @param path as requested, from the root of the portal
   */
  Optional<Asset> find(String path) {
    if (!ALLOWED.matcher(path).matches()) {
      return Optional.empty();
    }
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(read.computeIfAbsent(path, it -> load(it, type).orElse(null)));
  }

  private static Optional<Asset> load(String path, String type) {
    // the pictures of pupils are the same at the kiosk and on paper
    String file = path.equals("/img/pictures.svg") ? PICTURES : FOLDER + path;
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(new Asset(type, in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the portal's own file " + path, broken);
    }
  }
}
