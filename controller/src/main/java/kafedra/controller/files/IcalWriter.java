package kafedra.controller.files;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import kafedra.controller.feed.CalendarFile;

/**
 * Writes a calendar as iCalendar (RFC 5545). Times are in UTC: every event stands alone, so that no
 * program has to know a zone, and the zone is named for those that show it.
 *
 * <p>The library folds lines at 75 characters; ours are folded at 75 octets as the RFC asks, and
 * never within a character, since Cyrillic ones have two.
 */
public final class IcalWriter {
  /** Octets of a line at the most, without its end. */
  static final int LINE = 75;

  private IcalWriter() {}

  /** The same calendar is always the same bytes. */
  public static byte[] write(CalendarFile file) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Kafedra//Kafedra//RU");
    String name = oneLine(file.name());
    calendar.setName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
    calendar.addExperimentalProperty("X-WR-TIMEZONE", file.zone().getId());
    // the library leaves out the type, which RFC 7986 demands
    calendar.addExperimentalProperty(
        "REFRESH-INTERVAL", ICalDataType.DURATION, file.refresh().toString());
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", file.refresh().toString());
    file.entries().forEach(entry -> calendar.addEvent(event(entry)));
    return folded(text(calendar));
  }

  private static VEvent event(CalendarFile.Entry entry) {
    VEvent event = new VEvent();
    event.setUid(entry.uid());
    event.setDateTimeStamp(Date.from(entry.stamp()));
    event.setDateStart(new DateStart(Date.from(entry.slot().start()), true));
    event.setDateEnd(new DateEnd(Date.from(entry.slot().end()), true));
    event.setSequence(entry.sequence());
    event.setStatus(
        switch (entry.standing()) {
          case CONFIRMED -> Status.confirmed();
          case CANCELLED -> Status.cancelled();
        });
    event.setSummary(oneLine(entry.summary()));
    event.setLocation(oneLine(entry.location()));
    if (!entry.details().isEmpty()) {
      event.setDescription(oneLine(entry.details()));
    }
    return event;
  }

  /** Line breaks of every kind and other control characters are nobody's words here. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  private static String text(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail to be written", impossible);
    }
    return text.toString();
  }

  private static byte[] folded(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
    text.lines().forEach(line -> fold(line, out));
    return out.toByteArray();
  }

  private static void fold(String line, ByteArrayOutputStream out) {
    int room = LINE;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      byte[] sign =
          line.substring(i, line.offsetByCodePoints(i, 1)).getBytes(StandardCharsets.UTF_8);
      if (sign.length > room) {
        out.writeBytes(new byte[] {'\r', '\n', ' '});
        room = LINE - 1;
      }
      out.writeBytes(sign);
      room -= sign.length;
    }
    out.writeBytes(new byte[] {'\r', '\n'});
  }
}
