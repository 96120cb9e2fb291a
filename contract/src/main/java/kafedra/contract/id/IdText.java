package kafedra.contract.id;

import java.util.regex.Pattern;

/** The one rule for the text of ids: it fits an MQTT topic level, a URL and a file name. */
final class IdText {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,35}");

  private IdText() {}

  static void require(String what, String value) {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what
              + " «"
              + (value.length() > 60 ? value.substring(0, 60) + "…" : value)
              + "» is not usable. An id is 1 to 36 of a-z, 0-9 and «-», not starting with «-».");
    }
  }
}
