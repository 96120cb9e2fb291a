package kafedra.provisioning.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Sentences by their keys, out of {@code words_ru.properties} and {@code words_en.properties}
 * beside this class.
 */
public final class Wording {
  private final List<Tongue> tongues;
  private final Map<Tongue, Properties> words = new EnumMap<>(Tongue.class);

  /**
   * @param tongues the languages to speak, in this order; each sentence is said in all of them
   */
  public Wording(List<Tongue> tongues) {
    this.tongues = List.copyOf(tongues);
    tongues.forEach(tongue -> words.put(tongue, read(tongue)));
  }

  static Properties read(Tongue tongue) {
    String name = "words_" + tongue.code() + ".properties";
    try (InputStream in = Wording.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " cannot be read", unreadable);
    }
  }

  public List<Tongue> tongues() {
    return tongues;
  }

  /** The sentence in each language, one a line. Numbers are written as given, without grouping. */
  public String say(String key, Object... facts) {
    return tongues.stream()
        .map(tongue -> sayIn(tongue, key, facts))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** The sentence in one of the languages. */
  public String sayIn(Tongue tongue, String key, Object... facts) {
    Properties known = words.get(tongue);
    String pattern = known == null ? null : known.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for «" + key + "» in " + tongue);
    }
    Object[] asText = List.of(facts).stream().map(String::valueOf).toArray();
    return new MessageFormat(pattern, tongue.locale()).format(asText);
  }
}
