package kafedra.controller.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Spot;

/** The text of an XML file, in the encoding that its first line names. */
final class XmlText {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  /** Those of school programs; the list is short because a charset's name comes from a stranger. */
  private static final Set<String> KNOWN =
      Set.of(
          "utf-8",
          "us-ascii",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1254",
          "windows-1257",
          "iso-8859-1",
          "iso-8859-2",
          "iso-8859-5",
          "koi8-r",
          "koi8-u");

  private XmlText() {}

  /**
   * Without a declared encoding, or with a byte order mark: as any text.
   *
   * @throws Unreadable when the encoding is unknown or the bytes are of another
   */
  static FileText of(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    if (!declared.find()) {
      return FileText.of(bytes);
    }
    String name = declared.group(1);
    if (!KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new Unreadable(Spot.line(1), FileFault.UNKNOWN_ENCODING, "encoding", name);
    }
    Charset charset = Charset.forName(name);
    return FileText.in(charset, bytes)
        .map(text -> new FileText(charset.name(), text))
        .orElseThrow(
            () -> new Unreadable(Spot.line(1), FileFault.WRONG_ENCODING, "encoding", name));
  }
}
