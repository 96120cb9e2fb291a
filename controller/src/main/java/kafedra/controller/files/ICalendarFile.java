package kafedra.controller.files;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.RecurrenceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Reading;
import kafedra.controller.timetable.TimetableFile;

/**
 * Reads a calendar (RFC 5545). An event is a lesson on the dates that its rule gives within the
 * timetable's days; an event that replaces one of these ({@code RECURRENCE-ID}) is a lesson by
 * itself.
 */
final class ICalendarFile {
  private final UnfoldedCalendar unfolded;
  private final Reading reading;
  private final Findings findings = new Findings();

  /** Properties that biweekly could not read, by event. */
  private final Map<Integer, Set<String>> unread = new HashMap<>();

  /** Starts that another event replaces, by UID. */
  private final Map<String, Set<Instant>> replaced = new HashMap<>();

  private ICalendarFile(UnfoldedCalendar unfolded, Reading reading) {
    this.unfolded = unfolded;
    this.reading = reading;
  }

  /**
   * @throws Unreadable when the file cannot be trusted
   */
  static TimetableFile read(byte[] file, Reading reading) {
    UnfoldedCalendar unfolded = UnfoldedCalendar.of(file);
    return new ICalendarFile(unfolded, reading)
        .read()
        .as(TimetableFile.Format.ICALENDAR, unfolded.text().encoding());
  }

  private Findings read() {
    List<ICalendar> calendars = parse();
    int index = 0;
    for (ICalendar calendar : calendars) {
      calendar.getEvents().forEach(this::noteReplacement);
    }
    for (ICalendar calendar : calendars) {
      for (VEvent event : calendar.getEvents()) {
        if (index >= unfolded.events().size()) {
          throw new Unreadable(FileFault.BROKEN_CALENDAR);
        }
        LessonDraft draft = new LessonDraft(findings, unfolded.event(index));
        unread
            .getOrDefault(index, Set.of())
            .forEach(property -> draft.wrong(faultOf(property), property, ""));
        new ICalendarEvent(event, calendar.getTimezoneInfo(), reading, draft)
            .lessons(replaced.getOrDefault(uid(event), Set.of()))
            .forEach(findings::add);
        index++;
      }
    }
    return findings;
  }

  private List<ICalendar> parse() {
    List<ICalendar> calendars = new ArrayList<>();
    try (ICalReader reader = new ICalReader(unfolded.text().text())) {
      reader.setDefaultTimezone(TimeZone.getTimeZone(reading.zone()));
      for (ICalendar next = reader.readNext(); next != null; next = reader.readNext()) {
        calendars.add(next);
        reader.getWarnings().forEach(this::noteWarning);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory cannot fail", impossible);
    }
    return calendars;
  }

  private void noteWarning(ParseWarning warning) {
    String property = warning.getPropertyName();
    if (property == null || warning.getLineNumber() == null) {
      return;
    }
    Set<String> matter =
        Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID");
    int event = unfolded.eventAt(warning.getLineNumber());
    if (matter.contains(property) && event >= 0) {
      unread.computeIfAbsent(event, any -> new HashSet<>()).add(property);
    }
  }

  private static FileFault faultOf(String property) {
    return property.equals("RRULE") ? FileFault.BAD_RULE : FileFault.BAD_TIME;
  }

  private void noteReplacement(VEvent event) {
    RecurrenceId of = event.getRecurrenceId();
    if (of != null && of.getValue() != null) {
      replaced.computeIfAbsent(uid(event), any -> new HashSet<>()).add(of.getValue().toInstant());
    }
  }

  private static String uid(VEvent event) {
    return event.getUid() == null || event.getUid().getValue() == null
        ? ""
        : event.getUid().getValue();
  }
}
