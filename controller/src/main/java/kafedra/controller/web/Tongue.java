package kafedra.controller.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A language in which the program answers: Russian unless English is preferred. */
enum Tongue {
  RU(Locale.forLanguageTag("ru")),
  EN(Locale.ENGLISH);

  private final Locale locale;

  @SuppressWarnings("ImmutableEnumChecker") // filled once, then only read
  private final Properties texts;

  Tongue(Locale locale) {
    this.locale = locale;
    this.texts = load("texts_" + locale.getLanguage() + ".properties");
  }

  String tag() {
    return locale.getLanguage();
  }

  Locale locale() {
    return locale;
  }

  /** The text of a key with its places filled. */
  String text(String key, Object... words) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no text for " + key + " in " + tag());
    }
    return new MessageFormat(pattern, locale).format(words);
  }

  /**
   * The text of a key for a number: {@code .one}, {@code .few} (2 to 4 in Russian, but 12 to 14) or
   * {@code .many}; English has no few.
   */
  String counted(String key, int number) {
    return text(key + "." + form(number), number);
  }

  private String form(int number) {
    if (this == EN) {
      return number == 1 ? "one" : "many";
    }
    boolean teen = number % 100 >= 11 && number % 100 <= 14;
    int last = number % 10;
    if (last == 1 && !teen) {
      return "one";
    }
    return last >= 2 && last <= 4 && !teen ? "few" : "many";
  }

  /**
   * @param acceptLanguage header; null without one
   */
  static Tongue of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return RU;
    }
    try {
      String best =
          Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of(RU.tag(), EN.tag()));
      return EN.tag().equals(best) ? EN : RU;
    } catch (IllegalArgumentException malformed) {
      return RU;
    }
  }

  private static Properties load(String resource) {
    try (InputStream in = Tongue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + resource, broken);
    }
  }
}
