package kafedra.controller.norm;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of one country, oldest first. A day is judged by the table that was in force on it,
 * whenever the question is asked.
 *
 * @param country two letters, ISO 3166
 */
public record Norms(String country, List<NormTable> tables) {
  public Norms {
    tables = tables.stream().sorted(Comparator.comparing(NormTable::from)).toList();
    for (int i = 1; i < tables.size(); i++) {
      if (tables.get(i).from().equals(tables.get(i - 1).from())) {
        throw new IllegalArgumentException(
            "two tables of " + country + " begin on " + tables.get(i).from());
      }
    }
  }

  /** Of a country that sets no limits. */
  public static Norms none(String country) {
    return new Norms(country, List.of());
  }

  /** The table of a day; empty before the first. */
  public Optional<NormTable> on(LocalDate day) {
    return tables.reversed().stream().filter(table -> !table.from().isAfter(day)).findFirst();
  }
}
