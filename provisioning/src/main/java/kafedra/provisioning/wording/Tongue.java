package kafedra.provisioning.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A language that the command speaks. */
public enum Tongue {
  RUSSIAN("ru"),
  ENGLISH("en");

  private final String code;

  Tongue(String code) {
    this.code = code;
  }

  /** ISO 639. */
  public String code() {
    return code;
  }

  public Locale locale() {
    return Locale.of(code);
  }

  /**
   * The languages to speak on a terminal, after POSIX's order LC_ALL, LC_MESSAGES, LANG. Both where
   * the terminal does not tell: a plain «C» is what a container or a service has, whoever its
   * reader is.
   */
  public static List<Tongue> of(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    List<Tongue> named = Stream.of(values()).filter(it -> it.isNamedIn(locale)).toList();
    return named.isEmpty() ? List.of(values()) : named;
  }

  private boolean isNamedIn(String locale) {
    return locale.equals(code) || locale.startsWith(code + "_") || locale.startsWith(code + ".");
  }
}
