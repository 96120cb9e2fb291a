package kafedra.controller.files;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import kafedra.controller.timetable.Days;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Hours;
import kafedra.controller.timetable.Lesson;
import kafedra.controller.timetable.LessonTime;
import kafedra.controller.timetable.Reading;
import kafedra.controller.timetable.TimetableLimits;

/** One event of a calendar: its dates and hours in the school's own time. */
final class ICalendarEvent {
  /** A lesson is no longer. */
  private static final Duration LONGEST = Duration.ofHours(12);

  /** Rules by the hour or the second are no timetable, and take forever. */
  private static final Set<Frequency> FREQUENCIES =
      Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

  private final VEvent event;
  private final TimezoneInfo zones;
  private final Reading reading;
  private final LessonDraft draft;

  ICalendarEvent(VEvent event, TimezoneInfo zones, Reading reading, LessonDraft draft) {
    this.event = event;
    this.zones = zones;
    this.reading = reading;
    this.draft = draft;
  }

  /**
   * The event's lesson; several when its hours differ in the school's time, as those of a rule in
   * another zone do through the year; none when it is unusable, which is noted, or cancelled.
   *
   * @param replaced starts that other events stand for
   */
  List<Lesson> lessons(Set<Instant> replaced) {
    String source = source();
    ICalendarWords words = ICalendarWords.of(event, draft);
    if (event.getStatus() != null && event.getStatus().isCancelled()) {
      return List.of();
    }
    Optional<TimeZone> zone = zone();
    if (zone.isEmpty() || !draft.isSound()) {
      return List.of();
    }
    Optional<Duration> length = length();
    if (length.isEmpty()) {
      return List.of();
    }
    Set<Instant> without = event.getRecurrenceId() == null ? replaced : Set.of();
    Map<Hours, List<LocalDate>> byHours = byHours(starts(zone.get(), without), length.get());
    if (byHours.isEmpty() && draft.isSound()) {
      draft.wrong(FileFault.OUT_OF_RANGE, "DTSTART", "");
    }
    List<Lesson> lessons = new ArrayList<>();
    byHours.forEach(
        (hours, dates) -> lessons.add(lesson(source, words, new Days.Dates(dates), hours)));
    return draft.isSound() ? lessons : List.of();
  }

  private Lesson lesson(String source, ICalendarWords words, Days days, Hours hours) {
    return new Lesson(
        source,
        draft.spot(),
        words.subject(),
        words.participants(),
        words.teachers(),
        words.rooms(),
        days,
        LessonTime.between(hours),
        OptionalInt.empty());
  }

  private String source() {
    String uid = event.getUid() == null ? "" : event.getUid().getValue();
    String name = draft.name("UID", uid == null ? "" : uid);
    if (name.isEmpty()) {
      draft.wrong(FileFault.MISSING, "UID", "");
      return "?";
    }
    return event.getRecurrenceId() == null || event.getRecurrenceId().getValue() == null
        ? name
        : name + "/" + event.getRecurrenceId().getValue().toInstant();
  }

  /** Of the start; that of the school when it is floating. */
  private Optional<TimeZone> zone() {
    DateStart start = event.getDateStart();
    if (start == null || start.getValue() == null) {
      if (draft.isSound()) {
        draft.wrong(FileFault.MISSING, "DTSTART", "");
      }
      return Optional.empty();
    }
    if (!start.getValue().hasTime()) {
      draft.wrong(FileFault.ALL_DAY, "DTSTART", start.getValue().getRawComponents().toString());
      return Optional.empty();
    }
    if (!isPossible(start.getValue())) {
      draft.wrong(FileFault.BAD_TIME, "DTSTART", start.getValue().getRawComponents().toString());
      return Optional.empty();
    }
    TimezoneAssignment assigned = zones.getTimezone(start);
    String named = start.getParameters().getTimezoneId();
    if (assigned == null && named != null) {
      draft.wrong(FileFault.UNKNOWN_ZONE, "DTSTART", named);
      return Optional.empty();
    }
    return Optional.of(
        assigned == null ? TimeZone.getTimeZone(reading.zone()) : assigned.getTimeZone());
  }

  /** biweekly rolls a thirteenth month over into the next year. */
  private static boolean isPossible(ICalDate date) {
    DateTimeComponents raw = date.getRawComponents();
    if (raw == null) {
      return true;
    }
    try {
      LocalDateTime.of(
          raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute());
      return true;
    } catch (DateTimeException impossible) {
      return false;
    }
  }

  private Optional<Duration> length() {
    Instant start = event.getDateStart().getValue().toInstant();
    Duration length;
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      length = Duration.between(start, event.getDateEnd().getValue().toInstant());
    } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
      length = Duration.ofMillis(event.getDuration().getValue().toMillis());
    } else {
      draft.wrong(FileFault.NO_END, "DTEND", "");
      return Optional.empty();
    }
    if (!length.isPositive()) {
      draft.wrong(FileFault.ENDS_BEFORE_START, "DTEND", "");
      return Optional.empty();
    }
    if (length.compareTo(LONGEST) > 0) {
      draft.wrong(FileFault.OVER_MIDNIGHT, "DTEND", length.toString());
      return Optional.empty();
    }
    return Optional.of(length);
  }

  /** Starts within the timetable's days, without the excepted. */
  private List<Instant> starts(TimeZone zone, Set<Instant> without) {
    RecurrenceRule rule = event.getRecurrenceRule();
    if (rule != null && !FREQUENCIES.contains(rule.getValue().getFrequency())) {
      draft.wrong(FileFault.BAD_RULE, "RRULE", rule.getValue().getFrequency().name());
      return List.of();
    }
    Set<LocalDate> wholeDays = exceptedDays();
    Instant from = reading.first().atStartOfDay(reading.zone()).toInstant();
    Instant to = reading.last().plusDays(1).atStartOfDay(reading.zone()).toInstant();
    DateIterator dates = event.getDateIterator(zone);
    dates.advanceTo(Date.from(from));
    List<Instant> starts = new ArrayList<>();
    while (dates.hasNext()) {
      Instant start = dates.next().toInstant();
      if (!start.isBefore(to)) {
        break;
      }
      if (starts.size() == TimetableLimits.DATES) {
        draft.wrong(FileFault.TOO_MANY_DATES, "RRULE", "");
        return List.of();
      }
      LocalDate day = dayIn(zone, start);
      if (!start.isBefore(from) && !without.contains(start) && !wholeDays.contains(day)) {
        starts.add(start);
      }
    }
    return starts;
  }

  /** A zone that a calendar defines itself is none that {@link ZoneId} knows. */
  private static LocalDate dayIn(TimeZone zone, Instant at) {
    int offset = zone.getOffset(at.toEpochMilli());
    return LocalDate.ofInstant(at.plusMillis(offset), ZoneOffset.UTC);
  }

  /** EXDATE of dates without a time, which some calendars write for events that have one. */
  private Set<LocalDate> exceptedDays() {
    Set<LocalDate> days = new HashSet<>();
    for (ExceptionDates excepted : event.getExceptionDates()) {
      for (ICalDate date : excepted.getValues()) {
        DateTimeComponents raw = date.getRawComponents();
        if (!date.hasTime() && raw != null) {
          days.add(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()));
        }
      }
    }
    return days;
  }

  private Map<Hours, List<LocalDate>> byHours(List<Instant> starts, Duration length) {
    ZoneId school = reading.zone();
    Map<Hours, List<LocalDate>> found =
        new TreeMap<>(Comparator.comparing(Hours::starts).thenComparing(Hours::ends));
    for (Instant start : starts) {
      LocalDateTime from = LocalDateTime.ofInstant(start, school);
      LocalDateTime to = LocalDateTime.ofInstant(start.plus(length), school);
      LocalTime begins = from.toLocalTime();
      if (!to.toLocalDate().equals(from.toLocalDate()) || !begins.isBefore(to.toLocalTime())) {
        draft.wrong(FileFault.OVER_MIDNIGHT, "DTEND", to.toString());
        return Map.of();
      }
      found
          .computeIfAbsent(new Hours(begins, to.toLocalTime()), any -> new ArrayList<>())
          .add(from.toLocalDate());
    }
    return found;
  }
}
