package kafedra.controller.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads iCalendar by the letter of RFC 5545 and forgives nothing: lines end with CR LF, have 75
 * octets at the most and are UTF-8 each by itself, names and parameters have their grammar, and
 * components close as they opened.
 */
public final class StrictIcal {
  private static final Pattern LINE =
      Pattern.compile("([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)");

  /** BEGIN to END. */
  public record Component(String name, List<Property> properties, List<Component> components) {
    /** The one value of a property. */
    public String value(String property) {
      List<Property> found = properties.stream().filter(it -> it.name().equals(property)).toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException(found.size() + " × " + property + " in " + name);
      }
      return found.getFirst().value();
    }

    /** The one value of a property of type TEXT. */
    public String text(String property) {
      return unescaped(value(property));
    }

    public boolean has(String property) {
      return properties.stream().anyMatch(it -> it.name().equals(property));
    }
  }

  /**
   * @param parameters as written, with the leading «;»; may be empty
   */
  public record Property(String name, String parameters, String value) {}

  private StrictIcal() {}

  public static Component read(byte[] bytes) {
    Component root = new Component("", new ArrayList<>(), new ArrayList<>());
    Deque<Component> open = new ArrayDeque<>(List.of(root));
    for (String line : unfolded(physicalLines(bytes))) {
      Matcher matcher = LINE.matcher(line);
      require(matcher.matches(), "no content line: " + line);
      Property property = new Property(matcher.group(1), matcher.group(2), matcher.group(3));
      switch (property.name()) {
        case "BEGIN" -> {
          Component inner = new Component(property.value(), new ArrayList<>(), new ArrayList<>());
          open.getFirst().components().add(inner);
          open.push(inner);
        }
        case "END" ->
            require(open.pop().name().equals(property.value()), "END of another: " + line);
        default -> open.getFirst().properties().add(property);
      }
    }
    require(open.size() == 1, "a component is not closed");
    require(root.components().size() == 1 && root.properties().isEmpty(), "not one calendar");
    return root.components().getFirst();
  }

  private static List<String> physicalLines(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      require((bytes[i] == '\r') == (i + 1 < bytes.length && bytes[i + 1] == '\n'), "half a CR LF");
      if (bytes[i] == '\r') {
        require(i - start <= 75, "a line of " + (i - start) + " octets");
        lines.add(utf8(Arrays.copyOfRange(bytes, start, i)));
        start = i + 2;
        i++;
      } else {
        require(bytes[i] >= ' ' || bytes[i] < 0, "a control character");
      }
    }
    require(start == bytes.length, "the last line does not end");
    return lines;
  }

  private static String utf8(byte[] line) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line))
          .toString();
    } catch (CharacterCodingException split) {
      throw new IllegalArgumentException("a line that is no UTF-8 by itself", split);
    }
  }

  private static List<String> unfolded(List<String> lines) {
    List<String> whole = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        whole.set(whole.size() - 1, whole.getLast() + line.substring(1));
      } else {
        whole.add(line);
      }
    }
    return whole;
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      require(";,".indexOf(sign) < 0, "an unescaped «" + sign + "» in " + value);
      if (sign == '\\') {
        i++;
        require(i < value.length() && "\\;,nN".indexOf(value.charAt(i)) >= 0, "bad escape");
        text.append(value.charAt(i) == 'n' || value.charAt(i) == 'N' ? '\n' : value.charAt(i));
      } else {
        text.append(sign);
      }
    }
    return text.toString();
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
