package kafedra.controller.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Bundle;
import kafedra.controller.recurrence.Exclusion;
import kafedra.controller.recurrence.SeriesWish;
import org.jspecify.annotations.Nullable;

/**
 * The body of a recurring booking: what each occurrence asks for, and when they are.
 *
 * @param start local date-time of the first occurrence, in the school's time zone
 * @param end its local end
 */
record NewSeries(
    @Nullable String lab,
    @Nullable String person,
    @Nullable String group,
    @Nullable List<@Nullable String> workstations,
    @Nullable Integer count,
    @Nullable List<@Nullable String> features,
    @Nullable Boolean wholeLab,
    @Nullable String purpose,
    @Nullable String label,
    @Nullable String link,
    @Nullable Integer kbpsPerClient,
    @Nullable String screens,
    @Nullable String override,
    @Nullable String title,
    @Nullable String rule,
    @Nullable String start,
    @Nullable String end,
    @Nullable List<@Nullable String> exceptions,
    @Nullable List<@Nullable String> additions,
    @Nullable String mode) {
  private static final int LONGEST_TITLE = 100;

  SeriesWish when(ZoneId zone) {
    LocalDateTime from = local("start", start);
    LocalDateTime to = local("end", end);
    if (!from.isBefore(to)) {
      throw Problem.at(ProblemCode.BAD_SLOT, "end");
    }
    return new SeriesWish(
        Fields.given("rule", rule),
        from,
        Duration.between(from, to),
        zone,
        exclusions(),
        locals("additions", additions));
  }

  private static LocalDateTime local(String field, @Nullable String text) {
    try {
      return LocalDateTime.parse(Fields.given(field, text));
    } catch (DateTimeException malformed) {
      throw Problem.at(ProblemCode.BAD_FIELD, field);
    }
  }

  private static List<LocalDateTime> locals(String field, @Nullable List<@Nullable String> texts) {
    List<LocalDateTime> read = new ArrayList<>();
    for (int i = 0; texts != null && i < texts.size(); i++) {
      read.add(local(field + "[" + i + "]", texts.get(i)));
    }
    return read;
  }

  private List<Exclusion> exclusions() {
    List<Exclusion> read = new ArrayList<>();
    for (int i = 0; exceptions != null && i < exceptions.size(); i++) {
      read.add(Fields.id("exceptions[" + i + "]", exceptions.get(i), Exclusion::of));
    }
    return read;
  }

  /** What one occurrence asks for. */
  BookingWish wish(SeriesId series, TimeSlot slot, String login) {
    NewBooking one =
        new NewBooking(
            lab,
            person,
            group,
            workstations,
            count,
            features,
            wholeLab,
            slot.start().toString(),
            slot.end().toString(),
            purpose,
            label,
            null,
            link,
            kbpsPerClient,
            screens,
            override,
            null);
    return one.wish(idOf(series, slot.start().toString()), login, series);
  }

  /** The same part of the same series has the same id, so that a repeated request is recognised. */
  static BookingId idOf(SeriesId series, String part) {
    byte[] name = (series + "/" + part).getBytes(StandardCharsets.UTF_8);
    return new BookingId(UUID.nameUUIDFromBytes(name).toString());
  }

  static String titled(@Nullable String title) {
    return title == null || title.isBlank()
        ? ""
        : Fields.text("title", title.strip(), LONGEST_TITLE);
  }

  Bundle.Mode modeGiven() {
    return Fields.word("mode", mode, Bundle.Mode.class);
  }
}
