package kafedra.contract.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of one program: out of a file ({@code --config FILE}, lines of {@code key = value},
 * {@code #} begins a comment line, no escapes) and out of arguments ({@code --key=value}), which
 * win over the file.
 *
 * <p>A program reads all its settings, calls {@link #done()} and only then uses the values:
 *
 * <pre>{@code
 * Settings settings = Settings.read(List.of(args));
 * String workstation = settings.text("workstation").checked(WorkstationId::new).required();
 * int port = settings.port("port").orElse(8080);
 * settings.done();
 * }</pre>
 *
 * <p>The keys that were asked for are the known ones: any other is an error.
 */
public final class Settings {
  /** What the program was started for. */
  public enum Purpose {
    RUN,
    CHECK_CONFIG,
    HELP,
    VERSION
  }

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final URI NO_URI = URI.create("missing://here");

  /** A text and the folder that relative paths in it start from. */
  private record Given(String text, Path folder) {}

  private final Map<String, Given> given = new TreeMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();
  private Purpose purpose = Purpose.RUN;

  private Settings() {}

  /**
   * Reads arguments, and the file that they name. What is wrong with either waits for {@link
   * #done()}.
   */
  public static Settings read(List<String> arguments) {
    Settings settings = new Settings();
    Map<String, Given> fromArguments = settings.readArguments(arguments);
    settings.given.putAll(fromArguments);
    return settings;
  }

  private Map<String, Given> readArguments(List<String> arguments) {
    Map<String, Given> named = new TreeMap<>();
    List<String> rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      int equals = argument.indexOf('=');
      if (argument.equals("--config")) {
        readFile(rest.isEmpty() ? "" : rest.removeFirst());
      } else if (argument.startsWith("--config=")) {
        readFile(argument.substring(equals + 1));
      } else if (argument.startsWith("--") && equals > 2) {
        put(named, argument.substring(2, equals), argument.substring(equals + 1), Path.of(""), "");
      } else {
        readPurpose(argument);
      }
    }
    return named;
  }

  private void readPurpose(String argument) {
    switch (argument) {
      case "--check-config" -> purpose = Purpose.CHECK_CONFIG;
      case "--help", "-h" -> purpose = Purpose.HELP;
      case "--version" -> purpose = Purpose.VERSION;
      default ->
          problems.add("«" + argument + "» is not understood. Write --key=value, or see --help.");
    }
  }

  private void readFile(String name) {
    Path file = Path.of(name).toAbsolutePath();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException unreadable) {
      problems.add("--config " + name + " cannot be read (" + reason(unreadable) + ").");
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int equals = line.indexOf('=');
      String where = name + " line " + (i + 1) + ": ";
      if (equals > 0) {
        String key = line.substring(0, equals).strip();
        put(given, key, line.substring(equals + 1).strip(), file.resolveSibling(""), where);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        problems.add(where + "«" + line + "» is not of the form key = value.");
      }
    }
  }

  private void put(Map<String, Given> into, String key, String text, Path folder, String where) {
    if (key.startsWith("#")) {
      return;
    }
    if (into.put(key, new Given(text, folder)) != null) {
      problems.add(where + key + " is given twice. Keep one of them.");
    }
  }

  /** What {@code --help}, {@code --version} or {@code --check-config} ask for. */
  public Purpose purpose() {
    return purpose;
  }

  public Setting<String> text(String key) {
    return setting(key, Settings::notEmpty, "");
  }

  /** A whole number from {@code least} to {@code most}. */
  public Setting<Long> number(String key, long least, long most) {
    return setting(key, text -> numberWithin(text, least, most), least);
  }

  /** A TCP port, 0 to 65535; 0 lets the system choose. */
  public Setting<Integer> port(String key) {
    return setting(key, text -> Math.toIntExact(numberWithin(text, 0, 65_535)), 0);
  }

  /** An address with a scheme and a host, such as {@code tcp://127.0.0.1:1883}. */
  public Setting<URI> uri(String key) {
    return setting(key, Settings::address, NO_URI);
  }

  /**
   * A file or folder; a relative one starts from the configuration file's folder, or from the
   * working folder if it is an argument.
   */
  public Setting<Path> path(String key) {
    return setting(key, text -> resolved(key, notEmpty(text)), Path.of(""));
  }

  /** A whole number with {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}: {@code 90s}. */
  public Setting<Duration> duration(String key) {
    return setting(key, Settings::length, Duration.ZERO);
  }

  /** One of an enum's constants, written in lower case with {@code -} for {@code _}. */
  public <E extends Enum<E>> Setting<E> choice(String key, Class<E> choices) {
    E[] constants = choices.getEnumConstants();
    return setting(key, text -> chosen(text, constants), constants[0]);
  }

  /** A secret that stands, alone, in the file that this setting names. */
  public Setting<SecretText> secret(String key) {
    return setting(key, text -> content(resolved(key, notEmpty(text))), new SecretText(""));
  }

  private <T> Setting<T> setting(String key, Function<String, T> reader, T standIn) {
    known.add(key);
    Optional<String> text = Optional.ofNullable(given.get(key)).map(Given::text);
    return Setting.of(key, text, reader, standIn, problems::add);
  }

  private Path resolved(String key, String text) {
    Given named = given.get(key);
    return named == null ? Path.of(text) : named.folder().resolve(text);
  }

  /**
   * Everything found wrong so far, unknown keys included. Complete once all settings have been
   * read.
   */
  public List<String> problems() {
    Stream<String> unknown =
        given.keySet().stream().filter(key -> !known.contains(key)).map(this::unknownKey);
    return Stream.concat(problems.stream(), unknown).toList();
  }

  private String unknownKey(String key) {
    String sentence = "«" + key + "» is not a setting of this program.";
    return known.stream()
        .min(Comparator.comparingInt(each -> EditDistance.between(key, each)))
        .filter(nearest -> EditDistance.between(key, nearest) <= Math.max(2, key.length() / 3))
        .map(nearest -> sentence + " Maybe " + nearest + "?")
        .orElse(sentence + " It knows " + String.join(", ", known) + ".");
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigException with all problems, if there is one
   */
  public void done() {
    List<String> found = problems();
    if (!found.isEmpty()) {
      throw new ConfigException(found);
    }
  }

  /** The settings as they were given, {@code key = value} each; a secret shows as its file. */
  public List<String> summary() {
    return given.entrySet().stream()
        .map(each -> each.getKey() + " = " + each.getValue().text())
        .toList();
  }

  private static String notEmpty(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("is empty. Leave the setting out, or give it a value.");
    }
    return text;
  }

  private static long numberWithin(String text, long least, long most) {
    if (text.matches("-?\\d{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "«" + text + "» is not a whole number from " + least + " to " + most + ".");
  }

  private static URI address(String text) {
    URI uri = URI.create(text);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "«" + text + "» is not an address like tcp://127.0.0.1:1883 or http://127.0.0.1:8080.");
    }
    return uri;
  }

  private static Duration length(String text) {
    Matcher parts = LENGTH.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "«" + text + "» is not a length of time. Write 250ms, 90s, 5m, 2h or 30d.");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static <E extends Enum<E>> E chosen(String text, E[] constants) {
    return Stream.of(constants)
        .filter(each -> written(each).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "«"
                    + text
                    + "» is none of "
                    + String.join(", ", Stream.of(constants).map(Settings::written).toList())
                    + "."));
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static SecretText content(Path file) {
    try {
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException("the file " + file + " is empty.");
      }
      return new SecretText(text);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "the file " + file + " cannot be read (" + reason(unreadable) + ").", unreadable);
    }
  }

  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replace("Exception", "");
  }
}
