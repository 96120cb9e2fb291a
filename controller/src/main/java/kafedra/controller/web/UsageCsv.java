package kafedra.controller.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.controller.usage.Cut;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table that a spreadsheet opens as its country expects, and that never runs as a
 * formula there.
 */
final class UsageCsv {
  /** By this Excel knows UTF-8. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Tongue tongue;
  private final String separator;
  private final DecimalFormat number;

  UsageCsv(Tongue tongue) {
    this.tongue = tongue;
    this.separator = tongue == Tongue.RU ? ";" : ",";
    this.number =
        new DecimalFormat(
            "0.####",
            DecimalFormatSymbols.getInstance(
                tongue == Tongue.RU ? Locale.forLanguageTag("ru") : Locale.ENGLISH));
  }

  String text(Cut by, List<UsageRowView> rows, UsageRowView total) {
    String header =
        Stream.of(
                "by." + by.name().toLowerCase(Locale.ROOT),
                "booked",
                "signed-in",
                "active",
                "sessions",
                "people",
                "due",
                "no-shows",
                "refusals",
                "available",
                "occupancy")
            .map(column -> quoted(tongue.text("usage." + column)))
            .collect(Collectors.joining(separator));
    return Stream.concat(
            Stream.of(BYTE_ORDER_MARK + header),
            Stream.concat(rows.stream(), Stream.of(total)).map(this::line))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private String line(UsageRowView row) {
    return String.join(
        separator,
        quoted(row.label()),
        cell(row, row.bookedHours()),
        cell(row, row.signedInHours()),
        cell(row, row.activeHours()),
        cell(row, row.sessions()),
        row.suppressed() || row.people() != null ? cell(row, row.people()) : few(row),
        cell(row, row.due()),
        cell(row, row.noShows()),
        cell(row, row.refusals()),
        cell(row, row.availableHours()),
        cell(row, row.occupancy()));
  }

  /** In a file only a row of nobody has no number of people. */
  private static String few(UsageRowView row) {
    return row.sessions() == null ? "" : "0";
  }

  private String cell(UsageRowView row, @Nullable Number value) {
    if (row.suppressed()) {
      return quoted(tongue.text("usage.few"));
    }
    return value == null ? "" : quotedNumber(number.format(value));
  }

  /** A comma in a number is no separator where the separator is a semicolon. */
  private String quotedNumber(String text) {
    return text.contains(separator) ? "\"" + text + "\"" : text;
  }

  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
