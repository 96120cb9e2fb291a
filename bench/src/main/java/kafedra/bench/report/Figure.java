package kafedra.bench.report;

import java.util.Locale;

/**
 * One measured number.
 *
 * @param name stable, lower case with dashes, such as {@code tap-to-open-p99}
 * @param unit such as {@code ms}, {@code MB} or {@code bookings/s}
 * @param aim what it should be, as the reader is told; empty for none
 */
public record Figure(String name, double value, String unit, String aim) {
  public Figure(String name, double value, String unit) {
    this(name, value, unit, "");
  }

  /** The value with as many digits as mean something. */
  public String rounded() {
    double size = Math.abs(value);
    String form = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  /** The closing line that scripts read: {@code name value unit}. */
  public String line() {
    return name + " " + rounded() + " " + unit;
  }
}
